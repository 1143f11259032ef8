import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Status } from './types';

const colours: Record<Status, string> = {
  previewed: 'default',
  committing: 'processing',
  done: 'success',
  failed: 'error',
  undoing: 'processing',
  undone: 'default',
};

export function StatusTag({ status }: { status: Status }) {
  const { t } = useTranslation();
  return <Tag color={colours[status]}>{t(`ledger.status.${status}`)}</Tag>;
}
