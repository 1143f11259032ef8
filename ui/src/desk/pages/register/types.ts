/** A complaint as the register shows it. */
export interface RegisterRow {
  id: string;
  number: string;
  version: number;
  state: string;
  class: string;
  severity: string;
  channel: string;
  entry_mode: 'live' | 'retrospective';
  customer: { id: string; name: string };
  contact_phone_masked: string;
  product_text: string;
  serial_no: string;
  summary: string;
  region_class: string;
  taken_at: string;
  handed_over_at?: string;
  closed_at?: string;
  next_due_at?: string;
  next_step?: string;
  overdue: boolean;
  officer: { id: string; name: string };
  reopen_count: number;
}

/** The figures of the register, from counters kept with every act. */
export interface RegisterCounts {
  by_state: Record<string, number>;
  by_class: Record<string, number>;
  by_channel: Record<string, number>;
  by_entry: Record<string, number>;
  overdue: number;
}
