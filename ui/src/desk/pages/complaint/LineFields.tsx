import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { AutoComplete, Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cell } from './Cell';
import { type ProductRow, type UnitRow, useProducts, useUnits } from './lookups';
import { unknownName } from './record';
import { UnknownTick } from './UnknownTick';

/** Fields of a line that may be marked as unknown (2.1-i). */
export const unknowable = ['product_name', 'model', 'serial_no', 'symptom'] as const;

interface PickProps<Row> {
  value?: string;
  onChange?: (text: string) => void;
  id?: string;
  onPick: (row: Row) => void;
}

function SerialField({ value = '', onChange, id, onPick }: PickProps<UnitRow>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const units = useUnits(value, open).data?.items ?? [];
  const options = units.map((row) => ({
    value: row.serial_no,
    key: row.id,
    row,
    label: (
      <span className="hit-line">
        <span className="number">{row.serial_no}</span>
        <span className="quiet">
          {[row.product.name, row.model, row.customer.name].filter(Boolean).join(' · ')}
        </span>
      </span>
    ),
  }));
  return (
    <AutoComplete
      id={id}
      value={value}
      options={options}
      open={open && options.length > 0}
      onOpenChange={setOpen}
      variant="borderless"
      popupMatchSelectWidth={380}
      defaultActiveFirstOption={false}
      onChange={(text: string) => onChange?.(text ?? '')}
      onSelect={(_text, option) => onPick(option.row)}
    >
      <Input
        variant="borderless"
        maxLength={200}
        autoComplete="off"
        autoCapitalize="characters"
        placeholder={t('complaint.serial_hint')}
      />
    </AutoComplete>
  );
}

function ProductField({ value = '', onChange, id, onPick }: PickProps<ProductRow>) {
  const [open, setOpen] = useState(false);
  const products = useProducts(value, open).data?.items ?? [];
  const options = products.map((row) => ({
    value: row.name_zh,
    key: row.id,
    row,
    label: (
      <span className="hit-line">
        <span>{row.name_zh}</span>
        <span className="quiet">{[row.model, row.code].filter(Boolean).join(' · ')}</span>
      </span>
    ),
  }));
  return (
    <AutoComplete
      id={id}
      value={value}
      options={options}
      open={open && options.length > 0}
      onOpenChange={setOpen}
      variant="borderless"
      popupMatchSelectWidth={320}
      defaultActiveFirstOption={false}
      onChange={(text: string) => onChange?.(text ?? '')}
      onSelect={(_text, option) => onPick(option.row)}
    >
      <Input variant="borderless" maxLength={200} autoComplete="off" />
    </AutoComplete>
  );
}

interface LineProps {
  place: number;
  onUnit: (place: number, unit: UnitRow) => void;
  onProduct: (place: number, product: ProductRow) => void;
}

function Unknown({ field, place }: { field: string; place: number }) {
  const { t } = useTranslation();
  return (
    <Form.Item name={['unknowns', unknownName(field, place)]} noStyle>
      <UnknownTick of={t(`complaint.field.${field}`)} />
    </Form.Item>
  );
}

function LineCells({ place, onUnit, onProduct }: LineProps) {
  const { t } = useTranslation();
  const at = (name: string) => [place, name];
  return (
    <div className="cells">
      <Cell span={3}>
        <Form.Item name={at('serial_no')} label={t('complaint.field.serial_no')}>
          <SerialField onPick={(row) => onUnit(place, row)} />
        </Form.Item>
        <Unknown field="serial_no" place={place} />
      </Cell>
      <Cell span={3}>
        <Form.Item name={at('product_name')} label={t('complaint.field.product_name')}>
          <ProductField onPick={(row) => onProduct(place, row)} />
        </Form.Item>
        <Unknown field="product_name" place={place} />
      </Cell>
      <Cell span={2}>
        <Form.Item name={at('model')} label={t('complaint.field.model')}>
          <Input maxLength={200} />
        </Form.Item>
        <Unknown field="model" place={place} />
      </Cell>
      <Cell span={2}>
        <Form.Item name={at('batch_no')} label={t('complaint.field.batch_no')}>
          <Input maxLength={200} />
        </Form.Item>
      </Cell>
      <Cell span={2}>
        <div className="pair">
          <Form.Item name={at('quantity')} label={t('complaint.field.quantity')}>
            <InputNumber min={1} precision={0} controls={false} inputMode="numeric" />
          </Form.Item>
          <Form.Item name={at('defective')} label={t('complaint.field.defective')}>
            <InputNumber min={0} precision={0} controls={false} inputMode="numeric" />
          </Form.Item>
        </div>
      </Cell>
      <Cell span={3}>
        <Form.Item name={at('used_since')} label={t('complaint.field.used_since')}>
          <Input maxLength={200} />
        </Form.Item>
      </Cell>
      <Cell span={9}>
        <Form.Item name={at('symptom')} label={t('complaint.field.symptom')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={8000} />
        </Form.Item>
        <Unknown field="symptom" place={place} />
      </Cell>
    </div>
  );
}

interface Props extends Omit<LineProps, 'place'> {
  onRemoved: (place: number, count: number) => void;
}

/** The products of the complaint, one row of the paper's table each; more rows as needed. */
export function LineFields({ onUnit, onProduct, onRemoved }: Props) {
  const { t } = useTranslation();
  return (
    <Form.List name="lines">
      {(lines, { add, remove }) => (
        <div className="lines">
          {lines.map((line) => (
            <section key={line.key} className="line" aria-label={t('complaint.line', { n: line.name + 1 })}>
              <div className="line-head">
                <span>{t('complaint.line', { n: line.name + 1 })}</span>
                {lines.length > 1 && (
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined aria-hidden="true" />}
                    aria-label={t('complaint.line_remove', { n: line.name + 1 })}
                    onClick={() => {
                      const count = lines.length;
                      remove(line.name);
                      onRemoved(line.name, count);
                    }}
                  />
                )}
              </div>
              <LineCells place={line.name} onUnit={onUnit} onProduct={onProduct} />
            </section>
          ))}
          <div className="line-add">
            <Button
              type="dashed"
              icon={<PlusOutlined aria-hidden="true" />}
              onClick={() => add({ quantity: 1 })}
            >
              {t('complaint.line_add')}
            </Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}
