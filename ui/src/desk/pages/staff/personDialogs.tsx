import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../../../shared/api';
import { ActDialog } from './ActDialog';
import { roles } from './choices';
import { useDepartments } from './departments';
import type { PersonPage } from './types';

interface DialogProps {
  open: boolean;
  onClose: () => void;
}

interface Particulars {
  login: string;
  name: string;
  department_id?: string;
  phone?: string;
  email?: string;
}

function ParticularsFields() {
  const { t } = useTranslation();
  const { options } = useDepartments();
  const needed = { required: true, message: t('form.required') };
  return (
    <div className="form-grid">
      <Form.Item name="name" label={t('staff.person.name')} rules={[needed]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="login" label={t('staff.person.login')} rules={[needed]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="department_id" label={t('staff.person.department')}>
        <Select allowClear options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="phone" label={t('staff.person.phone')}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label={t('staff.person.email')} className="wide">
        <Input maxLength={120} inputMode="email" autoComplete="off" />
      </Form.Item>
    </div>
  );
}

interface ChoiceProps {
  id?: string;
  value?: string[];
  onChange?: (roles: string[]) => void;
}

/** The roles as boxes to tick. Takes from the form only what a group of boxes may carry. */
function RolesChoice({ id, value, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <fieldset id={id} aria-label={t('staff.person.roles')}>
      <Checkbox.Group
        className="roles-choice"
        value={value}
        onChange={onChange}
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
    </fieldset>
  );
}

function RolesField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="roles"
      label={t('staff.person.roles')}
      rules={[{ required: true, message: t('form.required') }]}
    >
      <RolesChoice />
    </Form.Item>
  );
}

export function CreatePersonDialog({ open, onClose }: DialogProps) {
  const { t } = useTranslation();
  return (
    <ActDialog<Particulars & { roles: string[]; password?: string }>
      open={open}
      onClose={onClose}
      title={t('staff.person.create')}
      submit={t('staff.save')}
      success={t('staff.person.created')}
      draft="staff-person-new"
      secret={['password']}
      send={(values, key) => post('/api/v1/people', values, key)}
    >
      <ParticularsFields />
      <RolesField />
      <Form.Item
        name="password"
        label={t('staff.person.first_password')}
        extra={t('staff.person.first_password_note')}
      >
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
    </ActDialog>
  );
}

export function AmendPersonDialog({ open, onClose, person }: DialogProps & { person: PersonPage }) {
  const { t } = useTranslation();
  return (
    <ActDialog<Particulars>
      open={open}
      onClose={onClose}
      title={t('staff.person.amend')}
      submit={t('staff.save')}
      success={t('staff.saved')}
      draft={`staff-person.${person.id}.${person.version}`}
      initial={{
        login: person.login,
        name: person.name,
        department_id: person.department?.id,
        phone: person.phone,
        email: person.email,
      }}
      send={(values, key) =>
        post(`/api/v1/people/${person.id}/amend`, { ...values, version: person.version }, key)
      }
    >
      <ParticularsFields />
    </ActDialog>
  );
}

export function RolesDialog({ open, onClose, person }: DialogProps & { person: PersonPage }) {
  const { t } = useTranslation();
  return (
    <ActDialog<{ roles: string[] }>
      open={open}
      onClose={onClose}
      title={t('staff.person.set_roles')}
      submit={t('staff.save')}
      success={t('staff.saved')}
      draft={`staff-roles.${person.id}.${person.version}`}
      initial={{ roles: person.roles }}
      send={(values, key) =>
        post(`/api/v1/people/${person.id}/set-roles`, { ...values, version: person.version }, key)
      }
    >
      <RolesField />
    </ActDialog>
  );
}

export function SetPasswordDialog({ open, onClose, person }: DialogProps & { person: PersonPage }) {
  const { t } = useTranslation();
  return (
    <ActDialog<{ password: string }>
      open={open}
      onClose={onClose}
      title={t('staff.person.set_password')}
      submit={t('staff.person.set_password')}
      success={t('staff.person.password_set')}
      draft={`staff-password.${person.id}.${person.version}`}
      secret={['password']}
      note={<p className="quiet">{t('staff.person.set_password_note')}</p>}
      send={(values, key) =>
        post(`/api/v1/people/${person.id}/set-password`, { ...values, version: person.version }, key)
      }
    >
      <Form.Item
        name="password"
        label={t('staff.person.new_password')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
    </ActDialog>
  );
}

export function DisablePersonDialog({ open, onClose, person }: DialogProps & { person: PersonPage }) {
  const { t } = useTranslation();
  return (
    <ActDialog<{ reason: string }>
      open={open}
      onClose={onClose}
      danger
      title={t('staff.person.disable_title', { name: person.name })}
      submit={t('staff.person.disable')}
      success={t('staff.person.disabled_now')}
      draft={`staff-disable.${person.id}.${person.version}`}
      note={<p className="quiet">{t('staff.person.disable_note')}</p>}
      send={(values, key) =>
        post(`/api/v1/people/${person.id}/disable`, { ...values, version: person.version }, key)
      }
    >
      <Form.Item
        name="reason"
        label={t('staff.reason')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </ActDialog>
  );
}

export function EnablePersonDialog({ open, onClose, person }: DialogProps & { person: PersonPage }) {
  const { t } = useTranslation();
  return (
    <ActDialog<object>
      open={open}
      onClose={onClose}
      title={t('staff.person.enable')}
      submit={t('staff.person.enable')}
      success={t('staff.person.enabled_now')}
      draft={`staff-enable.${person.id}.${person.version}`}
      send={(_values, key) => post(`/api/v1/people/${person.id}/enable`, { version: person.version }, key)}
    >
      <p>{t('staff.person.enable_note', { name: person.name })}</p>
    </ActDialog>
  );
}
