import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { type Column, KeysetTable } from '../../../shared/KeysetTable';
import type { Page } from '../../../shared/listState';
import { useCan } from '../../../shared/session';
import { AbsenceMonth } from './AbsenceMonth';
import { CancelAbsenceDialog, RecordAbsenceDialog } from './absenceDialogs';
import { useDepartments } from './departments';
import { StaffHead } from './StaffHead';
import { Days } from './tags';
import type { Absence } from './types';

const route = getRouteApi('/shell/staff/absences');

/** Who is away: by month, and as a list. */
export function AbsencesPage() {
  const { t } = useTranslation();
  const { view, month, ...state } = route.useSearch();
  const navigate = route.useNavigate();
  const mayRecord = useCan('staff.record_absence');
  const [recording, setRecording] = useState(false);
  const [cancelling, setCancelling] = useState<Absence>();
  return (
    <>
      <StaffHead
        title={t('staff.absences.title')}
        actions={
          mayRecord && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setRecording(true)}>
              {t('staff.absence.create')}
            </Button>
          )
        }
      />
      <div className="month-choice">
        <Segmented
          aria-label={t('staff.absences.view')}
          value={view ?? 'month'}
          onChange={(next) =>
            void navigate({ search: { ...state, month, view: next === 'list' ? 'list' : undefined } })
          }
          options={[
            { value: 'month', label: t('staff.absences.month') },
            { value: 'list', label: t('staff.absences.list') },
          ]}
        />
      </div>
      {view === 'list' ? (
        <AbsenceList
          state={state}
          onState={(next) => void navigate({ search: { ...next, view: 'list' } })}
          onCancel={setCancelling}
        />
      ) : (
        <AbsenceMonth
          month={month}
          onMonth={(next) => void navigate({ search: { ...state, month: next } })}
        />
      )}
      <RecordAbsenceDialog open={recording} onClose={() => setRecording(false)} />
      <CancelAbsenceDialog
        open={cancelling !== undefined}
        onClose={() => setCancelling(undefined)}
        absence={cancelling}
      />
    </>
  );
}

type State = Parameters<typeof KeysetTable<Absence>>[0]['state'];

function AbsenceList(props: {
  state: State;
  onState: (next: State) => void;
  onCancel: (row: Absence) => void;
}) {
  const { t } = useTranslation();
  const { options, nameOf } = useDepartments();
  const columns: Column<Absence>[] = [
    {
      key: 'person',
      title: t('staff.person.name'),
      card: 'title',
      render: (row) => (
        <span className="row">
          <Link to="/staff" search={{ person: row.person.id }}>
            {row.person.name}
          </Link>
          {row.cancelled && <Tag>{t('staff.absence.cancelled')}</Tag>}
        </span>
      ),
    },
    {
      key: 'department',
      title: t('staff.person.department'),
      render: (row) => nameOf(row.department?.id, row.department?.name),
    },
    {
      key: 'days',
      title: t('staff.absence.days'),
      render: (row) => <Days from={row.from_day} to={row.to_day} />,
    },
    {
      key: 'reason',
      title: t('staff.absence.reason'),
      render: (row) =>
        row.reason ? (
          t(`staff.absence.reason.${row.reason}`)
        ) : (
          <span className="quiet">{t('staff.absence.hidden')}</span>
        ),
    },
    { key: 'note', title: t('staff.absence.note'), render: (row) => row.note },
    {
      key: 'acts',
      title: t('staff.acts'),
      render: (row) =>
        row.may_cancel && (
          <Button
            size="small"
            aria-label={t('staff.absence.cancel_name', {
              name: row.person.name,
              from: row.from_day,
              to: row.to_day,
            })}
            onClick={() => props.onCancel(row)}
          >
            {t('staff.absence.cancel')}
          </Button>
        ),
    },
  ];
  return (
    <KeysetTable<Absence>
      id="staff-absences"
      label={t('staff.absences.title')}
      queryKey={['staff', 'absences', 'list']}
      load={(request, signal) => get<Page<Absence>>('/api/v1/absences', request, signal)}
      columns={columns}
      rowKey={(row) => row.id}
      state={props.state}
      onState={props.onState}
      search={t('staff.person.search')}
      filters={[
        { name: 'department_id', label: t('staff.person.department'), options },
        {
          name: 'cancelled',
          label: t('staff.absence.cancelled'),
          options: [{ value: '1', label: t('staff.absence.cancelled_too') }],
        },
      ]}
      empty={t('staff.absences.empty')}
    />
  );
}
