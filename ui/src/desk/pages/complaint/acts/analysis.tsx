import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { Alert, Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../../shared/api';
import { formatDateTime, fromPicker, toPicker } from '../../../../shared/dates';
import { useMe } from '../../../../shared/session';
import { useDepartments } from '../lookups';
import { DayField } from '../MomentField';
import { OpinionText } from '../record/OpinionText';
import type { ComplaintPage, Measure } from '../types';
import { TextField, TimeField, useRequired, useRequiredText } from './parts';
import { type ActSpec, type FieldsProps, filled } from './spec';

function ConsultFields({ page }: FieldsProps) {
  const { t, i18n } = useTranslation();
  const departments = useDepartments();
  const required = useRequired();
  const waiting = new Set(
    (page.consultations ?? []).filter((one) => !one.answered_at).map((one) => one.department.id),
  );
  const options = (departments.data?.items ?? [])
    .filter((one) => one.kind !== 'quality' && !one.closed)
    .map((one) => ({
      value: one.id,
      label: i18n.language === 'en' && one.name_en ? one.name_en : one.name,
      disabled: waiting.has(one.id),
    }));
  return (
    <>
      <Form.Item name="departments" label={t('complaint.field.departments')} rules={required}>
        <Checkbox.Group className="choices-across" options={options} />
      </Form.Item>
      <TextField name="question" label={t('complaint.field.question')} required />
      <TimeField name="reply_by" label={t('complaint.field.reply_by')} required />
    </>
  );
}

/** Tomorrow at five in the afternoon: within reach, and after a full working day. */
function tomorrowAtFive(): string | undefined {
  return fromPicker(toPicker(serverNow())?.add(1, 'day').hour(17).minute(0).second(0));
}

export const consult: ActSpec = { Fields: ConsultFields, initial: () => ({ reply_by: tomorrowAtFive() }) };

function owed(page: ComplaintPage, department: string | undefined) {
  return (page.consultations ?? []).filter((one) => !one.answered_at && one.department.id === department);
}

function ViewFields({ page, form }: FieldsProps) {
  const { t } = useTranslation();
  const mine = owed(page, useMe().person.department?.id);
  const chosen = Form.useWatch('consultation_id', form) as string | undefined;
  const asked = mine.find((one) => one.id === chosen) ?? mine[0];
  const required = useRequired();
  return (
    <>
      <Form.Item
        name="consultation_id"
        label={t('complaint.field.consultation_id')}
        initialValue={mine[0]?.id}
        hidden={mine.length < 2}
        rules={required}
      >
        <Select options={mine.map((one) => ({ value: one.id, label: one.question }))} />
      </Form.Item>
      {asked && (
        <dl className="facts">
          <dt>{t('complaint.field.question')}</dt>
          <dd className="words">{asked.question}</dd>
          <dt>{t('complaint.field.reply_by')}</dt>
          <dd>{formatDateTime(asked.reply_by)}</dd>
        </dl>
      )}
      <TextField name="view" label={t('complaint.field.view')} required autoFocus rows={4} />
      <TextField name="measures" label={t('complaint.field.view_measures')} rows={2} />
      <Form.Item name="dissent" valuePropName="checked" extra={t('complaint.dissent_hint')}>
        <Checkbox>{t('complaint.field.dissent')}</Checkbox>
      </Form.Item>
    </>
  );
}

export const giveView: ActSpec = { Fields: ViewFields };

function MeasureRows() {
  const { t } = useTranslation();
  const required = useRequiredText();
  return (
    <Form.List name="measures">
      {(rows, { add, remove }) => (
        <fieldset className="measures">
          <legend>{t('complaint.field.measures')}</legend>
          {rows.map((row) => (
            <div key={row.key} className="measure">
              <Form.Item name={[row.name, 'what']} label={t('complaint.field.what')} rules={required}>
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={8000} />
              </Form.Item>
              <Form.Item name={[row.name, 'owner']} label={t('complaint.field.owner')} rules={required}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[row.name, 'due_on']} label={t('complaint.field.due_on')}>
                <DayField />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden="true" />}
                aria-label={t('complaint.measure_remove', { n: row.name + 1 })}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button type="dashed" icon={<PlusOutlined aria-hidden="true" />} onClick={() => add({})}>
            {t('complaint.measure_add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function OpinionFields({ page, form }: FieldsProps) {
  const { t } = useTranslation();
  const visit = Form.useWatch('site_visit', form) as boolean | undefined;
  const required = useRequired();
  const alone = (page.consultations ?? []).length === 0;
  return (
    <>
      <TextField name="text" label={t('complaint.field.opinion')} required autoFocus rows={5} />
      <MeasureRows />
      <Form.Item name="site_visit" label={t('complaint.field.site_visit')} rules={required}>
        <Radio.Group
          aria-label={t('complaint.field.site_visit')}
          optionType="button"
          buttonStyle="solid"
          options={[
            { value: true, label: t('complaint.visit.yes') },
            { value: false, label: t('complaint.visit.no') },
          ]}
        />
      </Form.Item>
      {visit === false && (
        <>
          <TextField name="no_visit_reason" label={t('complaint.field.no_visit_reason')} required rows={2} />
          <TextField
            name="no_visit_consent"
            label={t('complaint.field.no_visit_consent')}
            required
            rows={2}
          />
        </>
      )}
      <div className="form-grid">
        <TextField half name="suspected_cause" label={t('complaint.field.suspected_cause')} rows={2} />
        <TextField half name="parts_to_bring" label={t('complaint.field.parts_to_bring')} rows={2} />
        <TextField
          half
          name="interim_instruction"
          label={t('complaint.field.interim_instruction')}
          rows={2}
        />
        <TextField half name="containment" label={t('complaint.field.containment')} rows={2} />
        <TextField
          half
          name="expected_disposition"
          label={t('complaint.field.expected_disposition')}
          rows={2}
        />
      </div>
      {alone && (
        <>
          <Alert type="warning" showIcon className="refusal" title={t('complaint.alone')} />
          <TextField
            name="no_consultation_reason"
            label={t('complaint.field.no_consultation_reason')}
            rows={2}
          />
        </>
      )}
    </>
  );
}

export const writeOpinion: ActSpec = {
  Fields: OpinionFields,
  wide: true,
  initial: (page) => {
    const last = page.opinions?.at(-1);
    if (!last) return { site_visit: true, measures: [] };
    const {
      opinion_version: _n,
      written_by: _w,
      written_at: _wa,
      signed_by: _s,
      signed_at: _sa,
      ...texts
    } = last;
    return { ...texts, measures: texts.measures ?? [] };
  },
  body: ({ version: _version, measures, ...values }) => ({
    ...values,
    measures: ((measures as Measure[] | undefined) ?? []).map((one) => filled(one)),
    site_visit: values.site_visit ?? false,
  }),
};

function SignFields({ page }: FieldsProps) {
  const { t } = useTranslation();
  const last = page.opinions?.at(-1);
  if (!last) return null;
  const silent = (page.consultations ?? []).filter((one) => !one.answered_at);
  return (
    <>
      <OpinionText opinion={last} />
      {silent.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('complaint.no_answer_yet', {
            names: silent.map((one) => one.department.name).join(t('list.separator')),
          })}
        />
      )}
    </>
  );
}

export const signOpinion: ActSpec = {
  Fields: SignFields,
  wide: true,
  body: (_values, page) => ({ opinion_version: page.opinions?.at(-1)?.opinion_version }),
};
