import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../../../shared/api';
import { RefusalAlert } from '../../../shared/RefusalText';
import { useAct } from '../../../shared/useAct';
import { DivisionField } from './DivisionField';
import { submitKeys } from './keys';

interface Values {
  name: string;
  kind: string;
  contact_name?: string;
  phone?: string;
  division_code?: string;
  address?: string;
  same_name_ok?: boolean;
}

interface Changed {
  id: string;
  code?: string;
}

/** What intake knows of the customer already; the dialog starts with it. */
export interface Known {
  name: string;
  kind?: string;
  contact_name?: string;
  phone?: string;
  division_code?: string;
  address?: string;
}

const kinds = ['direct', 'dealer', 'end_user', 'other'];

function bodyOf(values: Values) {
  const { contact_name, phone, ...customer } = values;
  const contact = contact_name || phone ? { name: contact_name || values.name, phone } : undefined;
  const place =
    values.division_code || values.address
      ? { division_code: values.division_code, address: values.address }
      : undefined;
  return { ...customer, contact, site: place };
}

/** Puts a new customer with a contact and a site into the records without leaving the form. */
export function NewCustomer({
  known,
  onClose,
  onDone,
}: {
  known: Known;
  onClose: () => void;
  onDone: (id: string, name: string) => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const create = useAct<Values, Changed>({
    send: (values, key) => post<Changed>('/api/v1/customers', bodyOf(values), key),
    form,
    inline: true,
    refresh: [['customers']],
    success: t('complaint.customer_created'),
    onDone: (answer, values) => onDone(answer.id, values.name),
  });
  const sameName = create.refusal?.fields.some((field) => field.path[0] === 'name') ?? false;
  return (
    <Modal
      open
      title={t('complaint.new_customer')}
      okText={sameName ? t('complaint.new_customer_anyway') : t('complaint.new_customer_do')}
      cancelText={t('complaint.cancel')}
      confirmLoading={create.running}
      onCancel={onClose}
      onOk={() => {
        if (sameName) form.setFieldValue('same_name_ok', true);
        form.submit();
      }}
    >
      <RefusalAlert refusal={create.refusal} />
      <Form
        // Named, so that its labels do not point at fields of the sheet behind it.
        name="new_customer"
        form={form}
        layout="vertical"
        initialValues={{ kind: 'direct', ...known }}
        onFinish={(values) =>
          create.run({ ...values, same_name_ok: form.getFieldValue('same_name_ok') as boolean | undefined })
        }
        onKeyDown={submitKeys(() => form.submit())}
      >
        <div className="form-grid">
          <Form.Item
            className="wide"
            name="name"
            label={t('complaint.field.customer_name')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input maxLength={120} autoFocus />
          </Form.Item>
          <Form.Item name="kind" label={t('complaint.customer_kind')}>
            <Select options={kinds.map((kind) => ({ value: kind, label: t(`complaint.kind.${kind}`) }))} />
          </Form.Item>
          <Form.Item name="contact_name" label={t('complaint.field.contact_name')}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="phone" label={t('complaint.field.phone')}>
            <Input maxLength={40} inputMode="tel" />
          </Form.Item>
          <Form.Item name="division_code" label={t('complaint.field.division_code')}>
            <DivisionField />
          </Form.Item>
          <Form.Item className="wide" name="address" label={t('complaint.field.address')}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
