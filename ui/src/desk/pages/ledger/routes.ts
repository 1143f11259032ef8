import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shellRoute';

const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('./ImportsPage'), 'ImportsPage'),
});

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/import/$id',
  component: lazyRouteComponent(() => import('./JobPage'), 'JobPage'),
});

/** The import of old registers. */
export const ledgerRoutes = [importsRoute, importRoute] as const;
