import { Alert, Checkbox, Form, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatDue } from '../../../../shared/dates';
import { ObligationTag } from '../../../../shared/ObligationTag';
import { useNow } from '../../../../shared/useNow';
import { returnReasons } from '../choices';
import type { Attachment } from '../types';
import { ChoiceField, TextField } from './parts';
import type { ActSpec, FieldsProps } from './spec';

function PaperLabel({ paper }: { paper: Attachment }) {
  const { t } = useTranslation();
  return (
    <span>
      {paper.title || paper.name}{' '}
      <span className="quiet">
        {[
          t(`complaint.paper_kind.${paper.kind}`),
          paper.pages ? t('complaint.pages', { n: paper.pages }) : '',
          t(paper.original ? 'complaint.paper.original' : 'complaint.paper.copy'),
          paper.holder,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}

function PaperChoice({ papers, form }: { papers: Attachment[]; form: FormInstance }) {
  const { t } = useTranslation();
  const none = Form.useWatch('no_papers', form) as boolean | undefined;
  return (
    <Form.Item name="papers" label={t('complaint.field.papers')}>
      <Checkbox.Group
        className="choices-down"
        disabled={none}
        options={papers.map((paper) => ({ value: paper.id, label: <PaperLabel paper={paper} /> }))}
      />
    </Form.Item>
  );
}

function HandOverFields({ page, form }: FieldsProps) {
  const { t } = useTranslation();
  const now = useNow();
  const papers = page.attachments ?? [];
  const clock = page.clocks?.find((one) => one.step === 'hand-over' && !one.met_at && !one.cancelled_at);
  const late = clock !== undefined && !clock.apart && Date.parse(clock.due_at) <= now;
  return (
    <>
      {clock && !late && (
        <p className="quiet act-hint">{t('complaint.due', { time: formatDue(clock.due_at) })}</p>
      )}
      {(page.plans ?? []).length === 0 && (
        <Alert
          type="warning"
          showIcon
          className="refusal"
          title={t('complaint.plan_missing')}
          action={<ObligationTag id="2.1-k" />}
        />
      )}
      {papers.length > 0 && <PaperChoice papers={papers} form={form} />}
      <Form.Item
        name="no_papers"
        valuePropName="checked"
        label={papers.length === 0 ? t('complaint.field.papers') : undefined}
        extra={papers.length === 0 ? t('complaint.no_papers_hint') : undefined}
      >
        <Checkbox
          onChange={(event) => {
            if (event.target.checked) form.setFieldValue('papers', []);
          }}
        >
          {t('complaint.field.no_papers')} <ObligationTag id="2.1-m" />
        </Checkbox>
      </Form.Item>
      {late && (
        <>
          <Alert
            type="warning"
            showIcon
            className="refusal"
            title={t('complaint.late', { time: formatDue(clock.due_at) })}
            description={t('complaint.late_hint')}
          />
          <TextField
            name="late_reason"
            label={t('complaint.field.late_reason')}
            required
            autoFocus
            rows={2}
          />
        </>
      )}
    </>
  );
}

export const handOver: ActSpec = {
  Fields: HandOverFields,
  initial: (page) => ({
    papers: (page.attachments ?? []).map((paper) => paper.id),
  }),
  body: ({ papers, no_papers, late_reason }) =>
    no_papers ? { no_papers: true, late_reason } : { papers, late_reason },
};

function LaterPaperFields({ page, form }: FieldsProps) {
  const papers = (page.attachments ?? []).filter((paper) => !paper.handed_over_at);
  return <PaperChoice papers={papers} form={form} />;
}

export const handOverPapers: ActSpec = {
  Fields: LaterPaperFields,
  initial: (page) => ({
    papers: (page.attachments ?? []).filter((paper) => !paper.handed_over_at).map((paper) => paper.id),
  }),
};

function ReceiveFields({ page }: FieldsProps) {
  const { t } = useTranslation();
  const last = page.handovers?.filter((one) => !one.papers_only).at(-1);
  if (!last) return null;
  const papers = last.papers ?? [];
  return (
    <dl className="facts">
      <dt>{t('complaint.handed_by')}</dt>
      <dd>
        {last.by.name} {formatDateTime(last.at)}
      </dd>
      <dt>{t('complaint.field.papers')}</dt>
      <dd>
        {papers.length === 0 && t('complaint.field.no_papers')}
        <ul className="plain-list">
          {papers.map((paper) => (
            <li key={paper.id}>
              {paper.name} <span className="quiet">{t(`complaint.paper_kind.${paper.kind}`)}</span>
            </li>
          ))}
        </ul>
      </dd>
      {last.late_reason && (
        <>
          <dt>{t('complaint.field.late_reason')}</dt>
          <dd className="words">{last.late_reason}</dd>
        </>
      )}
    </dl>
  );
}

export const receive: ActSpec = { Fields: ReceiveFields, body: () => ({}) };

function ReturnFields() {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        name="reason_code"
        label={t('complaint.field.reason_code')}
        values={returnReasons}
        words={(one) => t(`complaint.return_reason.${one}`)}
      />
      <TextField name="reason" label={t('complaint.field.reason')} required autoFocus />
    </>
  );
}

export const returnHandover: ActSpec = {
  Fields: ReturnFields,
  initial: () => ({ reason_code: 'incomplete' }),
};
