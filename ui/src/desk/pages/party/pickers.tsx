import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import type { Page } from '../../../shared/listState';
import type { CustomerRow, Named, Product, Site } from './types';

interface PickerProps {
  value?: string;
  onChange?: (id: string | undefined) => void;
  id?: string;
  /** The record chosen already, which may not be among those found. */
  known?: Named;
  disabled?: boolean;
}

function useTyped() {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  return { typed, setTyped, asked };
}

interface Option {
  value: string;
  label: string;
}

function Picker(
  props: PickerProps & {
    options: Option[];
    loading: boolean;
    placeholder: string;
    typed: string;
    onTyped: (text: string) => void;
  },
) {
  const { value, known, options, loading } = props;
  const { t } = useTranslation();
  const labels = useRef(new Map<string, string>());
  if (known) labels.current.set(known.id, known.name);
  for (const option of options) labels.current.set(option.value, option.label);
  const label = value ? labels.current.get(value) : undefined;
  const shown =
    value && label && !options.some((option) => option.value === value)
      ? [...options, { value, label }]
      : options;
  return (
    <Select
      id={props.id}
      allowClear
      disabled={props.disabled}
      showSearch={{ filterOption: false, onSearch: props.onTyped, searchValue: props.typed }}
      loading={loading}
      notFoundContent={loading ? t('party.searching') : t('party.none_found')}
      placeholder={props.placeholder}
      value={value}
      onChange={(next?: string) => {
        props.onTyped('');
        props.onChange?.(next);
      }}
      options={shown}
    />
  );
}

/** Chooses a customer by name, pinyin initials, phone, code or serial number. */
export function CustomerPicker(props: PickerProps) {
  const { t } = useTranslation();
  const { typed, setTyped, asked } = useTyped();
  const found = useQuery({
    queryKey: ['customers', 'pick', asked],
    queryFn: ({ signal }) => get<Page<CustomerRow>>('/api/v1/customers', { q: asked, limit: 20 }, signal),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((row) => ({
    value: row.id,
    label: [row.name, row.code, row.phone_masked].filter(Boolean).join(' · '),
  }));
  return (
    <Picker
      {...props}
      options={options}
      loading={found.isFetching}
      placeholder={t('party.pick_customer')}
      typed={typed}
      onTyped={setTyped}
    />
  );
}

/** Chooses a product by name, model, code or pinyin initials. */
export function ProductPicker(props: PickerProps) {
  const { t } = useTranslation();
  const { typed, setTyped, asked } = useTyped();
  const found = useQuery({
    queryKey: ['products', 'pick', asked],
    queryFn: ({ signal }) => get<Page<Product>>('/api/v1/products', { q: asked, limit: 20 }, signal),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((row) => ({
    value: row.id,
    label: [row.name_zh, row.model].filter(Boolean).join(' '),
  }));
  return (
    <Picker
      {...props}
      options={options}
      loading={found.isFetching}
      placeholder={t('party.pick_product')}
      typed={typed}
      onTyped={setTyped}
    />
  );
}

/** A site in one line: its name, and where it is. */
export function siteWords(site: { name?: string; division_name?: string; address?: string }): string {
  return [site.name, site.division_name, site.address].filter(Boolean).join(' · ');
}

/** Chooses one of a customer's sites. */
export function SitePicker({ customer, ...props }: PickerProps & { customer: string | undefined }) {
  const { t } = useTranslation();
  const sites = useQuery({
    queryKey: ['customers', customer, 'sites'],
    queryFn: ({ signal }) =>
      get<{ items: Site[] | null }>('/api/v1/sites', { customer_id: customer }, signal),
    enabled: Boolean(customer),
  });
  return (
    <Select
      id={props.id}
      allowClear
      disabled={!customer}
      loading={sites.isFetching}
      placeholder={customer ? t('party.pick_site') : t('party.pick_customer_first')}
      notFoundContent={t('party.no_sites')}
      value={sites.data ? props.value : undefined}
      onChange={props.onChange}
      options={(sites.data?.items ?? []).map((site) => ({ value: site.id, label: siteWords(site) }))}
    />
  );
}
