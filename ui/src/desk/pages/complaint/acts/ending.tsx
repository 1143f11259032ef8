import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../../shared/api';
import { severities } from '../choices';
import { usePeople, useSettled } from '../lookups';
import type { ComplaintRow } from '../types';
import { ChoiceField, TextField, useRequired } from './parts';
import type { ActSpec, FieldsProps } from './spec';

function SeverityFields() {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        name="severity"
        label={t('complaint.field.severity')}
        values={severities}
        words={(one) => t(`complaint.severity.${one}`)}
      />
      <TextField
        name="reason"
        label={t('complaint.field.reason')}
        extra={t('complaint.serious_when')}
        required
        autoFocus
      />
    </>
  );
}

export const setSeverity: ActSpec = {
  Fields: SeverityFields,
  initial: (page) => ({ severity: page.severity }),
};

function ReasonFields() {
  const { t } = useTranslation();
  return <TextField name="reason" label={t('complaint.field.reason')} required autoFocus />;
}

export const voidRecord: ActSpec = { Fields: ReasonFields, grave: true };
export const reopen: ActSpec = { Fields: ReasonFields };

function WithdrawFields() {
  const { t } = useTranslation();
  return (
    <>
      <TextField name="statement" label={t('complaint.field.withdrawal')} required autoFocus />
      <TextField name="evidence" label={t('complaint.field.withdrawal_evidence')} rows={2} />
    </>
  );
}

export const withdraw: ActSpec = { Fields: WithdrawFields, grave: true };

function useComplaints(typed: string) {
  const q = useSettled(typed.trim());
  return useQuery({
    queryKey: ['complaints', 'typing', q],
    queryFn: ({ signal }) =>
      get<{ items: ComplaintRow[] | null }>('/api/v1/complaints', { q, limit: 10 }, signal),
    enabled: q !== '',
  });
}

function rowWords(row: ComplaintRow): string {
  return [row.number, row.customer.name, row.product_text, row.summary].filter(Boolean).join(' · ');
}

function MergeFields({ page, form }: FieldsProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const found = useComplaints(typed);
  const into = Form.useWatch('into_id', form) as string | undefined;
  const chosen = useQuery({
    queryKey: ['complaint', into],
    queryFn: ({ signal }) =>
      get<ComplaintRow>(`/api/v1/complaints/${encodeURIComponent(into ?? '')}`, {}, signal),
    enabled: Boolean(into),
  });
  const rows = new Map(
    (typed ? (found.data?.items ?? []) : (page.related ?? [])).map((row) => [row.id, row]),
  );
  const options = [...rows.values()]
    .filter((row) => row.id !== page.id && row.state !== 'void' && row.state !== 'merged')
    .map((row) => ({ value: row.id, label: rowWords(row) }));
  if (into && chosen.data && !rows.has(into)) options.push({ value: into, label: chosen.data.number });
  const required = useRequired();
  return (
    <>
      <Form.Item name="into_id" label={t('complaint.field.into_id')} rules={required}>
        <Select
          autoFocus={!into}
          options={options}
          loading={found.isFetching}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          placeholder={t('complaint.merge_hint')}
        />
      </Form.Item>
      <TextField name="reason" label={t('complaint.field.reason')} required autoFocus={Boolean(into)} />
    </>
  );
}

export const merge: ActSpec = { Fields: MergeFields, grave: true };

function OfficerFields({ page }: FieldsProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const people = usePeople(typed);
  const required = useRequired();
  return (
    <>
      <p className="quiet act-hint">{t('complaint.officer_now', { name: page.officer.name })}</p>
      <Form.Item name="person_id" label={t('complaint.field.person_id')} rules={required}>
        <Select
          autoFocus
          loading={people.isFetching}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          options={(people.data?.items ?? [])
            .filter((one) => one.id !== page.officer.id)
            .map((one) => ({
              value: one.id,
              label: [
                one.name,
                one.department?.name,
                one.away_until && t('complaint.away', { day: one.away_until }),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
        />
      </Form.Item>
    </>
  );
}

export const assignOfficer: ActSpec = { Fields: OfficerFields };
