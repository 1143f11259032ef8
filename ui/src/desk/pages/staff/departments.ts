import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import type { Department } from './types';

export const departmentsQuery = queryOptions({
  queryKey: ['staff', 'departments'],
  queryFn: ({ signal }) => get<{ items: Department[] }>('/api/v1/departments', {}, signal),
});

/** All departments, and the name of one in the language shown. */
export function useDepartments() {
  const { i18n } = useTranslation();
  const found = useQuery(departmentsQuery);
  const all = found.data?.items ?? [];
  const nameOf = (id: string | undefined, fallback = ''): string => {
    const department = all.find((one) => one.id === id);
    if (!department) return fallback;
    return (i18n.language === 'en' && department.name_en) || department.name;
  };
  const options = all
    .filter((one) => !one.closed)
    .map((one) => ({ value: one.id, label: nameOf(one.id), code: one.code }));
  return { all, options, nameOf };
}
