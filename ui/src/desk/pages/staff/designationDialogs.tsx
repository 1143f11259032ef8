import { Checkbox, Form, Input, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../shared/api';
import { ActDialog } from './ActDialog';
import { functions } from './choices';
import { DayField } from './DayField';
import { dayAfter, today } from './days';
import { PersonSelect } from './PersonSelect';
import type { Designation, Ref } from './types';

interface Values {
  function: string;
  person_id: string;
  deputies: string[];
  from_day: string;
  to_day?: string;
  lead?: boolean;
  designated_by?: string;
  document_ref?: string;
}

/** Designates a person; with replaces, in the place of another from the day chosen. */
export function DesignateDialog(props: {
  open: boolean;
  onClose: () => void;
  person?: Ref;
  replaces?: Designation;
}) {
  const { t } = useTranslation();
  const shown = useRef(props.replaces);
  if (props.open) shown.current = props.replaces;
  const replaces = shown.current;
  const needed = { required: true, message: t('form.required') };
  return (
    <ActDialog<Values>
      open={props.open}
      onClose={props.onClose}
      title={
        replaces
          ? t('staff.designation.hand_on_name', { name: replaces.person.name })
          : t('staff.designation.create')
      }
      submit={t('staff.designation.create')}
      success={t('staff.designation.created')}
      draft={`staff-designation.${replaces?.id ?? props.person?.id ?? 'new'}`}
      note={
        replaces && (
          <p className="quiet">{t('staff.designation.hand_on_note', { name: replaces.person.name })}</p>
        )
      }
      initial={{
        function: replaces?.function ?? 'complaint',
        person_id: props.person?.id,
        from_day: replaces ? dayAfter(today(), 1) : today(),
        lead: replaces?.lead ?? false,
      }}
      send={(values, key) =>
        post(
          '/api/v1/designations',
          replaces ? { ...values, replaces: replaces.id, replaces_version: replaces.version } : values,
          key,
        )
      }
    >
      <div className="form-grid">
        <Form.Item name="function" label={t('staff.designation.function')} rules={[needed]}>
          <Select
            disabled={replaces !== undefined}
            options={functions.map((one) => ({ value: one, label: t(`staff.function.${one}`) }))}
          />
        </Form.Item>
        <Form.Item name="person_id" label={t('staff.designation.person')} rules={[needed]}>
          <PersonSelect known={props.person ? [props.person] : []} />
        </Form.Item>
        <Form.Item
          name="deputies"
          label={t('staff.designation.deputies')}
          extra={t('staff.designation.deputies_note')}
          rules={[needed]}
          className="wide"
        >
          <PersonSelect several />
        </Form.Item>
        <Form.Item name="from_day" label={t('staff.designation.from')} rules={[needed]}>
          <DayField needed />
        </Form.Item>
        <Form.Item name="to_day" label={t('staff.designation.to')} extra={t('staff.designation.to_note')}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="designated_by"
          label={t('staff.designation.by')}
          extra={t('staff.designation.by_note')}
        >
          <PersonSelect />
        </Form.Item>
        <Form.Item name="document_ref" label={t('staff.designation.document')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="lead" valuePropName="checked" className="wide">
          <Checkbox>{t('staff.designation.make_lead')}</Checkbox>
        </Form.Item>
      </div>
    </ActDialog>
  );
}

/** Ends a designation after a day. The server refuses when nobody would be left. */
export function EndDesignationDialog(props: {
  open: boolean;
  onClose: () => void;
  designation?: Designation;
}) {
  const { t } = useTranslation();
  const shown = useRef(props.designation);
  if (props.designation) shown.current = props.designation;
  const designation = shown.current;
  if (!designation) return null;
  const needed = { required: true, message: t('form.required') };
  return (
    <ActDialog<{ to_day: string; reason: string }>
      open={props.open}
      onClose={props.onClose}
      danger
      title={t('staff.designation.end_name', { name: designation.person.name })}
      submit={t('staff.designation.end')}
      success={t('staff.designation.ended')}
      draft={`staff-designation.${designation.id}.${designation.version}.end`}
      note={<p className="quiet">{t('staff.designation.end_note')}</p>}
      initial={{ to_day: today() }}
      send={(values, key) =>
        post(`/api/v1/designations/${designation.id}/end`, { ...values, version: designation.version }, key)
      }
    >
      <Form.Item name="to_day" label={t('staff.designation.last_day')} rules={[needed]}>
        <DayField needed />
      </Form.Item>
      <Form.Item name="reason" label={t('staff.reason')} rules={[needed]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </ActDialog>
  );
}
