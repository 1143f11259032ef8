import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import ReloadOutlined from '@ant-design/icons/es/icons/ReloadOutlined';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { formatDateTime } from '../../../shared/dates';
import { PageHeader } from '../../../shared/PageHeader';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';
import { useCan, useMe } from '../../../shared/session';
import { useNow } from '../../../shared/useNow';
import { AllDone } from './AllDone';
import { type Due, dueOf, dues, grouped } from './due';
import { TodoRow } from './TodoRow';
import type { TodoPage as Page, TodoItem } from './types';
import './todo.css';

/** How often what is owed is asked again, in milliseconds. */
export const pace = 30_000;

function Group({ due, items }: { due: Due; items: TodoItem[] }) {
  const { t } = useTranslation();
  return (
    <section className={`todo-group todo-group-${due}`} aria-labelledby={`todo-${due}`}>
      <h2 id={`todo-${due}`}>
        {t(`todo.due.${due}`)} <span className="todo-count">{items.length}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <TodoRow key={item.id} item={item} due={due} />
        ))}
      </ul>
    </section>
  );
}

function NewComplaint() {
  const { t } = useTranslation();
  const router = useRouter();
  const path = '/complaints/new';
  if (!useCan('complaint.register') || !(path in router.routesByPath)) return null;
  return (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      href={path}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        router.history.push(path);
      }}
    >
      {t('todo.new_complaint')}
    </Button>
  );
}

/** 我的待办, the home page: what I owe by due time, the next step of each as one button. */
export function TodoPage() {
  const { t } = useTranslation();
  const name = useMe().person.name;
  const now = useNow(pace);
  const list = useInfiniteQuery({
    queryKey: ['todo', 'list', 'mine'],
    queryFn: ({ pageParam, signal }) =>
      get<Page>('/api/v1/todo', { scope: 'mine', limit: '50', after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: pace,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const groups = grouped(items, (item) => dueOf(item, now));
  const late = groups.get('overdue')?.length ?? 0;
  const more = list.hasNextPage ? t('todo.or_more') : '';
  const summary =
    late > 0
      ? t('todo.summary_overdue', { n: items.length, more, late })
      : t('todo.summary', { n: items.length, more });
  return (
    <div className="stack todo-page">
      <PageHeader
        title={t('todo.title')}
        subtitle={
          <span role="status">
            {list.isSuccess ? (items.length > 0 ? summary : t('todo.greeting', { name })) : t('todo.loading')}
          </span>
        }
        actions={
          <>
            <Button
              icon={<ReloadOutlined spin={list.isFetching} />}
              aria-label={t('todo.refresh')}
              title={
                list.dataUpdatedAt
                  ? t('todo.updated', { time: formatDateTime(list.dataUpdatedAt) })
                  : undefined
              }
              onClick={() => void list.refetch()}
            />
            <NewComplaint />
          </>
        }
      />
      {list.isError && (
        <div className="list-error">
          <RefusalAlert refusal={list.error instanceof Refusal ? list.error : new Refusal(0)} />
          <Button onClick={() => void list.refetch()}>{t('list.retry')}</Button>
        </div>
      )}
      {list.isPending && (
        <div className="panel">
          <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} />
        </div>
      )}
      {list.isSuccess && items.length === 0 && <AllDone />}
      {dues.map((due) => {
        const group = groups.get(due);
        return group && <Group key={due} due={due} items={group} />;
      })}
      {list.hasNextPage && (
        <div className="todo-more">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('todo.show_more')}
          </Button>
        </div>
      )}
    </div>
  );
}
