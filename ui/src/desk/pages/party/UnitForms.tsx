import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../../../shared/api';
import { DayField } from '../staff/DayField';
import { ActDialog } from './ActDialog';
import { CustomerPicker, ProductPicker, SitePicker } from './pickers';
import type { Changed, Named, Unit, UnitFields } from './types';

function UnitInputs({ customer, product }: { customer?: Named; product?: Named }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <div className="form-grid">
      <Form.Item name="product_id" label={t('party.field.product')} rules={required}>
        <ProductPicker known={product} />
      </Form.Item>
      <Form.Item
        name="serial_no"
        label={t('party.field.serial_no')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="customer_id" label={t('party.field.customer_name')} rules={required}>
        <CustomerPicker known={customer} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.customer_id !== after.customer_id}>
        {({ getFieldValue }) => (
          <Form.Item name="site_id" label={t('party.field.site')}>
            <SitePicker customer={getFieldValue('customer_id') as string | undefined} />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="batch_no" label={t('party.field.batch_no')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="contract_no" label={t('party.field.contract_no')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="delivered_on" label={t('party.field.delivered_on')}>
        <DayField />
      </Form.Item>
      <Form.Item name="warranty_to" label={t('party.field.warranty_to')} extra={t('party.warranty_hint')}>
        <DayField />
      </Form.Item>
      <Form.Item className="wide" name="remarks" label={t('party.field.remarks')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </div>
  );
}

/** Enters an installed unit; with the customer chosen already when it is begun on his record. */
export function NewUnitDialog({
  customer,
  onClose,
  onDone,
}: {
  customer?: Named;
  onClose: () => void;
  onDone?: (answer: Changed) => void;
}) {
  const { t } = useTranslation();
  return (
    <ActDialog<UnitFields>
      title={t('party.unit.new')}
      submit={t('party.save')}
      success={t('party.saved')}
      draft={`party.unit.new.${customer?.id ?? ''}`}
      initial={{ customer_id: customer?.id }}
      send={(values, key) => post<Changed>('/api/v1/units', values, key)}
      onClose={onClose}
      onDone={onDone}
    >
      {() => <UnitInputs customer={customer} />}
    </ActDialog>
  );
}

export function AmendUnitDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, version, serial_no, batch_no, contract_no, delivered_on, warranty_to, remarks } = unit;
  return (
    <ActDialog<UnitFields>
      title={t('party.unit.amend')}
      submit={t('party.save')}
      success={t('party.saved')}
      draft={`party.unit.${id}.${version}`}
      initial={{
        product_id: unit.product.id,
        customer_id: unit.customer.id,
        site_id: unit.site?.id,
        serial_no,
        batch_no,
        contract_no,
        delivered_on,
        warranty_to,
        remarks,
      }}
      send={(values, key) => post<Changed>(`/api/v1/units/${id}/amend`, { ...values, version }, key)}
      onClose={onClose}
    >
      {() => (
        <UnitInputs
          customer={unit.customer}
          product={{ ...unit.product, name: `${unit.product.name} ${unit.model}` }}
        />
      )}
    </ActDialog>
  );
}

interface MoveValues {
  customer_id: string;
  site_id?: string;
  moved_on: string;
  reason?: string;
}

/** Says that a unit stands elsewhere since a day. Where it stood before is kept. */
export function MoveUnitDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <ActDialog<MoveValues>
      title={t('party.unit.move')}
      submit={t('party.unit.move')}
      success={t('party.saved')}
      draft={`party.unit.${unit.id}.${unit.version}.move`}
      initial={{ customer_id: unit.customer.id }}
      send={(values, key) =>
        post<Changed>(`/api/v1/units/${unit.id}/move`, { ...values, version: unit.version }, key)
      }
      onClose={onClose}
    >
      {() => (
        <div className="form-grid">
          <Form.Item name="customer_id" label={t('party.field.to_customer')} rules={required}>
            <CustomerPicker known={unit.customer} />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before, after) => before.customer_id !== after.customer_id}>
            {({ getFieldValue }) => (
              <Form.Item name="site_id" label={t('party.field.to_site')}>
                <SitePicker customer={getFieldValue('customer_id') as string | undefined} />
              </Form.Item>
            )}
          </Form.Item>
          <Form.Item name="moved_on" label={t('party.field.moved_on')} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item className="wide" name="reason" label={t('party.field.reason')}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
      )}
    </ActDialog>
  );
}
