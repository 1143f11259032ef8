import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shellRoute';

const calendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/calendar',
  validateSearch: (raw: Record<string, unknown>): { tab?: 'regions'; year?: number } => ({
    tab: raw.tab === 'regions' ? 'regions' : undefined,
    year: /^\d{4}$/.test(String(raw.year)) ? Number(raw.year) : undefined,
  }),
  component: lazyRouteComponent(() => import('./CalendarPage'), 'CalendarPage'),
});

const regulationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/regulation',
  component: lazyRouteComponent(() => import('./RegulationPage'), 'RegulationPage'),
});

/** The rules one works by: calendar, regions, and the regulation itself. */
export const rulesRoutes = [calendarRoute, regulationRoute] as const;
