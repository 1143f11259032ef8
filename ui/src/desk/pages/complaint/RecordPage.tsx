import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Dropdown, Skeleton, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { address } from '../../../shared/api';
import { PageHeader } from '../../../shared/PageHeader';
import { PersonName } from '../../../shared/PersonName';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';
import { Timeline } from '../../../shared/Timeline';
import { useNarrow } from '../../../shared/useNarrow';
import { NotFound } from '../../NotFound';
import { ActDialog, ActPanel } from './acts/ActDialog';
import { specs } from './acts/specs';
import { ClassTag, SeverityTag, StateTag } from './chips';
import './complaint.css';
import { pageQuery } from './page';
import { ClockList, NextDue } from './record/Clocks';
import { IntakePart } from './record/IntakePart';
import { LaterParts } from './record/LaterParts';
import { NextActs, nextStep, StickyActs } from './record/NextActs';
import { OpinionPart } from './record/OpinionPart';
import { Related } from './record/Related';
import { Sections } from './record/Sections';
import type { ComplaintPage } from './types';

const printed = ['zh', 'both', 'en'] as const;

function PrintButton({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: printed.map((lang) => ({
          key: lang,
          label: (
            <a
              href={address(`/api/v1/complaints/${encodeURIComponent(id)}/form.pdf`, { lang })}
              target="_blank"
              rel="noreferrer"
            >
              {t(`complaint.print.${lang}`)}
            </a>
          ),
        })),
      }}
    >
      <Button icon={<PrinterOutlined aria-hidden="true" />}>{t('complaint.print')}</Button>
    </Dropdown>
  );
}

function Head({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  const nobody = page.anonymous ? t('complaint.anonymous') : '';
  const about = [
    page.customer_name || page.complainant_name || nobody,
    page.lines?.[0]?.product_name,
    page.lines?.[0]?.model,
  ];
  return (
    <PageHeader
      title={page.number}
      tags={
        <>
          <StateTag state={page.state} />
          <ClassTag value={page.class} />
          <SeverityTag value={page.severity} />
          {page.entry_mode === 'retrospective' && <Tag>{t('complaint.retrospective')}</Tag>}
          {page.misclassified && <Tag color="warning">{t('complaint.misclassified')}</Tag>}
          {page.reopen_count > 0 && <Tag>{t('complaint.reopened', { n: page.reopen_count })}</Tag>}
        </>
      }
      subtitle={
        <span className="record-about">
          <span>{about.filter(Boolean).join(' · ')}</span>
          <span>
            {t('complaint.officer')} <PersonName name={page.officer.name} />
          </span>
          <NextDue page={page} />
        </span>
      }
      actions={<PrintButton id={page.id} />}
    />
  );
}

function Ended({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  if (!page.close_kind) return null;
  return (
    <section className="panel ended" aria-label={t('complaint.ended')}>
      <p>
        <strong>{t(`complaint.close_kind.${page.close_kind}`)}</strong>
        {page.merged_into && (
          <Link to="/complaints/$id" params={{ id: page.merged_into }} className="number">
            {t('complaint.merged_into')}
          </Link>
        )}
      </p>
      {page.close_summary && <p className="words">{page.close_summary}</p>}
    </section>
  );
}

/** The dialog the address asks for, so that a to-do entry or a reload leads straight into it. */
function useOpenAct() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { act?: string; into?: string };
  const open = (id: string, act: string | undefined) => {
    if (act === 'amend') void navigate({ to: '/complaints/$id/amend', params: { id } });
    else void navigate({ to: '/complaints/$id', params: { id }, search: act ? { act } : {}, replace: true });
  };
  return { act: search.act, into: search.into, open };
}

function Record({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  const narrow = useNarrow(640);
  const { act, into, open } = useOpenAct();
  const step = nextStep(page);
  const standing = step?.act === 'classify' ? step : undefined;
  const classify = specs.classify;
  const asked = act ? page.next?.find((one) => one.act === act && one.allowed) : undefined;
  const spec = asked && asked.act !== standing?.act ? specs[asked.act] : undefined;
  const start = (name: string) => open(page.id, name);
  const timeline = (page.timeline ?? []).map((line) => ({ ...line, actor_name: line.actor.name }));
  return (
    <div className="record">
      <Head page={page} />
      <Ended page={page} />
      {standing && classify && (
        <ActPanel
          key={page.id}
          act="classify"
          spec={classify}
          page={page}
          obligation={standing.obligation}
          onClose={() => open(page.id, undefined)}
        />
      )}
      <div className="record-columns">
        <div className="record-aside">
          <NextActs page={page} onAct={start} standing={standing?.act} />
          <ClockList page={page} />
        </div>
        <div className="record-main">
          <article className="sheet" aria-label={t('complaint.form_title')}>
            <div className="sheet-head">
              <p className="sheet-title">{t('complaint.form_title')}</p>
              <p className="sheet-number quiet">
                {t('complaint.field.number')} <span className="number">{page.number}</span>
              </p>
            </div>
            <IntakePart page={page} onAct={start} />
            <OpinionPart page={page} onAct={start} />
          </article>
          <Sections page={page} onAct={start} />
          <LaterParts />
        </div>
        <div className="record-history">
          <Related page={page} />
          <section className="panel" aria-labelledby="timeline-title">
            <h2 id="timeline-title">{t('complaint.timeline')}</h2>
            <Timeline lines={timeline} />
          </section>
        </div>
      </div>
      {narrow && <StickyActs page={page} onAct={start} standing={standing?.act} />}
      {spec && asked && (
        <ActDialog
          key={`${page.id} ${asked.act}`}
          act={asked.act}
          spec={spec}
          page={page}
          obligation={asked.obligation}
          preset={into && asked.act === 'merge' ? { into_id: into } : undefined}
          onClose={() => open(page.id, undefined)}
        />
      )}
    </div>
  );
}

/** One complaint: the paper form as far as it is filled, who owes what by when, and everything that happened. */
export function RecordPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const page = useQuery(pageQuery(id));
  if (page.data) return <Record page={page.data} />;
  if (page.error instanceof Refusal && page.error.status === 404) return <NotFound />;
  return (
    <div className="stack">
      <PageHeader title={t('complaint.record')} />
      {page.isError ? (
        <>
          <RefusalAlert refusal={page.error instanceof Refusal ? page.error : new Refusal(0)} />
          <Button onClick={() => void page.refetch()}>{t('complaint.again')}</Button>
        </>
      ) : (
        <div className="panel" aria-busy="true">
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      )}
    </div>
  );
}
