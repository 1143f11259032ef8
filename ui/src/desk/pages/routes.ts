import { complaintRoutes } from './complaint/routes';
import { ledgerRoutes } from './ledger/routes';
import { partyRoutes } from './party/routes';
import { registerRoutes } from './register/routes';
import { rulesRoutes } from './rules/routes';
import { staffRoutes } from './staff/routes';
import { todoRoutes } from './todo/routes';

/** The pages inside the frame. A page's navigation entry appears once its path is listed here. */
export const pageRoutes = [
  ...complaintRoutes,
  ...staffRoutes,
  ...partyRoutes,
  ...todoRoutes,
  ...registerRoutes,
  ...rulesRoutes,
  ...ledgerRoutes,
] as const;
