import DownloadOutlined from '@ant-design/icons/es/icons/DownloadOutlined';
import { Link } from '@tanstack/react-router';
import { Button, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { decisionFor, rejectedHref } from './job';
import type { Aside, Decision, Decisions, Preview, Twin } from './types';

const shownMost = 100;

function Asides({ title, rows }: { title: string; rows: Aside[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 && <p className="quiet">{t('ledger.no_rows')}</p>}
      <ul className="ledger-list">
        {rows.slice(0, shownMost).map((row) => (
          <li key={row.row}>
            <div>
              <strong className="number">{t('ledger.row_n', { n: row.row })}</strong> {row.reason}
              <div className="quiet ledger-text">{(row.raw ?? []).filter(Boolean).join(' · ')}</div>
            </div>
          </li>
        ))}
      </ul>
      {rows.length > shownMost && <p className="quiet">{t('ledger.more', { n: rows.length - shownMost })}</p>}
    </section>
  );
}

interface TwinProps {
  twin: Twin;
  decision: Decision;
  onDecision: (decision: Decision) => void;
}

function TwinLine({ twin, decision, onDecision }: TwinProps) {
  const { t } = useTranslation();
  return (
    <li>
      <div>
        <strong className="number">{t('ledger.row_n', { n: twin.row })}</strong>{' '}
        <span className="number">{twin.taken_on}</span> {twin.customer}
        <div className="ledger-text">{twin.account}</div>
        <div className="quiet">{twin.reason}</div>
        {twin.other && (
          <Link to="/complaints/$id" params={{ id: twin.other.id }} target="_blank">
            {twin.other.number}
          </Link>
        )}
      </div>
      <Radio.Group
        size="small"
        optionType="button"
        value={decision}
        aria-label={t('ledger.decision_of', { n: twin.row })}
        options={(['skip', 'import'] as const).map((value) => ({
          value,
          label: t(`ledger.decision.${value}`),
        }))}
        onChange={(event) => onDecision(event.target.value as Decision)}
      />
    </li>
  );
}

interface Props {
  found: Preview;
  decisions: Decisions;
  onDecisions: (decisions: Decisions) => void;
}

function Twins({ found, decisions, onDecisions }: Props) {
  const { t } = useTranslation();
  const decide = (row: number, decision: Decision) => {
    const without = {
      ...decisions,
      skip: decisions.skip.filter((one) => one !== row),
      import: decisions.import.filter((one) => one !== row),
    };
    onDecisions({ ...without, [decision]: [...without[decision], row] });
  };
  return (
    <section className="panel" aria-labelledby="ledger-twins">
      <div className="ledger-head">
        <h2 id="ledger-twins">{t('ledger.twins', { n: found.summary.duplicates })}</h2>
        {found.duplicates.length > 0 && (
          <Select
            aria-label={t('ledger.decide_all')}
            value={decisions.duplicates}
            options={(['suggested', 'skip', 'import'] as const).map((value) => ({
              value,
              label: t(`ledger.all.${value}`),
            }))}
            onChange={(duplicates: Decisions['duplicates']) =>
              onDecisions({ duplicates, skip: [], import: [] })
            }
          />
        )}
      </div>
      {found.duplicates.length === 0 && <p className="quiet">{t('ledger.no_twins')}</p>}
      <ul className="ledger-list">
        {found.duplicates.slice(0, shownMost).map((twin) => (
          <TwinLine
            key={twin.row}
            twin={twin}
            decision={decisionFor(twin, decisions)}
            onDecision={(decision) => decide(twin.row, decision)}
          />
        ))}
      </ul>
      {found.summary.duplicates > shownMost && (
        <p className="quiet">{t('ledger.more', { n: found.summary.duplicates - shownMost })}</p>
      )}
    </section>
  );
}

/** The third step: what is not taken in, and what may be there already. */
export function Problems(props: Props) {
  const { t } = useTranslation();
  const { found } = props;
  return (
    <>
      {found.summary.rejected + found.summary.repeated > 0 && (
        <div className="row">
          <Button icon={<DownloadOutlined />} href={rejectedHref(found.job.id, 'xlsx')}>
            {t('ledger.download_xlsx')}
          </Button>
          <Button icon={<DownloadOutlined />} href={rejectedHref(found.job.id, 'csv')}>
            {t('ledger.download_csv')}
          </Button>
        </div>
      )}
      <Asides title={t('ledger.rejected', { n: found.summary.rejected })} rows={found.rejected} />
      <Asides title={t('ledger.repeated', { n: found.summary.repeated })} rows={found.repeated} />
      <Twins {...props} />
    </>
  );
}
