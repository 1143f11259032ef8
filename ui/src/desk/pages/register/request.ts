import type { Query } from '../../../shared/api';
import { type ListState, listSearch } from '../../../shared/listState';

/** The filters of the register, as they stand in its address. */
export const filterNames = [
  'state',
  'class',
  'channel',
  'severity',
  'customer_id',
  'serial_no',
  'region',
  'officer_id',
  'taken_from',
  'taken_to',
  'entry_mode',
  'overdue',
  'import_id',
] as const;

export type RegisterState = ListState<(typeof filterNames)[number]>;

/** Reads the register's state from an address, or from a saved view. */
export const registerSearch = listSearch(filterNames);

/** What the server is asked: its order is newest first, so it is told when to go upwards. */
export function requestOf(state: RegisterState & { limit?: string }): Query {
  const { desc, ...rest } = state;
  return { ...rest, asc: state.sort && !desc ? '1' : undefined };
}

/** States in the order of the work, as the filter offers them. */
export const states = [
  'draft',
  'registered',
  'negotiating',
  'handover_pending',
  'with_quality',
  'opinion_signed',
  'closed',
  'withdrawn',
  'merged',
  'void',
] as const;

export const regions = ['home_province', 'other_province', 'remote', 'special'] as const;
