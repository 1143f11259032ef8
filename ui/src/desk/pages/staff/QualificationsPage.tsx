import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { type Column, KeysetTable } from '../../../shared/KeysetTable';
import type { Page } from '../../../shared/listState';
import { ObligationTag } from '../../../shared/ObligationTag';
import { useCan } from '../../../shared/session';
import { statutoryKinds } from './choices';
import { dayAfter, today } from './days';
import { useDepartments } from './departments';
import { AddQualificationDialog, EndQualificationDialog } from './qualificationDialogs';
import { StaffHead } from './StaffHead';
import { Days, QualificationState } from './tags';
import type { Qualification } from './types';

const route = getRouteApi('/shell/staff/qualifications');

/** Within how many days a qualification may end for the filter to show it. */
const horizons = [0, 30, 60, 180];

/** What people are qualified for, the first to expire first (2.3-a). */
export function QualificationsPage() {
  const { t } = useTranslation();
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const mayAdd = useCan('staff.add_qualification');
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Qualification>();
  const { nameOf } = useDepartments();
  const columns: Column<Qualification>[] = [
    {
      key: 'person',
      title: t('staff.person.name'),
      card: 'title',
      render: (row) => (
        <span className="row">
          <Link to="/staff" search={{ person: row.person.id }}>
            {row.person.name}
          </Link>
          <span className="quiet">{nameOf(row.department?.id, row.department?.name)}</span>
        </span>
      ),
    },
    { key: 'family', title: t('staff.qualification.family'), card: 'title', render: (row) => row.family },
    {
      key: 'skill',
      title: t('staff.qualification.skill'),
      render: (row) => [row.skill, row.level].filter(Boolean).join(' · '),
    },
    {
      key: 'certificate',
      title: t('staff.qualification.certificate'),
      render: (row) => (
        <span className="row">
          {row.certificate_no}
          {row.statutory && <Tag color="processing">{t(`staff.statutory.${row.statutory}`)}</Tag>}
          {row.file_id && (
            <a href={`/api/v1/files/${row.file_id}`} target="_blank" rel="noreferrer">
              {t('staff.qualification.scan')}
            </a>
          )}
        </span>
      ),
    },
    { key: 'issuer', title: t('staff.qualification.issuer'), hidden: true, render: (row) => row.issuer },
    {
      key: 'valid',
      title: t('staff.qualification.valid'),
      render: (row) => <Days from={row.valid_from} to={row.valid_to} />,
    },
    {
      key: 'state',
      title: t('staff.qualification.state'),
      render: (row) => <QualificationState row={row} />,
    },
    {
      key: 'acts',
      title: t('staff.acts'),
      render: (row) =>
        row.may_end && (
          <Button
            size="small"
            aria-label={t('staff.qualification.end_name', { name: row.person.name, family: row.family })}
            onClick={() => setEnding(row)}
          >
            {t('staff.qualification.end')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <StaffHead
        title={t('staff.qualifications.title')}
        subtitle={
          <span className="row">
            {t('staff.qualifications.subtitle')} <ObligationTag id="2.3-a" kind="regulation" />
          </span>
        }
        actions={
          mayAdd && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('staff.qualification.create')}
            </Button>
          )
        }
      />
      <KeysetTable<Qualification>
        id="staff-qualifications"
        label={t('staff.qualifications.title')}
        queryKey={['staff', 'qualifications', 'list']}
        load={(request, signal) => get<Page<Qualification>>('/api/v1/qualifications', request, signal)}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onState={(next) => void navigate({ search: next })}
        search={t('staff.qualification.search')}
        filters={[
          {
            name: 'expiring_before',
            label: t('staff.qualification.expiring'),
            options: horizons.map((n) => ({
              value: dayAfter(today(), n),
              label: n === 0 ? t('staff.qualification.expired') : t('staff.qualification.within', { n }),
            })),
          },
          {
            name: 'statutory',
            label: t('staff.qualification.statutory'),
            options: statutoryKinds.map((one) => ({ value: one, label: t(`staff.statutory.${one}`) })),
          },
          {
            name: 'ended',
            label: t('staff.qualification.withdrawn'),
            options: [{ value: '1', label: t('staff.qualification.withdrawn_too') }],
          },
        ]}
        empty={t('staff.qualifications.empty')}
        rowClass={(row) => `qualification-${row.state}`}
      />
      <AddQualificationDialog open={adding} onClose={() => setAdding(false)} />
      <EndQualificationDialog
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        qualification={ending}
      />
    </>
  );
}
