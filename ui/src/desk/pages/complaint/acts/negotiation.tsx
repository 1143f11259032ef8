import { Alert, Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UploadedFile } from '../../../../shared/api';
import { formatDateTime } from '../../../../shared/dates';
import { FileDrop } from '../../../../shared/FileDrop';
import { channels, contactKinds, satisfactionMethods } from '../choices';
import { presentMinute } from '../MomentField';
import { ChoiceField, ShortField, TextField, TimeField, useRequired } from './parts';
import { type ActSpec, type FieldsProps, filled } from './spec';

function ContactFields() {
  const { t } = useTranslation();
  return (
    <div className="form-grid">
      <ChoiceField
        name="kind"
        label={t('complaint.field.kind')}
        values={contactKinds}
        words={(kind) => t(`complaint.contact_kind.${kind}`)}
      />
      <Form.Item name="channel" label={t('complaint.field.contact_channel')}>
        <Select options={channels.map((one) => ({ value: one, label: t(`complaint.channel.${one}`) }))} />
      </Form.Item>
      <TimeField name="at" label={t('complaint.field.at')} />
      <TextField name="said" label={t('complaint.field.said')} required autoFocus />
      <TextField name="reaction" label={t('complaint.field.reaction')} rows={2} />
      <ShortField name="person" label={t('complaint.field.person')} />
      <TimeField name="next_at" label={t('complaint.field.next_at')} />
      <TextField name="next_step" label={t('complaint.field.next_step')} rows={1} />
    </div>
  );
}

/** Once evidence is there, the way of the first contact is the likeliest of the next. */
const contactChannels = ['phone', 'email', 'wechat', 'letter', 'visit'];

export const logContact: ActSpec = {
  Fields: ContactFields,
  initial: (page) => ({
    kind: 'contact',
    channel: contactChannels.includes(page.channel) ? page.channel : 'phone',
    at: presentMinute(),
    person: page.contact_name || page.complainant_name,
  }),
};

function SatisfactionFields({ form }: FieldsProps) {
  const { t } = useTranslation();
  const method = Form.useWatch('method', form) as string | undefined;
  const required = useRequired();
  return (
    <div className="form-grid">
      <ChoiceField
        name="method"
        label={t('complaint.field.method')}
        values={satisfactionMethods}
        words={(one) => t(`complaint.method.${one}`)}
      />
      <ShortField name="by" label={t('complaint.field.by')} required />
      <TimeField name="at" label={t('complaint.field.said_at')} />
      <TextField
        name="statement"
        label={t('complaint.field.statement')}
        extra={method && t(`complaint.method_hint.${method}`)}
        required
        autoFocus
      />
      <Form.Item
        name="files"
        label={t('complaint.field.file_id')}
        className="wide"
        rules={method === 'signature' ? required : undefined}
      >
        <FileDrop single />
      </Form.Item>
    </div>
  );
}

export const recordSatisfaction: ActSpec = {
  Fields: SatisfactionFields,
  initial: (page) => ({
    method: 'message',
    by: page.contact_name || page.complainant_name || page.customer_name,
    at: presentMinute(),
  }),
  body: ({ files, ...values }) => ({ ...values, file_id: (files as UploadedFile[] | undefined)?.[0]?.id }),
};

function ExceptionFields() {
  const { t } = useTranslation();
  return (
    <>
      <TextField name="reason" label={t('complaint.field.exception_reason')} required autoFocus />
      <TextField name="final_offer" label={t('complaint.field.final_offer')} required />
      <TextField
        name="remedies_told"
        label={t('complaint.field.remedies_told')}
        extra={t('complaint.remedies_hint')}
        required
        rows={2}
      />
    </>
  );
}

export const requestException: ActSpec = {
  Fields: ExceptionFields,
  initial: (page) => ({
    final_offer: page.contacts?.filter((one) => one.kind === 'final_offer').at(-1)?.said,
  }),
};

function DecisionFields({ page, form }: FieldsProps) {
  const { t } = useTranslation();
  const asked = page.exceptions?.find((one) => !one.decided_at);
  const approve = Form.useWatch('approve', form) as boolean | undefined;
  const required = useRequired();
  return (
    <>
      {asked && (
        <dl className="facts">
          <dt>{t('complaint.asked_by')}</dt>
          <dd>
            {asked.asked_by.name} {formatDateTime(asked.asked_at)}
          </dd>
          <dt>{t('complaint.field.exception_reason')}</dt>
          <dd className="words">{asked.reason}</dd>
          <dt>{t('complaint.field.final_offer')}</dt>
          <dd className="words">{asked.final_offer}</dd>
          <dt>{t('complaint.field.remedies_told')}</dt>
          <dd className="words">{asked.remedies_told}</dd>
        </dl>
      )}
      <Form.Item name="approve" label={t('complaint.field.approve')} rules={required}>
        <Radio.Group
          aria-label={t('complaint.field.approve')}
          optionType="button"
          buttonStyle="solid"
          options={[
            { value: true, label: t('complaint.approve') },
            { value: false, label: t('complaint.refuse') },
          ]}
        />
      </Form.Item>
      <TextField name="comment" label={t('complaint.field.comment')} required={approve === false} rows={2} />
    </>
  );
}

export const decideException: ActSpec = {
  Fields: DecisionFields,
  body: ({ approve, comment }) => ({ ...filled({ comment }), approve }),
};

function CloseFields({ page }: FieldsProps) {
  const { t } = useTranslation();
  const evidence = page.satisfaction ?? [];
  const exception = page.exceptions?.find((one) => one.approved);
  return (
    <>
      {evidence.map((one) => (
        <Alert
          key={one.id}
          type="success"
          showIcon
          className="refusal"
          title={t('complaint.evidence', {
            method: t(`complaint.method.${one.method}`),
            name: one.by,
            time: formatDateTime(one.at),
          })}
          description={one.statement}
        />
      ))}
      {evidence.length === 0 && exception && (
        <Alert
          type="warning"
          showIcon
          className="refusal"
          title={t('complaint.by_exception', { name: exception.decided_by.name })}
          description={exception.final_offer}
        />
      )}
      <TextField name="summary" label={t('complaint.field.close_summary')} required autoFocus />
    </>
  );
}

export const close: ActSpec = { Fields: CloseFields };
