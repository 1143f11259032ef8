import CompressOutlined from '@ant-design/icons/es/icons/CompressOutlined';
import ExpandOutlined from '@ant-design/icons/es/icons/ExpandOutlined';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Segmented, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { formatDateTime } from '../../../shared/dates';
import { PageHeader } from '../../../shared/PageHeader';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';
import { useCan } from '../../../shared/session';
import { useNow } from '../../../shared/useNow';
import { BoardCard } from './BoardCard';
import { type BoardBy, columnsOf } from './board';
import { pace } from './TodoPage';
import type { TodoPage } from './types';
import './todo.css';

const route = getRouteApi('/shell/team');

/** How many duties a board shows; who has more looks at the register. */
const most = '200';

/** The whole screen for the board, as on a wall. */
function useWall() {
  const board = useRef<HTMLDivElement>(null);
  const [wall, setWall] = useState(false);
  useEffect(() => {
    const onChange = () => setWall(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  const toggle = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void board.current?.requestFullscreen();
  };
  return { board, wall, toggle };
}

/** 团队看板: what the department owes, in columns by due time, by person or by state. Readable on a wall. */
export function BoardPage() {
  const { t } = useTranslation();
  const { by, scope } = route.useSearch();
  const navigate = route.useNavigate();
  const seesAll = useCan('todo.see_all');
  const now = useNow(pace);
  const { board, wall, toggle } = useWall();
  const wanted = scope === 'all' && seesAll ? 'all' : 'team';
  const list = useQuery({
    queryKey: ['todo', 'board', wanted],
    queryFn: ({ signal }) => get<TodoPage>('/api/v1/todo', { scope: wanted, limit: most }, signal),
    refetchInterval: pace,
    placeholderData: keepPreviousData,
  });
  const items = list.data?.items ?? [];
  const columns = columnsOf(items, by ?? 'due', now);
  const nameOf = (column: { key: string; name?: string }) => {
    if (by === 'person') return column.name || t('person.nobody');
    if (by === 'state') return t(`complaint.state.${column.key}`);
    return t(`todo.due.${column.key}`);
  };
  return (
    <div className={wall ? 'board-page board-wall' : 'board-page'} ref={board}>
      <PageHeader
        title={t('todo.board.title')}
        subtitle={
          list.isSuccess
            ? t('todo.board.subtitle', { n: items.length, time: formatDateTime(list.dataUpdatedAt) })
            : t('todo.loading')
        }
        actions={
          <>
            {seesAll && (
              <Segmented
                aria-label={t('todo.board.scope')}
                value={wanted}
                options={[
                  { value: 'team', label: t('todo.board.team') },
                  { value: 'all', label: t('todo.board.all') },
                ]}
                onChange={(value) =>
                  void navigate({ search: { by, scope: value === 'all' ? 'all' : undefined } })
                }
              />
            )}
            <Segmented
              aria-label={t('todo.board.by')}
              value={by ?? 'due'}
              options={(['due', 'person', 'state'] as const).map((value) => ({
                value,
                label: t(`todo.board.by_${value}`),
              }))}
              onChange={(value) =>
                void navigate({ search: { scope, by: value === 'due' ? undefined : (value as BoardBy) } })
              }
            />
            {document.fullscreenEnabled && (
              <Button icon={wall ? <CompressOutlined /> : <ExpandOutlined />} onClick={toggle}>
                {wall ? t('todo.board.leave_wall') : t('todo.board.wall')}
              </Button>
            )}
          </>
        }
      />
      {list.isError && (
        <div className="list-error">
          <RefusalAlert refusal={list.error instanceof Refusal ? list.error : new Refusal(0)} />
          <Button onClick={() => void list.refetch()}>{t('list.retry')}</Button>
        </div>
      )}
      {list.isPending && <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />}
      {list.data?.next && <p className="quiet board-cut">{t('todo.board.cut', { n: items.length })}</p>}
      {list.isSuccess && items.length === 0 && (
        <p className="panel quiet board-empty">{t('todo.board.empty')}</p>
      )}
      {list.isSuccess && items.length > 0 && (
        <section className={`board board-by-${by ?? 'due'}`} aria-label={t('todo.board.title')}>
          {columns.map((column) => (
            <section
              key={column.key}
              className={`board-column board-column-${column.key}`}
              aria-labelledby={`board-${column.key}`}
            >
              <h2 id={`board-${column.key}`}>
                <span className="board-name">{nameOf(column)}</span>{' '}
                <span className={column.items.length > 0 ? 'todo-count todo-count-some' : 'todo-count'}>
                  {column.items.length}
                </span>
              </h2>
              {column.items.length === 0 && <p className="quiet">{t('todo.board.none')}</p>}
              <ul>
                {column.items.map((item) => (
                  <BoardCard key={item.id} item={item} now={now} />
                ))}
              </ul>
            </section>
          ))}
        </section>
      )}
    </div>
  );
}
