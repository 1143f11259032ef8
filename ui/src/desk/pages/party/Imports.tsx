import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Popconfirm, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { formatDateTime } from '../../../shared/dates';
import type { Page } from '../../../shared/listState';
import { useCan } from '../../../shared/session';
import { useAct } from '../../../shared/useAct';
import { type ImportKind, undo } from './importing';
import { Loaded } from './Loaded';

interface ImportSeen {
  id: string;
  kind: string;
  file_name: string;
  rows_total: number;
  rows_done: number;
  created: number;
  matched: number;
  refused: number;
  undone: number;
  kept: number;
  by_name: string;
  started_at: string;
  undone_at?: string;
}

function Undo({ one }: { one: ImportSeen }) {
  const { t } = useTranslation();
  const act = useAct<string, { undone: number; kept: number }>({
    send: undo,
    refresh: [['party-imports'], ['customers'], ['units']],
    success: t('party.import.undone'),
  });
  return (
    <Popconfirm
      title={t('party.import.undo')}
      description={t('party.import.undo_note')}
      okText={t('party.import.undo')}
      cancelText={t('party.close')}
      onConfirm={() => void act.run(one.id)}
    >
      <Button size="small" loading={act.running}>
        {t('party.import.undo')}
      </Button>
    </Popconfirm>
  );
}

/** The imports so far, each of which can be taken back as a whole. */
export function Imports({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation();
  const may = useCan('party.undo_import');
  const imports = useQuery({
    queryKey: ['party-imports'],
    queryFn: ({ signal }) => get<Page<ImportSeen>>('/api/v1/party-imports', { limit: 50 }, signal),
  });
  return (
    <section className="panel" aria-labelledby="imports">
      <h2 id="imports">{t('party.import.earlier')}</h2>
      <Loaded query={imports}>
        {(page) => {
          const rows = (page.items ?? []).filter((one) => one.kind === kind);
          if (rows.length === 0) {
            return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('party.import.none')} />;
          }
          return (
            <ul className="party-list">
              {rows.map((one) => (
                <li key={one.id}>
                  <div className="party-list-text">
                    <strong>{one.file_name}</strong>
                    <span className="quiet">
                      <span className="number">{formatDateTime(one.started_at)}</span> {one.by_name}
                    </span>
                    <span>
                      {t('party.import.outcome', {
                        created: one.created,
                        matched: one.matched,
                        refused: one.refused,
                      })}
                    </span>
                    {one.rows_done < one.rows_total && !one.undone_at && (
                      <span>
                        {t('party.import.unfinished', { done: one.rows_done, total: one.rows_total })}
                      </span>
                    )}
                  </div>
                  {one.undone_at ? (
                    <Tag>{t('party.import.was_undone', { undone: one.undone, kept: one.kept })}</Tag>
                  ) : (
                    may && <Undo one={one} />
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
