import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { setOwner } from '../shared/owner';
import { Refusal } from '../shared/refusal';
import { bootQuery, meQuery } from '../shared/session';
import { rootRoute } from './rootRoute';
import { TroubleAlone } from './Trouble';

/** Every page inside the frame with navigation and search hangs here; it lets in only who has signed in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queries.ensureQueryData(meQuery);
      setOwner(me.person.login);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 401) throw error;
      const boot = await context.queries.ensureQueryData(bootQuery);
      if (boot.first_run) throw redirect({ to: '/first-run' });
      throw redirect({ to: '/sign-in', search: { to: location.href === '/' ? undefined : location.href } });
    }
  },
  component: lazyRouteComponent(() => import('./Shell'), 'Shell'),
  errorComponent: TroubleAlone,
});
