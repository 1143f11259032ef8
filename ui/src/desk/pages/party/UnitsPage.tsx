import ImportOutlined from '@ant-design/icons/es/icons/ImportOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address, get } from '../../../shared/api';
import { formatDate } from '../../../shared/dates';
import { type Column, KeysetTable } from '../../../shared/KeysetTable';
import { type ListState, type Page, withoutCursor } from '../../../shared/listState';
import { PageHeader } from '../../../shared/PageHeader';
import { useCan } from '../../../shared/session';
import './party.css';
import { WarrantyTag } from './tags';
import type { UnitRow } from './types';
import { NewUnitDialog } from './UnitForms';

const route = getRouteApi('/shell/units');

function useColumns(): Column<UnitRow>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'serial_no',
      title: t('party.field.serial_no'),
      sortable: true,
      card: 'title',
      render: (row) => (
        <Link to="/units/$id" params={{ id: row.id }} className="number">
          {row.serial_no}
        </Link>
      ),
    },
    {
      key: 'product',
      title: t('party.field.product'),
      render: (row) => [row.product.name, row.model].filter(Boolean).join(' '),
    },
    {
      key: 'customer',
      title: t('party.field.customer_name'),
      render: (row) => (
        <Link to="/customers/$id" params={{ id: row.customer.id }}>
          {row.customer.name}
        </Link>
      ),
    },
    { key: 'site', title: t('party.field.site'), render: (row) => row.site?.name },
    {
      key: 'delivered_on',
      title: t('party.field.delivered_on'),
      render: (row) => <span className="number">{formatDate(row.delivered_on)}</span>,
    },
    {
      key: 'warranty_to',
      title: t('party.field.warranty_to'),
      render: (row) => <span className="number">{formatDate(row.warranty_to)}</span>,
    },
    { key: 'warranty', title: t('party.field.warranty'), render: (row) => <WarrantyTag unit={row} /> },
    { key: 'batch_no', title: t('party.field.batch_no'), hidden: true, render: (row) => row.batch_no },
    {
      key: 'contract_no',
      title: t('party.field.contract_no'),
      hidden: true,
      render: (row) => row.contract_no,
    },
  ];
}

/** The installed units: found by serial, contract or batch number. */
export function UnitsPage() {
  const { t } = useTranslation();
  const state = route.useSearch() as ListState;
  const navigate = useNavigate();
  const columns = useColumns();
  const [creating, setCreating] = useState(false);
  const mayCreate = useCan('party.create_unit');
  const mayImport = useCan('party.import');
  const mayExport = useCan('party.export');
  const open = (id: string) => void navigate({ to: '/units/$id', params: { id } });
  return (
    <>
      <PageHeader
        title={t('party.units')}
        actions={
          <>
            {mayImport && (
              <Button icon={<ImportOutlined />} onClick={() => void navigate({ to: '/units/import' })}>
                {t('party.import')}
              </Button>
            )}
            {mayCreate && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
                {t('party.unit.new')}
              </Button>
            )}
          </>
        }
      />
      <KeysetTable<UnitRow>
        id="units"
        label={t('party.units')}
        queryKey={['units']}
        load={(request, signal) => get<Page<UnitRow>>('/api/v1/units', request, signal)}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onState={(next) => void navigate({ to: '/units', search: next })}
        search={t('party.search_units')}
        filters={[
          {
            name: 'warranty',
            label: t('party.field.warranty'),
            options: [
              { value: 'in', label: t('party.warranty.in') },
              { value: 'out', label: t('party.warranty.out') },
              { value: 'unknown', label: t('party.warranty.unknown') },
            ],
          },
          { name: 'void', label: t('party.in_force'), options: [{ value: '1', label: t('party.is_void') }] },
        ]}
        exportHref={mayExport ? address('/api/v1/units/export.xlsx', withoutCursor(state)) : undefined}
        empty={t('party.units_empty')}
        onOpen={(row) => open(row.id)}
      />
      {creating && <NewUnitDialog onClose={() => setCreating(false)} onDone={(answer) => open(answer.id)} />}
    </>
  );
}
