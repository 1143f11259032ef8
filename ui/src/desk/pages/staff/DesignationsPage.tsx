import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { type Column, KeysetTable } from '../../../shared/KeysetTable';
import { ObligationTag } from '../../../shared/ObligationTag';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';
import { useCan } from '../../../shared/session';
import { functions } from './choices';
import { DesignateDialog, EndDesignationDialog } from './designationDialogs';
import { StaffHead } from './StaffHead';
import { AttendanceState, Days, DesignationState } from './tags';
import type { Designation, DesignationPage } from './types';

const route = getRouteApi('/shell/staff/designations');

/** The designated persons (专人) of the regulation: who attends today, and every designation with its dates. */
export function DesignationsPage() {
  const { t } = useTranslation();
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const mayDesignate = useCan('staff.designate');
  const mayEnd = useCan('staff.end_designation');
  const [open, setOpen] = useState<'new' | { end?: Designation; replace?: Designation }>();
  const close = () => setOpen(undefined);
  const columns = useColumns({ mayDesignate, mayEnd, onOpen: setOpen });
  return (
    <>
      <StaffHead
        title={t('staff.designations.title')}
        subtitle={t('staff.designations.subtitle')}
        actions={
          mayDesignate && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
              {t('staff.designation.create')}
            </Button>
          )
        }
      />
      <AttendanceCards />
      <KeysetTable<Designation>
        id="staff-designations"
        label={t('staff.designations.title')}
        queryKey={['staff', 'designations', 'list']}
        load={({ function: name, state: inForce }, signal) =>
          get<DesignationPage>('/api/v1/designations', { function: name, state: inForce }, signal)
        }
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onState={(next) => void navigate({ search: next })}
        filters={[
          {
            name: 'function',
            label: t('staff.designation.function'),
            options: functions.map((one) => ({ value: one, label: t(`staff.function.${one}`) })),
          },
          {
            name: 'state',
            label: t('staff.designation.state'),
            options: [{ value: 'current', label: t('staff.designation.not_ended') }],
          },
        ]}
        empty={t('staff.designations.empty')}
      />
      <DesignateDialog
        open={open === 'new' || (typeof open === 'object' && open.replace !== undefined)}
        onClose={close}
        replaces={typeof open === 'object' ? open.replace : undefined}
      />
      <EndDesignationDialog
        open={typeof open === 'object' && open.end !== undefined}
        onClose={close}
        designation={typeof open === 'object' ? open.end : undefined}
      />
    </>
  );
}

function useColumns(props: {
  mayDesignate: boolean;
  mayEnd: boolean;
  onOpen: (open: { end?: Designation; replace?: Designation }) => void;
}): Column<Designation>[] {
  const { t } = useTranslation();
  const columns: Column<Designation>[] = [
    {
      key: 'function',
      title: t('staff.designation.function'),
      card: 'title',
      render: (row) => (
        <span className="row">
          {t(`staff.function.${row.function}`)} <ObligationTag id={row.obligation} kind="regulation" />
        </span>
      ),
    },
    {
      key: 'person',
      title: t('staff.designation.person'),
      card: 'title',
      render: (row) => (
        <span className="row">
          <Link to="/staff" search={{ person: row.person.id }}>
            {row.person.name}
          </Link>
          {row.lead && <Tag color="processing">{t('staff.designation.lead')}</Tag>}
        </span>
      ),
    },
    {
      key: 'deputies',
      title: t('staff.designation.deputies'),
      render: (row) => row.deputies.map((one) => one.name).join(t('list.separator')),
    },
    {
      key: 'days',
      title: t('staff.designation.days'),
      render: (row) => <Days from={row.from_day} to={row.to_day} />,
    },
    {
      key: 'state',
      title: t('staff.designation.state'),
      render: (row) => <DesignationState state={row.state} />,
    },
    { key: 'document', title: t('staff.designation.document'), render: (row) => row.document_ref },
    { key: 'by', title: t('staff.designation.by'), hidden: true, render: (row) => row.designated_by.name },
    {
      key: 'reason',
      title: t('staff.designation.end_reason'),
      hidden: true,
      render: (row) => row.end_reason,
    },
  ];
  if (!props.mayDesignate && !props.mayEnd) return columns;
  const acts: Column<Designation> = {
    key: 'acts',
    title: t('staff.acts'),
    render: (row) =>
      row.state !== 'ended' && (
        <span className="row">
          {props.mayDesignate && row.state === 'current' && (
            <Button
              size="small"
              aria-label={t('staff.designation.hand_on_name', { name: row.person.name })}
              onClick={() => props.onOpen({ replace: row })}
            >
              {t('staff.designation.hand_on')}
            </Button>
          )}
          {props.mayEnd && (
            <Button
              size="small"
              aria-label={t('staff.designation.end_name', { name: row.person.name })}
              onClick={() => props.onOpen({ end: row })}
            >
              {t('staff.designation.end')}
            </Button>
          )}
        </span>
      ),
  };
  return [...columns, acts];
}

/** Who attends to each function today; what is wrong stands out. */
function AttendanceCards() {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ['staff', 'designations', 'attendance'],
    queryFn: ({ signal }) => get<DesignationPage>('/api/v1/designations', { state: 'current' }, signal),
  });
  if (found.isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  if (found.isError)
    return <RefusalAlert refusal={found.error instanceof Refusal ? found.error : new Refusal(0)} />;
  return (
    <div className="attendance">
      {found.data.attendance.map((one) => {
        const bad = one.state === 'vacant' || one.state === 'unattended';
        return (
          <section key={one.function} className={bad ? 'panel attendance-bad' : 'panel'}>
            <div className="row">
              <h2>{t(`staff.function.${one.function}`)}</h2>
              <ObligationTag id={one.obligation} kind="regulation" />
              <AttendanceState state={one.state} />
            </div>
            {one.state === 'vacant' && <p>{t('staff.attendance.vacant_note')}</p>}
            {one.state === 'unattended' && (
              <p>{t('staff.attendance.unattended_note', { name: one.lead?.name ?? '' })}</p>
            )}
            {one.state === 'attended' && <p>{one.lead?.name}</p>}
            {one.state === 'deputised' && (
              <p>
                {t('staff.attendance.deputised_note', {
                  lead: one.lead?.name ?? '',
                  acting: one.acting?.name ?? '',
                })}
              </p>
            )}
            {one.until && <p className="quiet">{t('staff.attendance.until', { day: one.until })}</p>}
          </section>
        );
      })}
    </div>
  );
}
