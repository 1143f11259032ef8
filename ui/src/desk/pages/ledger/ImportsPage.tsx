import FileExcelOutlined from '@ant-design/icons/es/icons/FileExcelOutlined';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Empty, Progress, Skeleton } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../shared/api';
import { formatDateTime } from '../../../shared/dates';
import { sizeWords } from '../../../shared/FileDrop';
import { PageHeader } from '../../../shared/PageHeader';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';
import { handIn, jobsQuery, largestFile } from './job';
import { StatusTag } from './StatusTag';
import { Steps } from './Steps';
import './ledger.css';

function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal(0);
}

/** Sends a file and goes to its preview. The same file keeps its key, so that trying again makes one import. */
function useHandIn() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const intention = useRef<{ file: File; key: string }>(undefined);
  const [share, setShare] = useState<number>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [tooLarge, setTooLarge] = useState(false);
  const send = async (file: File) => {
    setRefusal(undefined);
    setTooLarge(file.size > largestFile);
    if (file.size > largestFile) return;
    if (intention.current?.file !== file) intention.current = { file, key: newKey() };
    setShare(0);
    try {
      const job = await handIn(file, intention.current.key, setShare);
      await queries.invalidateQueries({ queryKey: ['imports'], exact: true });
      await navigate({ to: '/import/$id', params: { id: job.id } });
    } catch (error) {
      const found = asRefusal(error);
      if (!found.unanswered) intention.current = undefined;
      setRefusal(found);
    } finally {
      setShare(undefined);
    }
  };
  return { share, refusal, tooLarge, send };
}

function Drop() {
  const { t } = useTranslation();
  const { share, refusal, tooLarge, send } = useHandIn();
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const busy = share !== undefined;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) void send(file);
  };
  return (
    <>
      <RefusalAlert refusal={refusal} />
      {tooLarge && (
        <p role="alert" className="ledger-bad">
          {t('ledger.too_large', { size: sizeWords(largestFile) })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same by keyboard. */}
      <div
        className={over ? 'ledger-drop ledger-drop-over' : 'ledger-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button
          type="primary"
          size="large"
          icon={<FileExcelOutlined />}
          loading={busy}
          onClick={() => chooser.current?.click()}
        >
          {t('ledger.choose')}
        </Button>
        <p className="quiet">{t('ledger.hint', { size: sizeWords(largestFile) })}</p>
        {busy && (
          <Progress
            className="ledger-sending"
            percent={Math.round(share * 100)}
            aria-label={t('ledger.sending')}
          />
        )}
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".xlsx,.csv,.tsv,.txt,.xls"
          aria-label={t('ledger.choose')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void send(file);
            event.target.value = '';
          }}
        />
      </div>
    </>
  );
}

function Earlier() {
  const { t } = useTranslation();
  const jobs = useQuery(jobsQuery);
  if (jobs.isPending) return <Skeleton active title={false} />;
  if (jobs.isError) return <RefusalAlert refusal={asRefusal(jobs.error)} />;
  const list = jobs.data.items ?? [];
  if (list.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('ledger.none')} />;
  }
  return (
    <ul className="ledger-list">
      {list.map((job) => (
        <li key={job.id}>
          <div>
            <Link to="/import/$id" params={{ id: job.id }}>
              {job.file_name}
            </Link>
            <div className="quiet">
              <span className="number">{formatDateTime(job.started_at)}</span> {job.started_by_name}
            </div>
            {job.numbers.map((span) => (
              <div key={span.year} className="number">
                {t('ledger.span', { ...span })}
              </div>
            ))}
          </div>
          <StatusTag status={job.status} />
        </li>
      ))}
    </ul>
  );
}

/** Brings an old register in: a file is dropped, looked at, and taken in; every earlier import can be taken back. */
export function ImportsPage() {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <PageHeader
        title={t('ledger.title')}
        subtitle={t('ledger.subtitle')}
        actions={
          <span className="row">
            <Link to="/customers/import">{t('ledger.customers')}</Link>
            <Link to="/units/import">{t('ledger.units')}</Link>
          </span>
        }
      />
      <Steps at="file" />
      <Drop />
      <section className="panel" aria-labelledby="ledger-earlier">
        <h2 id="ledger-earlier">{t('ledger.earlier')}</h2>
        <Earlier />
      </section>
    </div>
  );
}
