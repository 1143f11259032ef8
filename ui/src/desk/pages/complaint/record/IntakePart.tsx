import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../../../shared/dates';
import { Masked } from '../../../../shared/Masked';
import { Fact, Part } from '../Cell';
import { ClassTag } from '../chips';
import { noted } from '../choices';
import { useUnitOf } from '../lookups';
import { RegionLine } from '../RegionLine';
import { unknownName } from '../record';
import type { ComplaintPage, Line } from '../types';
import { Attachments } from './Attachments';
import { Versions } from './Versions';

interface Props {
  page: ComplaintPage;
  onAct: (act: string) => void;
}

export function mayDo(page: ComplaintPage, act: string): boolean {
  return page.next?.some((one) => one.act === act && one.allowed) ?? false;
}

/** "Not known" with its reason, where a field was left open on purpose. */
function Unknown({ page, field, line = 0 }: { page: ComplaintPage; field: string; line?: number }) {
  const { t } = useTranslation();
  const why = page.unknowns?.[unknownName(field, line)];
  if (why === undefined) return null;
  return <span className="quiet unknown-why">{t('complaint.unknown_because', { why })}</span>;
}

function Times({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  return (
    <dl className="cells">
      <Fact span={4} label={t('complaint.field.channel')}>
        {t(`complaint.channel.${page.channel}`)}
        {page.channel_note && noted.includes(page.channel) && (
          <span className="quiet"> {page.channel_note}</span>
        )}
        {page.letter_date && (
          <span className="quiet fact-more">
            {t('complaint.field.letter_date')} {page.letter_date}
          </span>
        )}
        {page.fax_sender && (
          <span className="quiet fact-more">
            {t('complaint.field.fax_sender')} {page.fax_sender}
          </span>
        )}
        {page.pages ? (
          <span className="quiet fact-more">{t('complaint.pages', { n: page.pages })}</span>
        ) : null}
        {page.call_started_at && (
          <span className="quiet number fact-more">
            {[page.call_started_at, page.call_ended_at].filter(Boolean).map(formatDateTime).join(' – ')}
          </span>
        )}
      </Fact>
      <Fact span={4} label={t('complaint.field.arrived_at')}>
        <span className="number">{formatDateTime(page.arrived_at)}</span>
      </Fact>
      <Fact span={4} label={t('complaint.field.taken_at')}>
        <span className="number">{formatDateTime(page.taken_at)}</span>
      </Fact>
    </dl>
  );
}

function Parties({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  return (
    <dl className="cells">
      <Fact span={6} label={t('complaint.field.customer_name')}>
        {page.customer_id ? (
          <CustomerLink id={page.customer_id} name={page.customer_name ?? ''} />
        ) : (
          page.customer_name
        )}
        {page.anonymous && <span className="quiet"> {t('complaint.field.anonymous')}</span>}
      </Fact>
      <Fact span={3} label={t('complaint.field.complainant_name')}>
        {page.complainant_name}
        {page.confidential && <span className="quiet fact-more">{t('complaint.field.confidential')}</span>}
      </Fact>
      <Fact span={3} label={t('complaint.field.complainant_role')}>
        {page.complainant_role && t(`complaint.role.${page.complainant_role}`)}
      </Fact>
      <Fact span={4} label={t('complaint.field.contact_name')}>
        {page.contact_name}
        <Unknown page={page} field="contact" />
      </Fact>
      <Fact span={4} label={t('complaint.field.phone')}>
        {page.personal_hidden ? <Masked masked={page.phone} /> : <Masked phone={page.phone} />}
      </Fact>
      <Fact span={4} label={t('complaint.field.email')}>
        {page.email}
      </Fact>
      <Fact span={8} label={t('complaint.field.site')}>
        {[page.region.division, page.address].filter(Boolean).join(' ')}
        <Unknown page={page} field="site" />
      </Fact>
      <div className="cell cell-4 fact">
        <dt className="visually-hidden">{t('complaint.field.region')}</dt>
        <dd>
          <RegionLine
            region={{
              class: page.region.class || undefined,
              path: (page.region.path ?? []).map((text, place) => ({ code: String(place), text })),
            }}
          />
        </dd>
      </div>
    </dl>
  );
}

function CustomerLink({ id, name }: { id: string; name: string }) {
  return <a href={`/customers/${encodeURIComponent(id)}`}>{name}</a>;
}

const columns = ['product_name', 'model', 'batch_serial', 'quantity', 'defective', 'used_since'] as const;

function LineRow({ page, line, place }: { page: ComplaintPage; line: Line; place: number }) {
  const { t } = useTranslation();
  const unknown = (field: string) => <Unknown page={page} field={field} line={place} />;
  return (
    <Fragment>
      <tr>
        <td className="number">{place + 1}</td>
        <td data-label={t('complaint.field.product_name')}>
          {line.product_name} {unknown('product_name')}
          {page.class !== 'unclassified' && line.class && line.class !== page.class && (
            <ClassTag value={line.class} />
          )}
        </td>
        <td data-label={t('complaint.field.model')}>
          {line.model} {unknown('model')}
        </td>
        <td data-label={t('complaint.field.batch_serial')} className="number">
          {[line.batch_no, line.serial_no].filter(Boolean).join(' / ')} {unknown('serial_no')}
        </td>
        <td data-label={t('complaint.field.quantity')} className="number">
          {line.quantity}
        </td>
        <td data-label={t('complaint.field.defective')} className="number">
          {line.defective || ''}
        </td>
        <td data-label={t('complaint.field.used_since')}>{line.used_since}</td>
      </tr>
      {(line.symptom || page.unknowns?.[unknownName('symptom', place)]) && (
        <tr className="line-symptom">
          <td />
          <td colSpan={6} data-label={t('complaint.field.symptom')}>
            <span className="quiet">{t('complaint.field.symptom')}</span> {line.symptom} {unknown('symptom')}
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function Lines({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  const lines = page.lines ?? [];
  return (
    <div className="lines-table">
      <table className="plain-table">
        <caption className="visually-hidden">{t('complaint.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('complaint.field.place')}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`complaint.field.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.length === 0 && (
            <tr>
              <td colSpan={7} className="quiet">
                {t('complaint.lines_none')}
              </td>
            </tr>
          )}
          {lines.map((line, place) => (
            <LineRow key={line.id ?? place} page={page} line={line} place={place} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Matter({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  return (
    <dl className="cells">
      <Fact span={12} label={t('complaint.field.account')}>
        <p className="words account-text">{page.account}</p>
        <Unknown page={page} field="account" />
      </Fact>
      {page.reception_summary && (
        <Fact span={12} label={t('complaint.field.reception_summary')}>
          <p className="words">{page.reception_summary}</p>
        </Fact>
      )}
      <Fact span={6} label={t('complaint.field.demand')}>
        {[...(page.demand ?? []).map((one) => t(`complaint.demand.${one}`)), page.demand_note]
          .filter(Boolean)
          .join(t('list.separator'))}
      </Fact>
      <Fact span={3} label={t('complaint.field.class')}>
        {page.class !== 'unclassified' && t(`complaint.class.${page.class}`)}
      </Fact>
      <Fact span={3} label={t('complaint.field.severity')}>
        {page.severity && t(`complaint.severity.${page.severity}`)}
      </Fact>
    </dl>
  );
}

/** Part one of the form as far as it is filled. */
export function IntakePart({ page, onAct }: Props) {
  const { t } = useTranslation();
  const warranty = useUnitOf(page.lines?.[0]?.serial_no)?.warranty_to;
  const handed = page.handovers?.filter((one) => !one.papers_only).at(-1);
  return (
    <Part
      id="intake"
      title={t('complaint.part.intake')}
      extra={
        mayDo(page, 'amend') && (
          <Link to="/complaints/$id/amend" params={{ id: page.id }}>
            {t(page.state === 'draft' ? 'complaint.act.amend' : 'complaint.correct')}
          </Link>
        )
      }
    >
      <Parties page={page} />
      <Times page={page} />
      <dl className="cells">
        <Fact span={4} label={t('complaint.field.contract_no')}>
          <span className="number">{page.contract_no}</span>
        </Fact>
        <Fact span={4} label={t('complaint.field.delivered_on')}>
          <span className="number">{formatDate(page.delivered_on)}</span>
        </Fact>
        <Fact span={4} label={t('complaint.field.warranty_to')}>
          <span className="number">{formatDate(warranty)}</span>
        </Fact>
      </dl>
      <Lines page={page} />
      <dl className="cells">
        {(['contract', 'unit', 'failure'] as const).map((name) => (
          <Fact key={name} span={4} label={t(`complaint.nth_of.${name}`)}>
            {page.nth[name] > 0 && t('complaint.nth_time', { n: page.nth[name] })}
          </Fact>
        ))}
      </dl>
      <Matter page={page} />
      <Attachments page={page} onAct={onAct} />
      <div className="cells">
        <div className="cell cell-12">
          <div className="cell-head">
            <span className="cell-label">{t('complaint.field.plan')}</span>
            {mayDo(page, 'plan') && (
              <Button type="link" size="small" className="no-print" onClick={() => onAct('plan')}>
                {t('complaint.act.plan')}
              </Button>
            )}
          </div>
          <Versions
            versions={(page.plans ?? []).map((plan) => ({
              n: plan.version,
              text: plan.text,
              by: plan.by.name,
              at: plan.at,
            }))}
          />
        </div>
      </div>
      <dl className="cells">
        <Fact span={4} label={t('complaint.field.recorded_by')}>
          {page.recorded_by.name}
          <span className="quiet number fact-more">{formatDateTime(page.recorded_at)}</span>
        </Fact>
        <Fact span={4} label={t('complaint.field.handed_over_at')}>
          <span className="number">{formatDateTime(page.handed_over_at)}</span>
        </Fact>
        <Fact span={4} label={t('complaint.field.received_by')}>
          {handed?.received_by.name}
          <span className="quiet number fact-more">{formatDateTime(handed?.received_at)}</span>
        </Fact>
      </dl>
    </Part>
  );
}
