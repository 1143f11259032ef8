import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { daysBetween, today } from './days';
import type { Attendance, Designation, PersonRow, Qualification } from './types';

/** Whether a qualification counts, in words and colour, with the days left before it ends. */
export function QualificationState({ row }: { row: Qualification }) {
  const { t } = useTranslation();
  const colour = {
    valid: 'success',
    expiring: 'warning',
    expired: 'error',
    future: 'processing',
    ended: undefined,
  };
  const words =
    row.state === 'expiring' && row.valid_to
      ? t('staff.qualification.days_left', { n: daysBetween(today(), row.valid_to) })
      : t(`staff.qualification.state.${row.state}`);
  return <Tag color={colour[row.state]}>{words}</Tag>;
}

export function AttendanceState({ state }: { state: Attendance['state'] }) {
  const { t } = useTranslation();
  const colour = { attended: 'success', deputised: 'processing', unattended: 'error', vacant: 'error' };
  return <Tag color={colour[state]}>{t(`staff.attendance.${state}`)}</Tag>;
}

export function DesignationState({ state }: { state: Designation['state'] }) {
  const { t } = useTranslation();
  const colour = { current: 'success', future: 'processing', ended: undefined };
  return <Tag color={colour[state]}>{t(`staff.designation.state.${state}`)}</Tag>;
}

/** What stands beside a person's name: disabled, away, designated. */
export function PersonTags({ person }: { person: PersonRow }) {
  const { t } = useTranslation();
  return (
    <>
      {person.disabled_at && <Tag color="error">{t('staff.person.disabled')}</Tag>}
      {person.away_until && <Tag color="warning">{t('staff.person.away', { day: person.away_until })}</Tag>}
      {person.functions.map((name) => (
        <Tag key={name} color="processing">
          {t(`staff.function.${name}`)}
        </Tag>
      ))}
    </>
  );
}

export function RoleTags({ roles }: { roles: string[] }) {
  const { t } = useTranslation();
  return (
    <span className="row">
      {roles.map((role) => (
        <Tag key={role}>{t(`role.${role}`)}</Tag>
      ))}
    </span>
  );
}

/** From day to day; open-ended ones say so. */
export function Days({ from, to }: { from: string; to?: string }) {
  const { t } = useTranslation();
  if (from === to) return <span className="number">{from}</span>;
  return <span className="days">{to ? t('staff.days', { from, to }) : t('staff.days_open', { from })}</span>;
}
