import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Skeleton, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../shared/PageHeader';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';
import { useAct } from '../../../shared/useAct';
import { Columns } from './Columns';
import { begin, choose, jobQuery, previewQuery, rowsToTake } from './job';
import { AtWork, Outcome } from './Outcome';
import { Problems } from './Problems';
import { StatusTag } from './StatusTag';
import { type Step, Steps } from './Steps';
import type { Choices, Decisions, Job, Preview } from './types';
import './ledger.css';

const route = getRouteApi('/shell/import/$id');

function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal(0);
}

/** The person's corrections; each is judged by the server, which shows the file anew. */
function useChoices(id: string) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const change = async (choices: Choices) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      queries.setQueryData(previewQuery(id).queryKey, await choose(id, choices));
    } catch (error) {
      setRefusal(asRefusal(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, change };
}

const asSuggested: Decisions = { duplicates: 'suggested', skip: [], import: [] };

interface LookProps {
  found: Preview;
  step: Step;
  onStep: (step: Step) => void;
}

/** The file before it is taken in: its columns, then its problems. */
function Looked({ found, step, onStep }: LookProps) {
  const { t } = useTranslation();
  const { busy, refusal, change } = useChoices(found.job.id);
  const [decisions, setDecisions] = useState(asSuggested);
  const act = useAct<Decisions, Job>({
    send: (values, key) => begin(found.job.id, values, key),
    refresh: [['imports']],
    inline: true,
  });
  const rows = rowsToTake(found, decisions);
  const blocked = found.missing.length > 0 || rows === 0;
  return (
    <>
      <RefusalAlert refusal={refusal ?? act.refusal} />
      <Spin spinning={busy}>
        <div className="stack">
          {step === 'columns' ? (
            <Columns found={found} busy={busy} onChoices={(choices) => void change(choices)} />
          ) : (
            <Problems found={found} decisions={decisions} onDecisions={setDecisions} />
          )}
        </div>
      </Spin>
      <div className="form-actions ledger-actions">
        <Link to="/import">{t('ledger.other_file')}</Link>
        {step === 'columns' ? (
          <Button
            type="primary"
            disabled={busy || found.missing.length > 0}
            onClick={() => onStep('problems')}
          >
            {t('ledger.next')}
          </Button>
        ) : (
          <>
            <Button onClick={() => onStep('columns')}>{t('ledger.back')}</Button>
            <Button
              type="primary"
              loading={act.running}
              disabled={blocked}
              onClick={() => void act.run(decisions)}
            >
              {t('ledger.commit', { n: rows })}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

function Previewed({ id, step, onStep }: { id: string; step: Step; onStep: (step: Step) => void }) {
  const { t } = useTranslation();
  const found = useQuery(previewQuery(id));
  if (found.isPending) {
    return (
      <section className="panel stack" aria-label={t('ledger.reading')}>
        <p>{t('ledger.reading')}</p>
        <Skeleton active />
      </section>
    );
  }
  if (found.isError) return <RefusalAlert refusal={asRefusal(found.error)} />;
  return <Looked found={found.data} step={step} onStep={onStep} />;
}

function stepOf(job: Job, looking: Step): Step {
  if (job.status === 'previewed') return looking;
  return job.status === 'committing' || job.status === 'undoing' ? 'commit' : 'result';
}

/** One import: looked at, at work, or done. Its place is kept by the server, so a reload loses nothing. */
export function JobPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const queries = useQueryClient();
  const [looking, setLooking] = useState<Step>('columns');
  const found = useQuery(jobQuery(id));
  const status = found.data?.status;
  useEffect(() => {
    if (status !== 'done' && status !== 'undone') return;
    for (const queryKey of [['complaints'], ['customers'], ['todo']])
      void queries.invalidateQueries({ queryKey });
  }, [queries, status]);
  if (found.isPending) return <Skeleton active />;
  if (found.isError) return <RefusalAlert refusal={asRefusal(found.error)} />;
  const job = found.data;
  const step = stepOf(job, looking);
  const onStep = (next: Step) => {
    setLooking(next);
    window.scrollTo({ top: 0 });
  };
  return (
    <div className="stack">
      <PageHeader
        title={job.file_name}
        tags={<StatusTag status={job.status} />}
        back={<Link to="/import">{t('ledger.title')}</Link>}
      />
      <Steps at={step} />
      {job.status === 'previewed' && <Previewed id={id} step={step} onStep={onStep} />}
      {(job.status === 'committing' || job.status === 'undoing') && <AtWork job={job} />}
      {(job.status === 'done' || job.status === 'failed' || job.status === 'undone') && <Outcome job={job} />}
    </div>
  );
}
