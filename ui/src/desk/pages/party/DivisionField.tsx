import { useQuery } from '@tanstack/react-query';
import { Cascader } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';

interface Division {
  code: string;
  name: string;
  name_en?: string;
  children?: Division[] | null;
}

interface Choice {
  value: string;
  label: string;
  children?: Choice[];
}

function choicesOf(divisions: Division[], english: boolean): Choice[] {
  return divisions.map(({ code, name, name_en, children }) => ({
    value: code,
    label: english && name_en ? `${name_en} ${name}` : name,
    children: children && children.length > 0 ? choicesOf(children, english) : undefined,
  }));
}

// Codes of a county under a province without a prefecture stand two levels above: the way is found by walking.
function wayTo(choices: Choice[], code: string): string[] {
  for (const choice of choices) {
    if (choice.value === code) return [code];
    if (!code.startsWith(choice.value)) continue;
    const below = wayTo(choice.children ?? [], code);
    if (below.length > 0) return [choice.value, ...below];
  }
  return [];
}

interface Props {
  value?: string;
  onChange?: (code: string | undefined) => void;
  id?: string;
}

/** Province, prefecture, county, by choice or by typing part of a name. A province alone is an answer too. */
export function DivisionField({ value, onChange, id }: Props) {
  const { t, i18n } = useTranslation();
  const divisions = useQuery({
    queryKey: ['divisions'],
    queryFn: ({ signal }) => get<{ items: Division[] | null }>('/api/v1/divisions', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const choices = useMemo(
    () => choicesOf(divisions.data?.items ?? [], i18n.language === 'en'),
    [divisions.data, i18n.language],
  );
  const way = useMemo(() => (value ? wayTo(choices, value) : undefined), [choices, value]);
  return (
    <Cascader
      id={id}
      options={choices}
      value={way}
      changeOnSelect
      loading={divisions.isPending}
      placeholder={t('party.division_hint')}
      showSearch={{ limit: 30 }}
      onChange={(codes) => onChange?.(codes?.at(-1) as string | undefined)}
    />
  );
}
