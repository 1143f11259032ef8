import { Form, Input, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../shared/api';
import { ActDialog } from './ActDialog';
import { absenceReasons } from './choices';
import { DayField } from './DayField';
import { today } from './days';
import { PersonSelect } from './PersonSelect';
import type { Absence, Ref } from './types';

interface Values {
  person_id: string;
  from_day: string;
  to_day: string;
  reason: string;
  note?: string;
}

/** Notes that a person is away from day to day. */
export function RecordAbsenceDialog(props: { open: boolean; onClose: () => void; person?: Ref }) {
  const { t } = useTranslation();
  const needed = { required: true, message: t('form.required') };
  return (
    <ActDialog<Values>
      open={props.open}
      onClose={props.onClose}
      title={t('staff.absence.create')}
      submit={t('staff.save')}
      success={t('staff.absence.created')}
      draft={`staff-absence.${props.person?.id ?? 'new'}`}
      initial={{ person_id: props.person?.id, from_day: today(), to_day: today(), reason: 'leave' }}
      send={(values, key) => post('/api/v1/absences', values, key)}
    >
      <div className="form-grid">
        <Form.Item name="person_id" label={t('staff.person.name')} rules={[needed]} className="wide">
          <PersonSelect known={props.person ? [props.person] : []} disabled={props.person !== undefined} />
        </Form.Item>
        <Form.Item name="from_day" label={t('staff.absence.from')} rules={[needed]}>
          <DayField needed />
        </Form.Item>
        <Form.Item name="to_day" label={t('staff.absence.to')} rules={[needed]}>
          <DayField needed />
        </Form.Item>
        <Form.Item name="reason" label={t('staff.absence.reason')} rules={[needed]}>
          <Select
            options={absenceReasons.map((one) => ({ value: one, label: t(`staff.absence.reason.${one}`) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t('staff.absence.note')}>
          <Input maxLength={500} />
        </Form.Item>
      </div>
    </ActDialog>
  );
}

/** Takes an absence back. */
export function CancelAbsenceDialog(props: { open: boolean; onClose: () => void; absence?: Absence }) {
  const { t } = useTranslation();
  const shown = useRef(props.absence);
  if (props.absence) shown.current = props.absence;
  const absence = shown.current;
  if (!absence) return null;
  return (
    <ActDialog<{ reason?: string }>
      open={props.open}
      onClose={props.onClose}
      danger
      title={t('staff.absence.cancel_name', {
        name: absence.person.name,
        from: absence.from_day,
        to: absence.to_day,
      })}
      submit={t('staff.absence.cancel')}
      success={t('staff.absence.cancelled_now')}
      draft={`staff-absence.${absence.id}.${absence.version}`}
      send={(values, key) =>
        post(`/api/v1/absences/${absence.id}/cancel`, { ...values, version: absence.version }, key)
      }
    >
      <Form.Item name="reason" label={t('staff.reason')}>
        <Input maxLength={500} />
      </Form.Item>
    </ActDialog>
  );
}
