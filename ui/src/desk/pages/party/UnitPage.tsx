import EditOutlined from '@ant-design/icons/es/icons/EditOutlined';
import SwapOutlined from '@ant-design/icons/es/icons/SwapOutlined';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { formatDate } from '../../../shared/dates';
import { PageHeader } from '../../../shared/PageHeader';
import { useCan } from '../../../shared/session';
import { Timeline } from '../../../shared/Timeline';
import { RelatedComplaints } from './CustomerLists';
import { Facts } from './Facts';
import { Loaded } from './Loaded';
import './party.css';
import { siteWords } from './pickers';
import { RegionClass, VoidTag, WarrantyTag } from './tags';
import type { Unit } from './types';
import { AmendUnitDialog, MoveUnitDialog } from './UnitForms';
import { VoidDialog } from './VoidDialog';

const route = getRouteApi('/shell/units/$id');

function Moves({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const moves = unit.moves ?? [];
  const place = (customer: string, site: string) => [customer, site].filter(Boolean).join(' · ');
  return (
    <section className="panel" aria-labelledby="moves">
      <h2 id="moves">{t('party.moves')}</h2>
      {moves.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('party.no_moves')} />}
      <ul className="party-list">
        {moves.map((move) => (
          <li key={`${move.moved_on} ${move.from_site} ${move.to_site} ${move.to_customer}`}>
            <div className="party-list-text">
              <span>
                {t('party.moved', {
                  from: place(move.from_customer, move.from_site),
                  to: place(move.to_customer, move.to_site),
                })}
              </span>
              <span className="quiet">
                <span className="number">{formatDate(move.moved_on)}</span> {move.by_name} {move.reason}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Record({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'amend' | 'move' | 'void'>();
  const mayAmend = useCan('party.amend_unit') && !unit.voided_at;
  const mayMove = useCan('party.move_unit') && !unit.voided_at;
  const mayVoid = useCan('party.void_unit') && !unit.voided_at;
  const close = () => setDoing(undefined);
  const site = unit.site_record;
  return (
    <div className="stack">
      <PageHeader
        title={unit.serial_no}
        back={<Link to="/units">{t('party.units')}</Link>}
        tags={
          <>
            <WarrantyTag unit={unit} />
            <VoidTag since={unit.voided_at} />
          </>
        }
        subtitle={[unit.product.name, unit.model].filter(Boolean).join(' ')}
        actions={
          <>
            {mayMove && (
              <Button icon={<SwapOutlined />} onClick={() => setDoing('move')}>
                {t('party.unit.move')}
              </Button>
            )}
            {mayAmend && (
              <Button icon={<EditOutlined />} onClick={() => setDoing('amend')}>
                {t('party.amend')}
              </Button>
            )}
            {mayVoid && <Button onClick={() => setDoing('void')}>{t('party.void')}</Button>}
          </>
        }
      />
      <div className="party-sides">
        <div className="stack">
          <section className="panel" aria-label={t('party.facts')}>
            <Facts
              facts={[
                [
                  t('party.field.customer_name'),
                  <Link key="customer" to="/customers/$id" params={{ id: unit.customer.id }}>
                    {unit.customer.name}
                  </Link>,
                ],
                [t('party.field.site'), site ? siteWords(site) : t('party.site.unknown')],
                [t('party.field.region'), site && <RegionClass region={site.region} />],
                [t('party.field.delivered_on'), formatDate(unit.delivered_on)],
                [t('party.field.warranty_to'), formatDate(unit.warranty_to)],
                [t('party.field.batch_no'), unit.batch_no],
                [t('party.field.contract_no'), unit.contract_no],
                [t('party.field.remarks'), unit.remarks],
                [t('party.field.void_reason'), unit.void_reason],
              ]}
            />
          </section>
          <Moves unit={unit} />
          <RelatedComplaints of={{ serial_no: unit.serial_no }} />
        </div>
        <section className="panel" aria-labelledby="history">
          <h2 id="history">{t('party.history')}</h2>
          <Timeline lines={unit.timeline ?? []} />
        </section>
      </div>
      {doing === 'amend' && <AmendUnitDialog unit={unit} onClose={close} />}
      {doing === 'move' && <MoveUnitDialog unit={unit} onClose={close} />}
      {doing === 'void' && (
        <VoidDialog
          path={`/api/v1/units/${unit.id}/void`}
          version={unit.version}
          title={t('party.unit.void')}
          note={t('party.unit.void_note')}
          onClose={close}
        />
      )}
    </div>
  );
}

/** The record of an installed unit: warranty, where it stands and stood, history. */
export function UnitPage() {
  const { id } = route.useParams();
  const unit = useQuery({
    queryKey: ['units', id],
    queryFn: ({ signal }) => get<Unit>(`/api/v1/units/${encodeURIComponent(id)}`, {}, signal),
  });
  return <Loaded query={unit}>{(data) => <Record key={data.id} unit={data} />}</Loaded>;
}
