import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../../shared/listState';
import { shellRoute } from '../../shellRoute';

const peopleSearch = listSearch(['department_id', 'role', 'state', 'person']);

const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/staff',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('./PeoplePage'), 'PeoplePage'),
});

const departmentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/staff/departments',
  component: lazyRouteComponent(() => import('./DepartmentsPage'), 'DepartmentsPage'),
});

const designationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/staff/designations',
  validateSearch: listSearch(['function', 'state']),
  component: lazyRouteComponent(() => import('./DesignationsPage'), 'DesignationsPage'),
});

const qualificationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/staff/qualifications',
  validateSearch: listSearch(['expiring_before', 'statutory', 'ended']),
  component: lazyRouteComponent(() => import('./QualificationsPage'), 'QualificationsPage'),
});

const absencesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/staff/absences',
  validateSearch: listSearch(['department_id', 'cancelled', 'view', 'month']),
  component: lazyRouteComponent(() => import('./AbsencesPage'), 'AbsencesPage'),
});

const companyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/staff/company',
  component: lazyRouteComponent(() => import('./CompanyPage'), 'CompanyPage'),
});

/** The pages about the people. */
export const staffRoutes = [
  peopleRoute,
  departmentsRoute,
  designationsRoute,
  qualificationsRoute,
  absencesRoute,
  companyRoute,
] as const;
