import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';

/** The root of all pages. Routes get the query client from their context. */
export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({});
