import DownloadOutlined from '@ant-design/icons/es/icons/DownloadOutlined';
import FileExcelOutlined from '@ant-design/icons/es/icons/FileExcelOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Progress, Select, Spin } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../shared/PageHeader';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';
import { ImportSheet } from './ImportSheet';
import { Imports } from './Imports';
import {
  type Aside,
  asideFile,
  type Choices,
  download,
  type ImportKind,
  nothingYet,
  type Preview,
  preview,
  send,
  type Tally,
} from './importing';
import './party.css';

function FileChoice({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same by keyboard.
    <div
      className={over ? 'import-drop import-drop-over' : 'import-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button
        type="primary"
        icon={<FileExcelOutlined />}
        loading={busy}
        onClick={() => chooser.current?.click()}
      >
        {t('party.import.choose')}
      </Button>
      <p className="quiet">{t('party.import.hint')}</p>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt,.tsv"
        aria-label={t('party.import.choose')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
    </div>
  );
}

/** Rows that were not taken, with the reason of each; all of them as a file. */
function Asides({ title, rows, name }: { title: string; rows: Aside[]; name: string }) {
  const { t } = useTranslation();
  const shownMost = 50;
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-label={title}>
      <div className="party-head">
        <h2>{title}</h2>
        <Button
          size="small"
          icon={<DownloadOutlined />}
          onClick={() => download(asideFile([t('party.import.row'), t('party.import.reason')], rows), name)}
        >
          {t('party.import.download')}
        </Button>
      </div>
      <ul className="party-list">
        {rows.slice(0, shownMost).map((row) => (
          <li key={`${row.row} ${row.reason}`}>
            <div className="party-list-text">
              <span>
                <span className="number">{t('party.import.row_n', { n: row.row })}</span> {row.reason}
              </span>
              <span className="quiet">{(row.raw ?? []).filter(Boolean).join(' · ')}</span>
            </div>
          </li>
        ))}
      </ul>
      {rows.length > shownMost && (
        <p className="quiet">{t('party.import.more', { n: rows.length - shownMost })}</p>
      )}
    </section>
  );
}

function Summary({ found }: { found: Preview }) {
  const { t } = useTranslation();
  const { summary } = found;
  return (
    <p>
      {t('party.import.summary', {
        file: found.file_name,
        rows: summary.rows,
        importable: summary.importable,
        rejected: summary.rejected + summary.repeated,
        duplicates: summary.duplicates,
      })}{' '}
      {found.encoding && (
        <span className="quiet">{t('party.import.encoding', { encoding: found.encoding })}</span>
      )}
    </p>
  );
}

function Outcome({ kind, tally, onAgain }: { kind: ImportKind; tally: Tally; onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        title={t('party.import.done')}
        description={t('party.import.outcome', {
          created: tally.created,
          matched: tally.matched,
          refused: tally.refused.length,
        })}
        action={
          <span className="row">
            <Link to={kind === 'customers' ? '/customers' : '/units'}>{t('party.import.see')}</Link>
            <Button size="small" onClick={onAgain}>
              {t('party.import.another')}
            </Button>
          </span>
        }
      />
      <Asides title={t('party.import.not_taken')} rows={tally.refused} name={`${kind}-not-imported.csv`} />
    </>
  );
}

/** What is going on with the file: nothing, being read, seen, being sent, done. */
interface Work {
  file?: File;
  choices: Choices;
  found?: Preview;
  tally?: Tally;
  busy: boolean;
  refusal?: Refusal;
}

const start: Work = { choices: { columns: {} }, busy: false };

function useImport(kind: ImportKind) {
  const queries = useQueryClient();
  const [work, setWork] = useState<Work>(start);
  const change = (part: Partial<Work>) => setWork((was) => ({ ...was, ...part }));
  const attempt = async (what: () => Promise<Partial<Work>>) => {
    change({ busy: true, refusal: undefined });
    try {
      change({ ...(await what()), busy: false });
    } catch (error) {
      change({ busy: false, refusal: error instanceof Refusal ? error : new Refusal(0) });
    }
  };
  const look = (file: File, choices: Choices) =>
    attempt(async () => ({ file, choices, found: await preview(kind, file, choices), tally: undefined }));
  const commit = () =>
    attempt(async () => {
      if (!work.found) return {};
      const tally = await send(kind, work.found, work.tally ?? nothingYet, (so) => change({ tally: so }));
      await Promise.all(
        [['customers'], ['units'], ['party-imports']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
      return { tally };
    });
  return { work, look, commit, again: () => setWork(start) };
}

function ImportPage({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation();
  const { work, look, commit, again } = useImport(kind);
  const { found, file, tally } = work;
  const total = found?.[kind]?.length ?? 0;
  const finished = Boolean(tally && tally.done >= total && total > 0);
  const missing = found?.missing ?? [];
  const title = t(`party.import.title.${kind}`);
  return (
    <div className="stack">
      <PageHeader
        title={title}
        back={<Link to={`/${kind}`}>{t(`party.${kind}`)}</Link>}
        subtitle={t(`party.import.note.${kind}`)}
      />
      <RefusalAlert refusal={work.refusal} />
      {!found && <FileChoice busy={work.busy} onFile={(chosen) => void look(chosen, { columns: {} })} />}
      {found && file && !finished && (
        <>
          <Summary found={found} />
          {(found.sheets ?? []).length > 1 && (
            <Select
              aria-label={t('party.import.worksheet')}
              value={found.sheet}
              disabled={work.busy}
              options={(found.sheets ?? []).map((sheet) => ({ value: sheet, label: sheet }))}
              onChange={(sheet: string) => void look(file, { sheet, columns: {} })}
            />
          )}
          {missing.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={t('party.import.missing', {
                columns: missing.map((meaning) => t(`party.meaning.${meaning}`)).join(t('list.separator')),
              })}
            />
          )}
          <Spin spinning={work.busy && !tally}>
            <ImportSheet
              found={found}
              onMeaning={(column, meaning) =>
                void look(file, {
                  ...work.choices,
                  columns: { ...work.choices.columns, [column]: meaning },
                })
              }
            />
          </Spin>
          <Asides
            title={t('party.import.rejected')}
            rows={found.rejected ?? []}
            name={`${kind}-not-understood.csv`}
          />
          <Asides
            title={t('party.import.duplicates')}
            rows={found.duplicates ?? []}
            name={`${kind}-duplicates.csv`}
          />
          {tally && (
            <Progress
              percent={Math.round((tally.done / Math.max(total, 1)) * 100)}
              aria-label={t('party.import.progress')}
            />
          )}
          <div className="form-actions">
            <Button disabled={work.busy} onClick={again}>
              {t('party.import.other_file')}
            </Button>
            <Button
              type="primary"
              loading={work.busy}
              disabled={missing.length > 0 || total === 0}
              onClick={() => void commit()}
            >
              {tally ? t('party.import.go_on') : t('party.import.commit', { n: total })}
            </Button>
          </div>
        </>
      )}
      {tally && finished && <Outcome kind={kind} tally={tally} onAgain={again} />}
      <Imports kind={kind} />
    </div>
  );
}

/** Brings customers in from a list, with a preview before and an undo after. */
export function CustomersImportPage() {
  return <ImportPage key="customers" kind="customers" />;
}

/** Brings installed units in from a list, with a preview before and an undo after. */
export function UnitsImportPage() {
  return <ImportPage key="units" kind="units" />;
}
