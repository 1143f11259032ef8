import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shellRoute';
import { registerSearch } from './request';

const registerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/complaints',
  validateSearch: registerSearch,
  component: lazyRouteComponent(() => import('./RegisterPage'), 'RegisterPage'),
});

/** The register of complaints. */
export const registerRoutes = [registerRoute] as const;
