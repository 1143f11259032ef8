import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { get } from './api';

/** A demo login as the server offers it; only with --demo. */
export interface DemoLogin {
  login: string;
  role_names: string[];
  password: string;
}

/** What the browser must know before anybody has signed in. */
export interface Boot {
  first_run: boolean;
  demo: boolean;
  demo_logins: DemoLogin[] | null;
  company_name: string;
  version: string;
}

/** The person signed in, and what this person may do. */
export interface Me {
  person: {
    id: string;
    name: string;
    login: string;
    department: { id: string; name: string } | null;
    roles: string[];
  };
  permissions: string[];
  company: { name: string; home_province: string; time_zone: string };
  demo: boolean;
}

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
