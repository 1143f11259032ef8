import { Cascader } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Division, useDivisions } from './lookups';

interface Choice {
  value: string;
  label: string;
  children?: Choice[];
}

function choicesOf(divisions: Division[], english: boolean): Choice[] {
  return divisions.map((division) => ({
    value: division.code,
    label: english && division.name_en ? `${division.name_en} ${division.name}` : division.name,
    children:
      division.children && division.children.length > 0 ? choicesOf(division.children, english) : undefined,
  }));
}

/** The codes from the province down to the division; empty when the code is not there. */
export function wayTo(choices: Choice[], code: string): string[] {
  for (const choice of choices) {
    if (choice.value === code) return [code];
    const below = wayTo(choice.children ?? [], code);
    if (below.length > 0) return [choice.value, ...below];
  }
  return [];
}

interface Props {
  value?: string;
  onChange?: (code: string | undefined) => void;
  id?: string;
  variant?: 'borderless';
}

/** Province, prefecture, county by choice or by typing any part of a name. A province alone is an answer too. */
export function DivisionField({ value, onChange, id, variant }: Props) {
  const { t, i18n } = useTranslation();
  const divisions = useDivisions();
  const choices = useMemo(
    () => choicesOf(divisions.data?.items ?? [], i18n.language === 'en'),
    [divisions.data, i18n.language],
  );
  const way = useMemo(() => (value ? wayTo(choices, value) : []), [choices, value]);
  return (
    <Cascader
      id={id}
      variant={variant}
      options={choices}
      value={way}
      changeOnSelect
      loading={divisions.isPending}
      placeholder={t('complaint.division_hint')}
      showSearch={{ limit: 30 }}
      onChange={(codes) => onChange?.(codes?.at(-1) as string | undefined)}
    />
  );
}
