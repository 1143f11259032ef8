import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../../../shared/api';
import { ActDialog } from './ActDialog';
import type { Changed } from './types';

interface Props {
  /** The act's address, such as /api/v1/customers/7/void. */
  path: string;
  version: number;
  title: string;
  note: string;
  onClose: () => void;
  onDone?: (answer: Changed) => void;
}

/** Takes a record out of force, with the reason. Nothing is deleted. */
export function VoidDialog({ path, version, title, note, onClose, onDone }: Props) {
  const { t } = useTranslation();
  return (
    <ActDialog<{ reason: string }>
      title={title}
      submit={t('party.void')}
      success={t('party.voided')}
      danger
      draft={`party.void.${path}`}
      send={(values, key) => post(path, { ...values, version }, key)}
      onClose={onClose}
      onDone={onDone}
      note={<p className="party-note">{note}</p>}
    >
      {() => (
        <Form.Item
          name="reason"
          label={t('party.field.reason')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} showCount />
        </Form.Item>
      )}
    </ActDialog>
  );
}
