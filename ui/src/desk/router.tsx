import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { bootQuery } from '../shared/session';
import { Forbidden } from './Forbidden';
import { NotFound } from './NotFound';
import { Opening } from './Opening';
import { pageRoutes } from './pages/routes';
import { rootRoute } from './rootRoute';
import { shellRoute } from './shellRoute';
import { Trouble } from './Trouble';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): { to?: string } => ({
    // Only a path of this origin: an address given in a link must not lead elsewhere after signing in.
    to: typeof raw.to === 'string' && /^\/(?![/\\])/.test(raw.to) ? raw.to : undefined,
  }),
  loader: ({ context }) => context.queries.ensureQueryData(bootQuery),
  component: lazyRouteComponent(() => import('./SignInPage'), 'SignInPage'),
});

const firstRunRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-run',
  loader: ({ context }) => context.queries.ensureQueryData(bootQuery),
  component: lazyRouteComponent(() => import('./FirstRunPage'), 'FirstRunPage'),
});

const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/me',
  component: lazyRouteComponent(() => import('./ProfilePage'), 'ProfilePage'),
});

const forbiddenRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/forbidden',
  component: () => <Forbidden />,
});

// Inside the frame, so that the navigation and the search are at hand.
const nowhereRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '$',
  component: NotFound,
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  firstRunRoute,
  shellRoute.addChildren([profileRoute, forbiddenRoute, nowhereRoute, ...pageRoutes]),
]);

/** The router of the desk with all its pages. */
export function createDeskRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Trouble,
    defaultPendingComponent: Opening,
    scrollRestoration: true,
  });
}
