import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { formatDate } from '../../../shared/dates';
import type { Page } from '../../../shared/listState';
import { useCan } from '../../../shared/session';
import { ClassTag, StateTag } from '../complaint/chips';
import { Loaded } from './Loaded';
import { WarrantyTag } from './tags';
import type { Customer, UnitRow } from './types';
import { NewUnitDialog } from './UnitForms';

/** The units that stand with a customer; the newest, and the way to all of them. */
export function CustomerUnits({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const mayAdd = useCan('party.create_unit') && !customer.voided_at;
  const units = useQuery({
    queryKey: ['units', 'of customer', customer.id],
    queryFn: ({ signal }) =>
      get<Page<UnitRow>>('/api/v1/units', { customer_id: customer.id, limit: 10 }, signal),
  });
  return (
    <section className="panel" aria-labelledby="units">
      <div className="party-head">
        <h2 id="units">{t('party.units')}</h2>
        {mayAdd && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('party.unit.new')}
          </Button>
        )}
      </div>
      <Loaded query={units}>
        {(page) => (
          <>
            {(page.items ?? []).length === 0 && (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('party.no_units')} />
            )}
            <ul className="party-list">
              {(page.items ?? []).map((unit) => (
                <li key={unit.id}>
                  <div className="party-list-text">
                    <Link to="/units/$id" params={{ id: unit.id }} className="number">
                      {unit.serial_no}
                    </Link>
                    <span>
                      {unit.product.name} {unit.model}
                    </span>
                    <span className="quiet">{unit.site?.name}</span>
                  </div>
                  <WarrantyTag unit={unit} />
                </li>
              ))}
            </ul>
            {page.next && (
              <p>
                <Link to="/units" search={{ customer_id: customer.id }}>
                  {t('party.all_units')}
                </Link>
              </p>
            )}
          </>
        )}
      </Loaded>
      {adding && (
        <NewUnitDialog customer={{ id: customer.id, name: customer.name }} onClose={() => setAdding(false)} />
      )}
    </section>
  );
}

/** A complaint as the register lists it. */
interface ComplaintRow {
  id: string;
  number: string;
  state: string;
  class: string;
  summary: string;
  taken_at: string;
}

/** Which complaints: those of a customer, or those about a serial number. */
type Of = { customer_id: string } | { serial_no: string };

/** The complaints about a customer or a unit that the reader may see, newest first. */
export function RelatedComplaints({ of }: { of: Of }) {
  const { t } = useTranslation();
  const may = useCan('complaint.see');
  const complaints = useQuery({
    queryKey: ['complaints', 'related', of],
    queryFn: ({ signal }) => get<Page<ComplaintRow>>('/api/v1/complaints', { ...of, limit: 20 }, signal),
    enabled: may,
  });
  if (!may) return null;
  return (
    <section className="panel" aria-labelledby="complaints">
      <div className="party-head">
        <h2 id="complaints">{t('party.complaints')}</h2>
      </div>
      <Loaded query={complaints}>
        {(page) => (
          <>
            {(page.items ?? []).length === 0 && (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('party.no_complaints')} />
            )}
            <ul className="party-list">
              {(page.items ?? []).map((row) => (
                <li key={row.id}>
                  <div className="party-list-text">
                    <Link to="/complaints/$id" params={{ id: row.id }} className="number">
                      {row.number}
                    </Link>
                    <span>{row.summary}</span>
                    <span className="quiet number">{formatDate(row.taken_at)}</span>
                  </div>
                  <span className="row">
                    <ClassTag value={row.class} />
                    <StateTag state={row.state} />
                  </span>
                </li>
              ))}
            </ul>
            {page.next && 'customer_id' in of && (
              <p>
                <Link to="/complaints" search={of}>
                  {t('party.all_complaints')}
                </Link>
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
