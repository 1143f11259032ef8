import type { ClockData } from '../../../shared/Clock';

/** A running clock: something owed until a time. */
export interface TodoItem extends ClockData {
  id: string;
  kind: 'regulation' | 'company';
  due_at: string;
  overdue: boolean;
  owner: { kind: 'person' | 'role' | 'department'; id: string; name: string };
  subject: {
    kind: string;
    id: string;
    number: string;
    title: string;
    customer_name: string;
    state: string;
    severity: string;
    class: string;
  };
  next: { act: string; path: string };
}

export interface TodoPage {
  items: TodoItem[];
  next?: string;
}

export type Scope = 'mine' | 'team' | 'all';
