import { Button, Spin, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/dates';
import { StateTag } from './chips';
import { type Likeness, type UnitRow, useEarlier, useUnitOf } from './lookups';
import type { ComplaintRow, Nth } from './types';

function NthLine({ nth }: { nth: Nth }) {
  const { t } = useTranslation();
  const counted = (['contract', 'unit', 'failure'] as const).filter((name) => nth[name] > 1);
  if (counted.length === 0) return <p className="quiet">{t('complaint.earlier.first')}</p>;
  return (
    <ul className="nth">
      {counted.map((name) => (
        <li key={name} className={nth[name] >= 3 ? 'nth-many' : undefined}>
          {t(`complaint.nth.${name}`, { n: nth[name] })}
        </li>
      ))}
    </ul>
  );
}

/** The unit of the records: what it is, where it stands, whether its warranty still runs. */
function Unit({ unit }: { unit: UnitRow }) {
  const { t } = useTranslation();
  return (
    <div className="earlier-unit">
      <p>
        <strong className="number">{unit.serial_no}</strong>{' '}
        {[unit.product.name, unit.model].filter(Boolean).join(' ')}
      </p>
      <p>
        {unit.warranty_to ? (
          <Tag color={unit.in_warranty ? 'success' : 'error'}>
            {t(unit.in_warranty ? 'complaint.warranty.in' : 'complaint.warranty.out', {
              day: unit.warranty_to,
            })}
          </Tag>
        ) : (
          <Tag>{t('complaint.warranty.unknown')}</Tag>
        )}
      </p>
      <p className="quiet">
        {[
          unit.customer.name,
          unit.site?.name,
          unit.delivered_on && t('complaint.delivered', { day: unit.delivered_on }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}

function Row({ row, onMerge }: { row: ComplaintRow; onMerge: (row: ComplaintRow) => void }) {
  const { t } = useTranslation();
  return (
    <li className="earlier-row">
      <p className="row">
        <a
          href={`/complaints/${encodeURIComponent(row.id)}`}
          target="_blank"
          rel="noreferrer"
          className="number"
        >
          {row.number}
        </a>
        <StateTag state={row.state} />
      </p>
      <p className="quiet">
        {[formatDate(row.taken_at), row.customer?.name, row.product_text, row.serial_no]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {row.summary && <p className="earlier-summary">{row.summary}</p>}
      <p className="row">
        {row.reasons?.map((reason) => (
          <Tag key={reason} color="warning">
            {t(`complaint.same.${reason}`)}
          </Tag>
        ))}
        <Button type="link" size="small" onClick={() => onMerge(row)}>
          {t('complaint.earlier.merge')}
        </Button>
      </p>
    </li>
  );
}

/** What the records know already: the unit and its warranty, the how-manieth complaint, likely the same matter. */
export function EarlierPanel({
  likeness,
  onMerge,
}: {
  likeness: Likeness;
  onMerge: (row: ComplaintRow) => void;
}) {
  const { t } = useTranslation();
  const earlier = useEarlier(likeness);
  const asked = Boolean(likeness.phone || likeness.serial_no || likeness.customer_id || likeness.contract_no);
  const found = asked ? earlier.data : undefined;
  const rows = found?.items ?? [];
  const unit = useUnitOf(likeness.serial_no);
  return (
    <section className="panel earlier" aria-labelledby="earlier-title" aria-live="polite">
      <h2 id="earlier-title">
        {t('complaint.earlier.title')} {earlier.isFetching && <Spin size="small" />}
      </h2>
      {!found && <p className="quiet">{t('complaint.earlier.hint')}</p>}
      {unit && <Unit unit={unit} />}
      {found?.nth && <NthLine nth={found.nth} />}
      {found && rows.length === 0 && <p className="quiet">{t('complaint.earlier.none')}</p>}
      {rows.length > 0 && (
        <>
          <p className="earlier-count">{t('complaint.earlier.count', { count: rows.length })}</p>
          <ul className="earlier-rows">
            {rows.map((row) => (
              <Row key={row.id} row={row} onMerge={onMerge} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
