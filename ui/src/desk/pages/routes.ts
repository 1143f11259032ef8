import { staffRoutes } from './staff/routes';

/** The pages inside the frame. A page's navigation entry appears once its path is listed here. */
export const pageRoutes = [...staffRoutes] as const;
