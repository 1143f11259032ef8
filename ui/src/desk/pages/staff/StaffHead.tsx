import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../shared/PageHeader';
import './staff.css';

const pages = [
  ['/staff', 'staff.people.title'],
  ['/staff/departments', 'staff.departments.title'],
  ['/staff/designations', 'staff.designations.title'],
  ['/staff/qualifications', 'staff.qualifications.title'],
  ['/staff/absences', 'staff.absences.title'],
  ['/staff/company', 'staff.company.title'],
] as const;

/** The head of every page about the people, with the way to the others. */
export function StaffHead({
  title,
  subtitle,
  actions,
}: {
  title: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} subtitle={subtitle} actions={actions} />
      <nav className="staff-nav no-print" aria-label={t('staff.nav')}>
        {pages.map(([to, name]) => (
          <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {t(name)}
          </Link>
        ))}
      </nav>
    </>
  );
}
