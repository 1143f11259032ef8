import { Form, Input, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { post, type UploadedFile } from '../../../shared/api';
import { FileDrop } from '../../../shared/FileDrop';
import { ActDialog } from './ActDialog';
import { statutoryKinds } from './choices';
import { DayField } from './DayField';
import { today } from './days';
import { PersonSelect } from './PersonSelect';
import type { Qualification, Ref } from './types';

interface Values {
  person_id: string;
  family: string;
  skill: string;
  level?: string;
  certificate_no?: string;
  issuer?: string;
  valid_from: string;
  valid_to?: string;
  statutory?: string;
  file_id?: UploadedFile[];
}

/** Records what a person is qualified for. */
export function AddQualificationDialog(props: { open: boolean; onClose: () => void; person?: Ref }) {
  const { t } = useTranslation();
  const needed = { required: true, message: t('form.required') };
  return (
    <ActDialog<Values>
      open={props.open}
      onClose={props.onClose}
      title={t('staff.qualification.create')}
      submit={t('staff.save')}
      success={t('staff.qualification.created')}
      draft={`staff-qualification.${props.person?.id ?? 'new'}`}
      initial={{ person_id: props.person?.id, valid_from: today() }}
      send={({ file_id, ...values }, key) =>
        post('/api/v1/qualifications', { ...values, file_id: file_id?.[0]?.id }, key)
      }
    >
      <div className="form-grid">
        <Form.Item name="person_id" label={t('staff.person.name')} rules={[needed]} className="wide">
          <PersonSelect known={props.person ? [props.person] : []} disabled={props.person !== undefined} />
        </Form.Item>
        <Form.Item name="family" label={t('staff.qualification.family')} rules={[needed]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="skill" label={t('staff.qualification.skill')} rules={[needed]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="level" label={t('staff.qualification.level')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="statutory"
          label={t('staff.qualification.statutory')}
          extra={t('staff.qualification.statutory_note')}
        >
          <Select
            allowClear
            options={statutoryKinds.map((one) => ({ value: one, label: t(`staff.statutory.${one}`) }))}
          />
        </Form.Item>
        <Form.Item name="certificate_no" label={t('staff.qualification.certificate_no')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="issuer" label={t('staff.qualification.issuer')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="valid_from" label={t('staff.qualification.valid_from')} rules={[needed]}>
          <DayField needed />
        </Form.Item>
        <Form.Item
          name="valid_to"
          label={t('staff.qualification.valid_to')}
          extra={t('staff.qualification.valid_to_note')}
        >
          <DayField />
        </Form.Item>
        <Form.Item name="file_id" label={t('staff.qualification.scan')} className="wide">
          <FileDrop single accept="image/*,.pdf" />
        </Form.Item>
      </div>
    </ActDialog>
  );
}

/** Withdraws a qualification from a day on. */
export function EndQualificationDialog(props: {
  open: boolean;
  onClose: () => void;
  qualification?: Qualification;
}) {
  const { t } = useTranslation();
  const shown = useRef(props.qualification);
  if (props.qualification) shown.current = props.qualification;
  const one = shown.current;
  if (!one) return null;
  const needed = { required: true, message: t('form.required') };
  return (
    <ActDialog<{ ended_on: string; reason: string }>
      open={props.open}
      onClose={props.onClose}
      danger
      title={t('staff.qualification.end_name', { name: one.person.name, family: one.family })}
      submit={t('staff.qualification.end')}
      success={t('staff.qualification.ended')}
      draft={`staff-qualification.${one.id}.${one.version}.end`}
      note={<p className="quiet">{t('staff.qualification.end_note')}</p>}
      initial={{ ended_on: today() }}
      send={(values, key) =>
        post(`/api/v1/qualifications/${one.id}/end`, { ...values, version: one.version }, key)
      }
    >
      <Form.Item name="ended_on" label={t('staff.qualification.ended_on')} rules={[needed]}>
        <DayField needed />
      </Form.Item>
      <Form.Item name="reason" label={t('staff.reason')} rules={[needed]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </ActDialog>
  );
}
