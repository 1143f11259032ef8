import { Link } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Modal, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/dates';
import { useCan } from '../../../shared/session';
import { useAct } from '../../../shared/useAct';
import { begin, rejectedHref, undo } from './job';
import type { Job } from './types';

/** How far an import, or the undoing of one, has come. */
export function AtWork({ job }: { job: Job }) {
  const { t } = useTranslation();
  const share = job.rows_total > 0 ? job.rows_done / job.rows_total : 0;
  return (
    <section className="panel stack" aria-live="polite">
      <h2>{t(`ledger.status.${job.status}`)}</h2>
      <Progress percent={Math.round(share * 100)} aria-label={t('ledger.progress')} />
      <p className="number">
        {job.rows_total > 0
          ? t('ledger.so_far', { done: job.rows_done, total: job.rows_total })
          : t('ledger.preparing')}
      </p>
      <p className="quiet">{t('ledger.may_leave')}</p>
    </section>
  );
}

function UndoDialog({ job, open, onClose }: { job: Job; open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const act = useAct<{ reason: string }, Job>({
    send: (values, key) => undo(job.id, values.reason, key),
    form,
    refresh: [['imports'], ['complaints'], ['customers']],
    onDone: onClose,
  });
  return (
    <Modal
      open={open}
      title={t('ledger.undo')}
      okText={t('ledger.undo')}
      cancelText={t('ledger.cancel')}
      okButtonProps={{ danger: true, loading: act.running }}
      destroyOnHidden
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{t('ledger.undo_note', { n: job.rows_done })}</p>
      {job.touched.length > 0 && (
        <p>
          {t('ledger.undo_keeps', {
            n: job.touched.length,
            numbers: job.touched
              .slice(0, 10)
              .map((one) => one.number)
              .join(t('list.separator')),
          })}
        </p>
      )}
      <Form form={form} layout="vertical" onFinish={(values) => void act.run(values)}>
        <Form.Item
          name="reason"
          label={t('ledger.reason')}
          rules={[{ required: true, whitespace: true, message: t('ledger.reason_needed') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Figures({ job }: { job: Job }) {
  const { t } = useTranslation();
  const leftOut = job.counts.rejected + job.counts.repeated;
  return (
    <ul className="ledger-figures">
      {job.numbers.map((span) => (
        <li key={span.year} className="number">
          {t('ledger.span', { ...span })}
        </li>
      ))}
      <li>{t('ledger.new_customers', { n: job.counts.new_customers })}</li>
      {job.counts.skipped > 0 && <li>{t('ledger.skipped', { n: job.counts.skipped })}</li>}
      {leftOut > 0 && (
        <>
          <li>{t('ledger.left_out', { rejected: job.counts.rejected, repeated: job.counts.repeated })}</li>
          <li>
            <a href={rejectedHref(job.id, 'xlsx')}>{t('ledger.download_xlsx')}</a>
          </li>
        </>
      )}
    </ul>
  );
}

function Head({ job }: { job: Job }) {
  const { t } = useTranslation();
  if (job.status === 'failed') {
    return <Alert type="error" showIcon role="alert" title={t('ledger.failed')} description={job.trouble} />;
  }
  if (job.status === 'undone') {
    return (
      <Alert
        type="info"
        showIcon
        role="status"
        title={t('ledger.was_undone', { voided: job.counts.voided, kept: job.counts.kept })}
        description={`${job.undone_at ? formatDateTime(job.undone_at) : ''} ${job.reason ?? ''}`}
      />
    );
  }
  return <Alert type="success" showIcon role="status" title={t('ledger.done', { n: job.rows_done })} />;
}

/** The last step: what came of it, the way to it, and the way back. */
export function Outcome({ job }: { job: Job }) {
  const { t } = useTranslation();
  const mayUndo = useCan('complaint.undo_import');
  const [open, setOpen] = useState(false);
  const again = useAct<object, Job>({
    send: (_, key) => begin(job.id, { duplicates: 'suggested', skip: [], import: [] }, key),
    refresh: [['imports']],
  });
  return (
    <section className="panel stack" aria-label={t('ledger.step.result')}>
      <Head job={job} />
      <Figures job={job} />
      {job.touched.length > 0 && (
        <p>
          {t('ledger.touched')}{' '}
          {job.touched.slice(0, 20).map((one) => (
            <Link key={one.id} to="/complaints/$id" params={{ id: one.id }} className="ledger-number">
              {one.number}
            </Link>
          ))}
        </p>
      )}
      <div className="form-actions ledger-actions">
        <Link to="/import">{t('ledger.another')}</Link>
        <Link to="/complaints" search={{ import_id: job.id }}>
          {t('ledger.see_all')}
        </Link>
        {job.status === 'failed' && (
          <Button type="primary" loading={again.running} onClick={() => void again.run({})}>
            {t('ledger.go_on')}
          </Button>
        )}
        {job.status !== 'undone' && mayUndo && (
          <Button danger onClick={() => setOpen(true)}>
            {t('ledger.undo')}
          </Button>
        )}
      </div>
      <UndoDialog job={job} open={open} onClose={() => setOpen(false)} />
    </section>
  );
}
