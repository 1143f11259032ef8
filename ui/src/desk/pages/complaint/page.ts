import { queryOptions } from '@tanstack/react-query';
import { get } from '../../../shared/api';
import type { ComplaintPage } from './types';

/** The record of one complaint. */
export function pageQuery(id: string) {
  return queryOptions({
    queryKey: ['complaint', id],
    queryFn: ({ signal }) => get<ComplaintPage>(`/api/v1/complaints/${encodeURIComponent(id)}`, {}, signal),
    enabled: id !== '',
  });
}

/** What an act on a complaint changes on other pages: the record, the register, what people owe. */
export function changedBy(id: string): readonly (readonly unknown[])[] {
  return [['complaint', id], ['complaints'], ['todo']];
}

/** The address of an act on a complaint. */
export function actPath(id: string, act: string): string {
  return `/api/v1/complaints/${encodeURIComponent(id)}/${act}`;
}
