import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../../shared/listState';
import { shellRoute } from '../../shellRoute';

const customersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers',
  validateSearch: listSearch(['kind', 'level', 'void']),
  component: lazyRouteComponent(() => import('./CustomersPage'), 'CustomersPage'),
});

const customerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('./CustomerPage'), 'CustomerPage'),
});

const customersImportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/import',
  component: lazyRouteComponent(() => import('./ImportPage'), 'CustomersImportPage'),
});

const productsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/products',
  validateSearch: listSearch(['discontinued', 'void']),
  component: lazyRouteComponent(() => import('./ProductsPage'), 'ProductsPage'),
});

const unitsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units',
  validateSearch: listSearch(['warranty', 'product_id', 'customer_id', 'void']),
  component: lazyRouteComponent(() => import('./UnitsPage'), 'UnitsPage'),
});

const unitRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units/$id',
  component: lazyRouteComponent(() => import('./UnitPage'), 'UnitPage'),
});

const unitsImportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units/import',
  component: lazyRouteComponent(() => import('./ImportPage'), 'UnitsImportPage'),
});

/** Customers, products and installed units. */
export const partyRoutes = [
  customersRoute,
  customersImportRoute,
  customerRoute,
  productsRoute,
  unitsRoute,
  unitsImportRoute,
  unitRoute,
] as const;
