import { useQuery } from '@tanstack/react-query';
import { useRouter, useRouterState } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { get, type Schemas } from '../shared/api';
import { useMe } from '../shared/session';
import { type Entry, groups } from './sections';

function useCounts(): Schemas['InsightTodoCounts'] | undefined {
  return useQuery({
    queryKey: ['todo', 'counts'],
    queryFn: ({ signal }) => get<Schemas['InsightTodoCounts']>('/api/v1/todo/counts', {}, signal),
    refetchInterval: 60_000,
    staleTime: 30_000,
  }).data;
}

function Owed({ owed, overdue }: { owed: number; overdue: number }) {
  const { t } = useTranslation();
  if (owed === 0) return null;
  const words = overdue > 0 ? t('shell.owed_overdue', { owed, overdue }) : t('shell.owed', { owed });
  return (
    <span className={overdue > 0 ? 'nav-count nav-count-overdue' : 'nav-count'} title={words}>
      <span aria-hidden="true">{owed}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

/** The entry whose path begins the address most exactly. */
export function currentEntry(pathname: string, paths: string[]): string | undefined {
  const fitting = paths.filter(
    (path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)),
  );
  return fitting.sort((a, b) => b.length - a.length)[0];
}

/** The sections this person may see. Shows only pages that exist. */
export function Navigation({ head, onGo }: { head?: ReactNode; onGo?: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const permissions = useMe().permissions;
  const counts = useCounts();
  const visible = (entry: Entry) =>
    entry.path in router.routesByPath && (!entry.action || permissions.includes(entry.action));
  const shown = groups
    .map((group) => ({ ...group, entries: group.entries.filter(visible) }))
    .filter((group) => group.entries.length > 0);
  const current = currentEntry(
    pathname,
    shown.flatMap((group) => group.entries.map((entry) => entry.path)),
  );
  const go = (event: MouseEvent, path: string) => {
    // A press with a modifier key opens a new tab, as with any link.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    router.history.push(path);
    onGo?.();
  };
  return (
    <nav className="nav" aria-label={t('shell.navigation')}>
      {head}
      {shown.map((group) => (
        <section key={group.name} aria-label={t(group.name)}>
          <p className="nav-group" aria-hidden="true">
            {t(group.name)}
          </p>
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.path}>
                <a
                  href={entry.path}
                  aria-current={entry.path === current ? 'page' : undefined}
                  onClick={(event) => go(event, entry.path)}
                >
                  <span aria-hidden="true">{entry.icon}</span>
                  <span className="nav-name">{t(entry.name)}</span>
                  {entry.path === '/' && counts && <Owed owed={counts.mine} overdue={counts.mine_overdue} />}
                  {entry.path === '/team' && counts && (
                    <Owed owed={counts.team} overdue={counts.team_overdue} />
                  )}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
