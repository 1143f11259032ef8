import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { get, type Schemas } from './api';

/** A demo login as the server offers it; only with --demo. */
export type DemoLogin = Schemas['ServerDemoLogin'];

/** What the browser must know before anybody has signed in. */
export type Boot = Schemas['ServerBoot'];

/** The person signed in, and what this person may do. */
export type Me = Schemas['ServerMe'];

export const bootQuery = queryOptions({
  queryKey: ['boot'],
  queryFn: ({ signal }) => get<Boot>('/api/v1/boot', {}, signal),
  staleTime: 5 * 60_000,
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<Me>('/api/v1/me', {}, signal),
  staleTime: 5 * 60_000,
});

/** The person signed in. Only inside the shell, whose route has loaded it. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the person signed in may do an action of the permission table, such as "complaint.register". */
export function useCan(action: string): boolean {
  return useQuery(meQuery).data?.permissions.includes(action) ?? false;
}
