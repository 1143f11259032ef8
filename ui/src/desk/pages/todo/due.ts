import { toPicker } from '../../../shared/dates';
import type { TodoItem } from './types';

/** How soon something is due, as people plan: late, today, tomorrow, within seven days, later. */
export type Due = 'overdue' | 'today' | 'tomorrow' | 'week' | 'later';

export const dues: readonly Due[] = ['overdue', 'today', 'tomorrow', 'week', 'later'];

/** The group of a due time. Days are those of Shanghai; what is due at midnight belongs to the day that ends then. */
export function dueOf(item: { due_at: string; overdue: boolean }, now: number): Due {
  const due = Date.parse(item.due_at);
  if (item.overdue || due <= now) return 'overdue';
  const last = toPicker(due - 1)?.startOf('day');
  const today = toPicker(now)?.startOf('day');
  const days = last && today ? last.diff(today, 'day') : 0;
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < 7 ? 'week' : 'later';
}

/** Items by key in the order of the keys; keys without items are left out unless kept. */
export function grouped<Key extends string>(
  items: readonly TodoItem[],
  keyOf: (item: TodoItem) => Key,
): Map<Key, TodoItem[]> {
  const groups = new Map<Key, TodoItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
