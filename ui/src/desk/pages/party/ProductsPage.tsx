import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address, get, post } from '../../../shared/api';
import { formatDate } from '../../../shared/dates';
import { type Column, KeysetTable } from '../../../shared/KeysetTable';
import { type ListState, type Page, withoutCursor } from '../../../shared/listState';
import { PageHeader } from '../../../shared/PageHeader';
import { useCan } from '../../../shared/session';
import { DayField } from '../staff/DayField';
import { ActDialog } from './ActDialog';
import './party.css';
import type { Changed, Product, ProductFields } from './types';
import { VoidDialog } from './VoidDialog';

const route = getRouteApi('/shell/products');

function ProductInputs() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('form.required') }];
  return (
    <div className="form-grid">
      <Form.Item name="name_zh" label={t('party.field.name_zh')} rules={required}>
        <Input maxLength={120} autoFocus />
      </Form.Item>
      <Form.Item name="name_en" label={t('party.field.name_en')}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="model" label={t('party.field.model')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="family" label={t('party.field.family')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="code" label={t('party.field.product_code')} extra={t('party.code_hint')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="warranty_months" label={t('party.field.warranty_months')}>
        <InputNumber min={0} max={600} precision={0} />
      </Form.Item>
      <Form.Item name="discontinued_on" label={t('party.field.discontinued_on')}>
        <DayField />
      </Form.Item>
    </div>
  );
}

function ProductDialog({ product, onClose }: { product?: Product; onClose: () => void }) {
  const { t } = useTranslation();
  const path = product ? `/api/v1/products/${product.id}/amend` : '/api/v1/products';
  return (
    <ActDialog<ProductFields>
      title={product ? t('party.product.amend') : t('party.product.new')}
      submit={t('party.save')}
      success={t('party.saved')}
      draft={product ? `party.product.${product.id}.${product.version}` : 'party.product.new'}
      initial={
        product
          ? {
              name_zh: product.name_zh,
              name_en: product.name_en,
              model: product.model,
              family: product.family,
              code: product.code,
              warranty_months: product.warranty_months,
              discontinued_on: product.discontinued_on,
            }
          : { warranty_months: 12 }
      }
      send={(values, key) => post<Changed>(path, { ...values, version: product?.version }, key)}
      onClose={onClose}
    >
      {() => <ProductInputs />}
    </ActDialog>
  );
}

function useColumns(onAmend: (row: Product) => void, onVoid: (row: Product) => void): Column<Product>[] {
  const { t, i18n } = useTranslation();
  const mayAmend = useCan('party.amend_product');
  const mayVoid = useCan('party.void_product');
  const columns: Column<Product>[] = [
    {
      key: 'name',
      title: t('party.field.product'),
      sortable: true,
      card: 'title',
      render: (row) =>
        i18n.language === 'en' && row.name_en ? `${row.name_en} ${row.name_zh}` : row.name_zh,
    },
    { key: 'model', title: t('party.field.model'), render: (row) => row.model },
    {
      key: 'code',
      title: t('party.field.product_code'),
      sortable: true,
      render: (row) => <span className="number">{row.code}</span>,
    },
    { key: 'family', title: t('party.field.family'), render: (row) => row.family },
    {
      key: 'warranty',
      title: t('party.field.warranty_months'),
      align: 'end',
      render: (row) => (row.warranty_months ? <span className="number">{row.warranty_months}</span> : ''),
    },
    {
      key: 'discontinued',
      title: t('party.field.discontinued_on'),
      render: (row) => row.discontinued_on && <Tag>{formatDate(row.discontinued_on)}</Tag>,
    },
    {
      key: 'units',
      title: t('party.units'),
      render: (row) => (
        <Link to="/units" search={{ product_id: row.id }}>
          {t('party.see_units')}
        </Link>
      ),
    },
  ];
  if (mayAmend || mayVoid) {
    columns.push({
      key: 'acts',
      title: t('party.acts'),
      render: (row) =>
        row.void_reason === undefined && (
          <span className="row">
            {mayAmend && (
              <Button size="small" onClick={() => onAmend(row)}>
                {t('party.amend')}
              </Button>
            )}
            {mayVoid && (
              <Button size="small" onClick={() => onVoid(row)}>
                {t('party.void')}
              </Button>
            )}
          </span>
        ),
    });
  }
  return columns;
}

/** The company's products. */
export function ProductsPage() {
  const { t } = useTranslation();
  const state = route.useSearch() as ListState;
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<{ what: 'new' } | { what: 'amend' | 'void'; product: Product }>();
  const columns = useColumns(
    (product) => setDialog({ what: 'amend', product }),
    (product) => setDialog({ what: 'void', product }),
  );
  const mayCreate = useCan('party.create_product');
  const mayExport = useCan('party.export');
  const close = () => setDialog(undefined);
  return (
    <>
      <PageHeader
        title={t('party.products')}
        actions={
          mayCreate && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setDialog({ what: 'new' })}>
              {t('party.product.new')}
            </Button>
          )
        }
      />
      <KeysetTable<Product>
        id="products"
        label={t('party.products')}
        queryKey={['products']}
        load={(request, signal) => get<Page<Product>>('/api/v1/products', request, signal)}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onState={(next) => void navigate({ to: '/products', search: next })}
        search={t('party.search_products')}
        filters={[
          {
            name: 'discontinued',
            label: t('party.field.production'),
            options: [
              { value: '0', label: t('party.still_made') },
              { value: '1', label: t('party.discontinued') },
            ],
          },
          { name: 'void', label: t('party.in_force'), options: [{ value: '1', label: t('party.is_void') }] },
        ]}
        exportHref={mayExport ? address('/api/v1/products/export.xlsx', withoutCursor(state)) : undefined}
        empty={t('party.products_empty')}
      />
      {dialog?.what === 'new' && <ProductDialog onClose={close} />}
      {dialog?.what === 'amend' && <ProductDialog product={dialog.product} onClose={close} />}
      {dialog?.what === 'void' && (
        <VoidDialog
          path={`/api/v1/products/${dialog.product.id}/void`}
          version={dialog.product.version}
          title={t('party.product.void')}
          note={t('party.product.void_note')}
          onClose={close}
        />
      )}
    </>
  );
}
