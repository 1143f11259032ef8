import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shellRoute';
import type { BoardBy } from './board';

const todoRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./TodoPage'), 'TodoPage'),
});

const teamRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/team',
  validateSearch: (raw: Record<string, unknown>): { by?: BoardBy; scope?: 'all' } => ({
    by: raw.by === 'person' || raw.by === 'state' ? raw.by : undefined,
    scope: raw.scope === 'all' ? 'all' : undefined,
  }),
  component: lazyRouteComponent(() => import('./BoardPage'), 'BoardPage'),
});

/** What is owed: one's own, and the team's. */
export const todoRoutes = [todoRoute, teamRoute] as const;
