import ImportOutlined from '@ant-design/icons/es/icons/ImportOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address, get } from '../../../shared/api';
import { type Column, KeysetTable } from '../../../shared/KeysetTable';
import { type ListState, type Page, withoutCursor } from '../../../shared/listState';
import { PageHeader } from '../../../shared/PageHeader';
import { useCan } from '../../../shared/session';
import { NewCustomerDialog } from './CustomerForms';
import './party.css';
import { KindTag, LevelTag } from './tags';
import { type CustomerRow, kinds, levels } from './types';

const route = getRouteApi('/shell/customers');

function useColumns(): Column<CustomerRow>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('party.field.customer_name'),
      sortable: true,
      card: 'title',
      render: (row) => (
        <>
          <Link to="/customers/$id" params={{ id: row.id }}>
            {row.name}
          </Link>{' '}
          <LevelTag level={row.level} />
          {row.matched_serial_no && (
            <span className="quiet">{t('party.matched_serial', { serial: row.matched_serial_no })}</span>
          )}
        </>
      ),
    },
    {
      key: 'code',
      title: t('party.field.customer_code'),
      sortable: true,
      render: (row) => <span className="number">{row.code}</span>,
    },
    { key: 'kind', title: t('party.field.kind'), render: (row) => <KindTag kind={row.kind} /> },
    { key: 'division', title: t('party.field.division'), render: (row) => row.division_name },
    { key: 'contact', title: t('party.field.contact_name'), render: (row) => row.contact_name },
    {
      key: 'phone',
      title: t('party.field.phone'),
      render: (row) => <span className="number">{row.phone_masked}</span>,
    },
    { key: 'address', title: t('party.field.address'), hidden: true, render: (row) => row.address },
  ];
}

/** The customers: found by any part of the name, pinyin initials, phone, code or serial number. */
export function CustomersPage() {
  const { t } = useTranslation();
  const state = route.useSearch() as ListState;
  const navigate = useNavigate();
  const columns = useColumns();
  const [creating, setCreating] = useState(false);
  const mayCreate = useCan('party.create_customer');
  const mayImport = useCan('party.import');
  const mayExport = useCan('party.export');
  const open = (id: string) => void navigate({ to: '/customers/$id', params: { id } });
  return (
    <>
      <PageHeader
        title={t('party.customers')}
        actions={
          <>
            {mayImport && (
              <Button icon={<ImportOutlined />} onClick={() => void navigate({ to: '/customers/import' })}>
                {t('party.import')}
              </Button>
            )}
            {mayCreate && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
                {t('party.customer.new')}
              </Button>
            )}
          </>
        }
      />
      <KeysetTable<CustomerRow>
        id="customers"
        label={t('party.customers')}
        queryKey={['customers']}
        load={(request, signal) => get<Page<CustomerRow>>('/api/v1/customers', request, signal)}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onState={(next) => void navigate({ to: '/customers', search: next })}
        search={t('party.search_customers')}
        filters={[
          {
            name: 'kind',
            label: t('party.field.kind'),
            options: kinds.map((kind) => ({ value: kind, label: t(`party.kind.${kind}`) })),
          },
          {
            name: 'level',
            label: t('party.field.level'),
            options: levels.map((level) => ({ value: level, label: t(`party.level.${level}`) })),
          },
          { name: 'void', label: t('party.in_force'), options: [{ value: '1', label: t('party.is_void') }] },
        ]}
        exportHref={mayExport ? address('/api/v1/customers/export.xlsx', withoutCursor(state)) : undefined}
        empty={t('party.customers_empty')}
        onOpen={(row) => open(row.id)}
      />
      {creating && (
        <NewCustomerDialog onClose={() => setCreating(false)} onDone={(answer) => open(answer.id)} />
      )}
    </>
  );
}
