import { Tag } from 'antd';
import type { TFunction } from 'i18next';
import { formatDate, formatDateTime, formatDue } from '../../../shared/dates';
import type { Column, Filter } from '../../../shared/KeysetTable';
import { PersonName } from '../../../shared/PersonName';
import { ClassTag, SeverityTag, StateTag } from '../complaint/chips';
import { channels, severities } from '../complaint/choices';
import { Go } from '../todo/Go';
import { regions, states } from './request';
import type { RegisterRow } from './types';

function NextDue({ row, t }: { row: RegisterRow; t: TFunction }) {
  if (!row.next_due_at) return <span className="quiet">{t('register.nothing_due')}</span>;
  return (
    <span className={row.overdue ? 'register-due register-due-overdue' : 'register-due'}>
      {formatDue(row.next_due_at)}
      {row.overdue && <span className="register-late">{t('register.overdue')}</span>}
    </span>
  );
}

/** The columns of the register; the first are those of the paper ledger. */
export function columnsOf(t: TFunction): Column<RegisterRow>[] {
  return [
    {
      key: 'number',
      title: t('register.number'),
      sortable: true,
      card: 'title',
      render: (row) => (
        <span className="register-number">
          <Go to={`/complaints/${encodeURIComponent(row.id)}`} className="number">
            {row.number}
          </Go>
          {row.entry_mode === 'retrospective' && <Tag variant="outlined">{t('register.retrospective')}</Tag>}
          {row.reopen_count > 0 && (
            <Tag variant="outlined">{t('register.reopened', { n: row.reopen_count })}</Tag>
          )}
        </span>
      ),
    },
    {
      key: 'taken_at',
      title: t('register.taken_at'),
      sortable: true,
      render: (row) => (
        <span className="register-taken">
          <span className="number">{formatDateTime(row.taken_at)}</span>
          <span className="quiet register-serial">{t(`complaint.channel.${row.channel}`)}</span>
        </span>
      ),
    },
    {
      key: 'channel',
      title: t('register.channel'),
      hidden: true,
      render: (row) => t(`complaint.channel.${row.channel}`),
    },
    {
      key: 'customer',
      title: t('register.customer'),
      card: 'title',
      render: (row) => (
        <span className="register-customer">{row.customer.name || t('register.unnamed')}</span>
      ),
    },
    {
      key: 'phone',
      title: t('register.phone'),
      hidden: true,
      render: (row) => <span className="number">{row.contact_phone_masked}</span>,
    },
    {
      key: 'product',
      title: t('register.product'),
      render: (row) => (
        <span className="register-product">
          {row.product_text}
          {row.serial_no && <span className="quiet number register-serial">{row.serial_no}</span>}
        </span>
      ),
    },
    {
      key: 'summary',
      title: t('register.summary'),
      render: (row) => (
        <span className="register-summary" title={row.summary}>
          {row.summary}
        </span>
      ),
    },
    { key: 'class', title: t('register.class'), render: (row) => <ClassTag value={row.class} /> },
    {
      key: 'severity',
      title: t('register.severity'),
      hidden: true,
      render: (row) => <SeverityTag value={row.severity} />,
    },
    { key: 'state', title: t('register.state'), render: (row) => <StateTag state={row.state} /> },
    {
      key: 'due_at',
      title: t('register.due_at'),
      sortable: true,
      render: (row) => <NextDue row={row} t={t} />,
    },
    {
      key: 'officer',
      title: t('register.officer'),
      hidden: true,
      render: (row) => <PersonName name={row.officer.name} />,
    },
    {
      key: 'region',
      title: t('register.region'),
      hidden: true,
      render: (row) => (row.region_class ? t(`register.region_class.${row.region_class}`) : ''),
    },
    {
      key: 'handed_over_at',
      title: t('register.handed_over_at'),
      hidden: true,
      render: (row) => <span className="number">{formatDateTime(row.handed_over_at)}</span>,
    },
    {
      key: 'closed_at',
      title: t('register.closed_at'),
      hidden: true,
      render: (row) => <span className="number">{formatDate(row.closed_at)}</span>,
    },
  ];
}

/** The filters one uses every day. */
export function firstFilters(t: TFunction): Filter[] {
  return [
    {
      name: 'state',
      label: t('register.state'),
      options: [
        { value: 'open', label: t('register.open') },
        ...states.map((value) => ({ value, label: t(`complaint.state.${value}`) })),
      ],
    },
    {
      name: 'class',
      label: t('register.class'),
      options: ['quality', 'non_quality', 'unclassified'].map((value) => ({
        value,
        label: t(`complaint.class.${value}`),
      })),
    },
    {
      name: 'channel',
      label: t('register.channel'),
      options: channels.map((value) => ({ value, label: t(`complaint.channel.${value}`) })),
    },
  ];
}

/** The others, one press away. */
export function furtherFilters(t: TFunction): Filter[] {
  return [
    {
      name: 'severity',
      label: t('register.severity'),
      options: severities.map((value) => ({ value, label: t(`complaint.severity.${value}`) })),
    },
    {
      name: 'region',
      label: t('register.region'),
      options: regions.map((value) => ({ value, label: t(`register.region_class.${value}`) })),
    },
    {
      name: 'entry_mode',
      label: t('register.entry_mode'),
      options: ['live', 'retrospective'].map((value) => ({ value, label: t(`register.entry.${value}`) })),
    },
  ];
}
