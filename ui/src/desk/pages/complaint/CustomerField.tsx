import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { AutoComplete, type AutoCompleteProps, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../shared/session';
import { type CustomerRow, type UnitRow, useCustomers, useUnits } from './lookups';

export type Hit = { customer: CustomerRow } | { unit: UnitRow } | { create: string };

interface Option {
  value: string;
  label: React.ReactNode;
  hit: Hit;
}

interface Props {
  value?: string;
  onChange?: (name: string) => void;
  id?: string;
  /** Set when the name belongs to a customer of the records. */
  known: boolean;
  onPick: (hit: Hit) => void;
}

function CustomerLabel({ row }: { row: CustomerRow }) {
  return (
    <span className="hit-line">
      <span>{row.name}</span>
      <span className="quiet">
        {[row.matched_serial_no, row.contact_name, row.phone_masked, row.division_name]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}

function UnitLabel({ row }: { row: UnitRow }) {
  return (
    <span className="hit-line">
      <span className="number">{row.serial_no}</span>
      <span className="quiet">
        {[row.product.name, row.model, row.customer.name].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}

function useOptions(typed: string, known: boolean): AutoCompleteProps['options'] {
  const { t } = useTranslation();
  const mayCreate = useCan('party.create_customer');
  const text = typed.trim();
  const asking = text !== '' && !known;
  const customers = useCustomers(typed, asking).data?.items ?? [];
  const units = useUnits(typed, asking && /\d/.test(text)).data?.items ?? [];
  if (!asking) return [];
  const groups = [];
  if (customers.length > 0) {
    groups.push({
      label: t('complaint.pick.customers'),
      options: customers.map(
        (row): Option => ({
          value: `customer ${row.id}`,
          label: <CustomerLabel row={row} />,
          hit: { customer: row },
        }),
      ),
    });
  }
  if (units.length > 0) {
    groups.push({
      label: t('complaint.pick.units'),
      options: units.map(
        (row): Option => ({ value: `unit ${row.id}`, label: <UnitLabel row={row} />, hit: { unit: row } }),
      ),
    });
  }
  const exact = customers.some((row) => row.name === text);
  if (mayCreate && !exact) {
    const label = (
      <span>
        <PlusOutlined aria-hidden="true" /> {t('complaint.pick.create', { name: text })}
      </span>
    );
    groups.push({ value: 'create', label, hit: { create: text } });
  }
  return groups;
}

/**
 * The customer while typing: by name, pinyin initials, phone, serial or contract number. A name nobody has yet
 * may simply stand; the customer can be made part of the records at once or later.
 */
export function CustomerField({ value = '', onChange, id, known, onPick }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const options = useOptions(value, known);
  return (
    <AutoComplete
      id={id}
      value={value}
      options={options}
      open={open && (options?.length ?? 0) > 0}
      onOpenChange={setOpen}
      variant="borderless"
      popupMatchSelectWidth={420}
      defaultActiveFirstOption={false}
      onChange={(text: string, option) => {
        const hit = (option as Partial<Option> | undefined)?.hit;
        if (hit) onPick(hit);
        else onChange?.(text ?? '');
      }}
    >
      <Input variant="borderless" autoComplete="off" maxLength={200} placeholder={t('complaint.pick.hint')} />
    </AutoComplete>
  );
}
