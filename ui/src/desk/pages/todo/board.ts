import { type Due, dueOf, grouped } from './due';
import type { TodoItem } from './types';

export type BoardBy = 'due' | 'person' | 'state';

export interface BoardColumn {
  key: string;
  name?: string;
  items: TodoItem[];
}

// The board has four columns by time: tomorrow belongs to the days that come.
const byDue: readonly Exclude<Due, 'tomorrow'>[] = ['overdue', 'today', 'week', 'later'];

/** The states in the order of the work. */
const states = ['draft', 'registered', 'negotiating', 'handover_pending', 'with_quality', 'opinion_signed'];

/** Puts what is owed into columns; within each, what is due first stands first. */
export function columnsOf(items: readonly TodoItem[], by: BoardBy, now: number): BoardColumn[] {
  if (by === 'due') {
    const groups = grouped(items, (item) => {
      const due = dueOf(item, now);
      return due === 'tomorrow' ? 'week' : due;
    });
    return byDue.map((key) => ({ key, items: groups.get(key) ?? [] }));
  }
  if (by === 'state') {
    const groups = grouped(items, (item) => item.subject.state);
    const known = states.filter((state) => groups.has(state));
    const others = [...groups.keys()].filter((state) => !states.includes(state));
    return [...known, ...others].map((key) => ({ key, items: groups.get(key) ?? [] }));
  }
  const groups = grouped(items, (item) => `${item.owner.kind}-${item.owner.id}`);
  return [...groups]
    .map(([key, group]) => ({ key, name: group[0]?.owner.name, items: group }))
    .sort((a, b) => b.items.length - a.items.length);
}
