import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shellRoute';

const newRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/complaints/new',
  component: lazyRouteComponent(() => import('./IntakePage'), 'NewPage'),
});

const recordRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/complaints/$id',
  /** act: the dialog to open; into: the record to merge into. */
  validateSearch: (raw: Record<string, unknown>): { act?: string; into?: string } => ({
    act: typeof raw.act === 'string' ? raw.act : undefined,
    into: typeof raw.into === 'string' ? raw.into : undefined,
  }),
  component: lazyRouteComponent(() => import('./RecordPage'), 'RecordPage'),
});

const amendRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/complaints/$id/amend',
  component: lazyRouteComponent(() => import('./IntakePage'), 'AmendPage'),
});

/** Taking a complaint in, its record, and correcting it. */
export const complaintRoutes = [newRoute, recordRoute, amendRoute] as const;
