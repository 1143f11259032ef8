import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import type { Page } from '../../../shared/listState';
import { useDepartments } from './departments';
import type { PersonRow, Ref } from './types';

interface Props {
  value?: string | string[];
  onChange?: (value: string | string[] | undefined) => void;
  id?: string;
  several?: boolean;
  /** Names of people chosen already, who may not be among those found. */
  known?: Ref[];
  disabled?: boolean;
}

/** Chooses people by name, pinyin, initials, login or phone, asking the server while one types. */
export function PersonSelect({ value, onChange, id, several, known = [], disabled }: Props) {
  const { t } = useTranslation();
  const { nameOf } = useDepartments();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const names = useRef(new Map<string, string>());
  for (const one of known) names.current.set(one.id, one.name);
  const found = useQuery({
    queryKey: ['staff', 'people', 'pick', q],
    queryFn: ({ signal }) => get<Page<PersonRow>>('/api/v1/people', { q, limit: '30' }, signal),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((person) => {
    const label = [person.name, nameOf(person.department?.id, person.department?.name)]
      .filter(Boolean)
      .join(' · ');
    names.current.set(person.id, label);
    return { value: person.id, label };
  });
  for (const chosen of [value ?? []].flat()) {
    const label = names.current.get(chosen);
    if (label && !options.some((option) => option.value === chosen)) options.push({ value: chosen, label });
  }
  return (
    <Select
      id={id}
      mode={several ? 'multiple' : undefined}
      allowClear
      disabled={disabled}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? t('staff.person.searching') : t('staff.person.none_found')}
      placeholder={t('staff.person.search')}
      value={value}
      onChange={(next) => {
        setTyped('');
        onChange?.(next);
      }}
      options={options}
    />
  );
}
