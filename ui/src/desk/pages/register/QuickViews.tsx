import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { useCan } from '../../../shared/session';
import type { RegisterState } from './request';
import { states } from './request';
import type { RegisterCounts } from './types';

interface Props {
  state: RegisterState;
  onState: (next: RegisterState) => void;
}

const ended = ['closed', 'withdrawn', 'merged', 'void'];

interface Quick {
  key: string;
  filter: RegisterState;
  count?: number;
}

function sum(counts: Record<string, number>, names: readonly string[]): number {
  return names.reduce((all, name) => all + (counts[name] ?? 0), 0);
}

/** What is asked most, with the numbers of the whole register: one press each. */
export function QuickViews({ state, onState }: Props) {
  const { t } = useTranslation();
  // Who sees only what he takes part in, and so may not export, gets no figures of the whole.
  const seesAll = useCan('complaint.export');
  const counts = useQuery({
    queryKey: ['complaints', 'counts'],
    queryFn: ({ signal }) => get<RegisterCounts>('/api/v1/complaints/counts', {}, signal),
    staleTime: 30_000,
    enabled: seesAll,
  }).data;
  const by = counts?.by_state;
  const quick: Quick[] = [
    { key: 'all', filter: {}, count: by && sum(by, states) },
    {
      key: 'open',
      filter: { state: 'open' },
      count:
        by &&
        sum(
          by,
          states.filter((one) => !ended.includes(one)),
        ),
    },
    { key: 'overdue', filter: { overdue: '1' }, count: counts?.overdue },
    { key: 'handover', filter: { state: 'handover_pending' }, count: by?.handover_pending ?? (by && 0) },
    { key: 'quality', filter: { state: 'with_quality' }, count: by?.with_quality ?? (by && 0) },
    { key: 'closed', filter: { state: 'closed' }, count: by?.closed ?? (by && 0) },
    {
      key: 'retrospective',
      filter: { entry_mode: 'retrospective' },
      count: counts && (counts.by_entry.retrospective ?? 0),
    },
  ];
  const { sort: _sort, desc: _desc, after: _after, q: _q, ...filter } = state;
  const chosen = JSON.stringify(Object.entries(filter).filter(([, value]) => value));
  return (
    <nav className="quick-views no-print" aria-label={t('register.quick.title')}>
      {quick.map((one) => {
        const current = JSON.stringify(Object.entries(one.filter)) === chosen;
        return (
          <button
            key={one.key}
            type="button"
            className={one.key === 'overdue' && one.count ? 'quick-view quick-view-overdue' : 'quick-view'}
            aria-pressed={current}
            onClick={() => onState({ ...one.filter, q: state.q, sort: state.sort, desc: state.desc })}
          >
            {t(`register.quick.${one.key}`)}
            {one.count !== undefined && (
              <span className="quick-count">
                {one.key === 'overdue' && one.count >= 1000
                  ? t('register.many')
                  : one.count.toLocaleString('en')}
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
