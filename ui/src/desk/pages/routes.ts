import { complaintRoutes } from './complaint/routes';
import { partyRoutes } from './party/routes';
import { staffRoutes } from './staff/routes';

/** The pages inside the frame. A page's navigation entry appears once its path is listed here. */
export const pageRoutes = [...complaintRoutes, ...staffRoutes, ...partyRoutes] as const;
