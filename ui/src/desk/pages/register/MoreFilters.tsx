import FilterOutlined from '@ant-design/icons/es/icons/FilterOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { dayFromPicker } from '../../../shared/dates';
import { type Page, withChange } from '../../../shared/listState';
import { useCan } from '../../../shared/session';
import { furtherFilters } from './columns';
import type { RegisterState } from './request';

interface Props {
  state: RegisterState;
  onState: (next: RegisterState) => void;
}

interface Person {
  id: string;
  name: string;
}

/** Chooses the officer among the people of the company, asking the server while one types. */
function OfficerFilter({ state, onState }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const people = useQuery({
    queryKey: ['staff', 'people', 'officers', typed],
    queryFn: ({ signal }) => get<Page<Person>>('/api/v1/people', { q: typed, limit: '30' }, signal),
    staleTime: 60_000,
  });
  const options = (people.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }));
  return (
    <Select
      allowClear
      aria-label={t('register.officer')}
      placeholder={t('register.officer')}
      style={{ minWidth: 120 }}
      showSearch={{ filterOption: false, onSearch: (text) => setTyped(text.trim()) }}
      popupMatchSelectWidth={false}
      value={state.officer_id}
      options={options}
      onChange={(value?: string) => onState(withChange(state, { officer_id: value }))}
    />
  );
}

/** The serial number is a filter of its own: it matches the number itself, not words about it. */
function SerialFilter({ state, onState }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(state.serial_no ?? '');
  useEffect(() => setTyped(state.serial_no ?? ''), [state.serial_no]);
  const apply = (text: string) => {
    if (text.trim() !== (state.serial_no ?? '')) onState(withChange(state, { serial_no: text.trim() }));
  };
  return (
    <Input
      className="register-serial-filter"
      allowClear
      maxLength={60}
      aria-label={t('register.serial_no')}
      placeholder={t('register.serial_no')}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        if (event.target.value === '') apply('');
      }}
      onBlur={() => apply(typed)}
      onPressEnter={() => apply(typed)}
    />
  );
}

const further = [
  'severity',
  'region',
  'entry_mode',
  'taken_from',
  'taken_to',
  'officer_id',
  'serial_no',
] as const;

/** The filters used less often, folded away until one is wanted or in use. */
export function MoreFilters({ state, onState }: Props) {
  const { t } = useTranslation();
  const seesPeople = useCan('staff.see');
  const used = further.filter((name) => state[name]).length;
  const [open, setOpen] = useState(used > 0);
  // Alone, it is the pressed button above.
  const alsoFiltered = used > 0 || state.state || state.class || state.channel;
  const day = (text?: string) => (text ? dayjs(text) : null);
  return (
    <>
      <Button
        icon={<FilterOutlined />}
        aria-expanded={open}
        aria-controls="register-more"
        onClick={() => setOpen(!open)}
      >
        {used > 0 ? t('register.more_used', { n: used }) : t('register.more')}
      </Button>
      {state.overdue && alsoFiltered && (
        <Tag closable onClose={() => onState(withChange(state, { overdue: undefined }))}>
          {t('register.overdue_only')}
        </Tag>
      )}
      {state.customer_id && (
        <Tag closable onClose={() => onState(withChange(state, { customer_id: undefined }))}>
          {t('register.one_customer')}
        </Tag>
      )}
      {state.import_id && (
        <Tag closable onClose={() => onState(withChange(state, { import_id: undefined }))}>
          {t('register.one_import')}
        </Tag>
      )}
      <div id="register-more" className="register-more" hidden={!open}>
        <DatePicker.RangePicker
          className="register-days"
          allowEmpty={[true, true]}
          aria-label={t('register.taken_at')}
          placeholder={[t('register.taken_from'), t('register.taken_to')]}
          value={[day(state.taken_from), day(state.taken_to)]}
          onChange={(range) =>
            onState(
              withChange(state, {
                taken_from: dayFromPicker(range?.[0]),
                taken_to: dayFromPicker(range?.[1]),
              }),
            )
          }
        />
        {furtherFilters(t).map((filter) => (
          <Select
            key={filter.name}
            allowClear
            aria-label={filter.label}
            placeholder={filter.label}
            style={{ minWidth: 120 }}
            popupMatchSelectWidth={false}
            value={(state as Record<string, string | undefined>)[filter.name]}
            options={filter.options}
            onChange={(value?: string) => onState(withChange(state, { [filter.name]: value }))}
          />
        ))}
        {seesPeople && <OfficerFilter state={state} onState={onState} />}
        <SerialFilter state={state} onState={onState} />
      </div>
    </>
  );
}
