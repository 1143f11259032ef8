import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';

/** What a query shows while it loads, when it fails, and when it is there. */
export function Loaded<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}) {
  const { t } = useTranslation();
  if (query.isPending) {
    return (
      <div className="panel">
        <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
      </div>
    );
  }
  if (query.isError) {
    return (
      <div className="list-error">
        <RefusalAlert refusal={query.error instanceof Refusal ? query.error : new Refusal(0)} />
        <Button onClick={() => void query.refetch()}>{t('list.retry')}</Button>
      </div>
    );
  }
  return children(query.data);
}
