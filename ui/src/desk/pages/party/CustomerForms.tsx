import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../../../shared/api';
import { ActDialog } from './ActDialog';
import { DivisionField } from './DivisionField';
import {
  type Changed,
  type Contact,
  type ContactFields,
  type Customer,
  type CustomerFields,
  kinds,
  levels,
  places,
  type Site,
  type SiteFields,
} from './types';

function useRequired() {
  const { t } = useTranslation();
  return [{ required: true, whitespace: true, message: t('form.required') }];
}

function CustomerInputs({ codeHint }: { codeHint?: string }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <div className="form-grid">
      <Form.Item className="wide" name="name" label={t('party.field.customer_name')} rules={required}>
        <Input maxLength={120} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={t('party.field.kind')}>
        <Select options={kinds.map((kind) => ({ value: kind, label: t(`party.kind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="level" label={t('party.field.level')}>
        <Select options={levels.map((level) => ({ value: level, label: t(`party.level.${level}`) }))} />
      </Form.Item>
      <Form.Item name="code" label={t('party.field.customer_code')} extra={codeHint}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="division_code" label={t('party.field.division')}>
        <DivisionField />
      </Form.Item>
      <Form.Item className="wide" name="address" label={t('party.field.address')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item className="wide" name="remarks" label={t('party.field.remarks')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </div>
  );
}

interface NewCustomerValues extends CustomerFields {
  contact?: ContactFields;
  same_name_ok?: boolean;
}

function filled(contact: ContactFields | undefined): ContactFields | undefined {
  return contact && Object.values(contact).some(Boolean) ? contact : undefined;
}

/** Enters a customer with the first contact. */
export function NewCustomerDialog({
  onClose,
  onDone,
}: {
  onClose: () => void;
  onDone: (answer: Changed) => void;
}) {
  const { t } = useTranslation();
  return (
    <ActDialog<NewCustomerValues>
      title={t('party.customer.new')}
      submit={t('party.save')}
      success={t('party.saved')}
      draft="party.customer.new"
      initial={{ kind: 'direct', level: 'standard' }}
      send={(values, key) =>
        post<Changed>('/api/v1/customers', { ...values, contact: filled(values.contact) }, key)
      }
      onClose={onClose}
      onDone={onDone}
    >
      {(_form, refusal) => (
        <>
          <CustomerInputs codeHint={t('party.code_hint')} />
          {refusal?.fields.some((field) => field.path[0] === 'name') && (
            <Form.Item name="same_name_ok" valuePropName="checked">
              <Checkbox>{t('party.same_name_ok')}</Checkbox>
            </Form.Item>
          )}
          <fieldset className="party-fieldset">
            <legend>{t('party.first_contact')}</legend>
            <ContactInputs within="contact" />
          </fieldset>
        </>
      )}
    </ActDialog>
  );
}

export function AmendCustomerDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation();
  const { code, name, kind, level, address, division_code, remarks, version, id } = customer;
  return (
    <ActDialog<CustomerFields>
      title={t('party.customer.amend')}
      submit={t('party.save')}
      success={t('party.saved')}
      draft={`party.customer.${id}.${version}`}
      initial={{ code, name, kind, level, address, division_code: division_code || undefined, remarks }}
      send={(values, key) => post<Changed>(`/api/v1/customers/${id}/amend`, { ...values, version }, key)}
      onClose={onClose}
    >
      {() => <CustomerInputs />}
    </ActDialog>
  );
}

function ContactInputs({ within }: { within?: string }) {
  const { t } = useTranslation();
  const at = (name: string) => (within ? [within, name] : name);
  return (
    <div className="form-grid">
      <Form.Item name={at('name')} label={t('party.field.contact_name')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name={at('phone')} label={t('party.field.phone')}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name={at('email')} label={t('party.field.email')}>
        <Input maxLength={120} inputMode="email" autoComplete="off" />
      </Form.Item>
      <Form.Item name={at('position')} label={t('party.field.position')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </div>
  );
}

/** Adds a contact to a customer, or amends one. */
export function ContactDialog({
  customer,
  contact,
  onClose,
}: {
  customer: string;
  contact?: Contact;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const path = contact ? `/api/v1/contacts/${contact.id}/amend` : `/api/v1/customers/${customer}/contacts`;
  return (
    <ActDialog<ContactFields>
      title={contact ? t('party.contact.amend') : t('party.contact.add')}
      submit={t('party.save')}
      success={t('party.saved')}
      draft={contact ? `party.contact.${contact.id}.${contact.version}` : `party.contact.of.${customer}`}
      initial={
        contact && {
          name: contact.name,
          phone: contact.phone,
          email: contact.email,
          position: contact.position,
        }
      }
      send={(values, key) => post<Changed>(path, { ...values, version: contact?.version }, key)}
      onClose={onClose}
    >
      {() => <ContactInputs />}
    </ActDialog>
  );
}

/** Adds a site to a customer, or amends one: the place decides the limit of clause 2.2. */
export function SiteDialog({
  customer,
  site,
  onClose,
}: {
  customer: string;
  site?: Site;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const required = useRequired();
  const path = site ? `/api/v1/sites/${site.id}/amend` : `/api/v1/customers/${customer}/sites`;
  return (
    <ActDialog<SiteFields>
      title={site ? t('party.site.amend') : t('party.site.add')}
      submit={t('party.save')}
      success={t('party.saved')}
      draft={site ? `party.site.${site.id}.${site.version}` : `party.site.of.${customer}`}
      initial={
        site && {
          name: site.name,
          division_code: site.division_code || undefined,
          address: site.address,
          place: site.place || undefined,
          place_note: site.place_note,
        }
      }
      send={(values, key) => post<Changed>(path, { ...values, version: site?.version }, key)}
      onClose={onClose}
      note={<p className="party-note">{t('party.site.note')}</p>}
    >
      {() => (
        <div className="form-grid">
          <Form.Item name="name" label={t('party.field.site_name')}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="division_code" label={t('party.field.division')}>
            <DivisionField />
          </Form.Item>
          <Form.Item className="wide" name="address" label={t('party.field.address')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="place" label={t('party.field.place')}>
            <Select
              allowClear
              placeholder={t('party.place.mainland')}
              options={places.map((place) => ({ value: place, label: t(`party.place.${place}`) }))}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before, after) => before.place !== after.place}>
            {({ getFieldValue }) =>
              getFieldValue('place') && (
                <Form.Item
                  name="place_note"
                  label={t('party.field.place_note')}
                  rules={getFieldValue('place') === 'listed' ? required : []}
                >
                  <Input maxLength={200} />
                </Form.Item>
              )
            }
          </Form.Item>
        </div>
      )}
    </ActDialog>
  );
}
