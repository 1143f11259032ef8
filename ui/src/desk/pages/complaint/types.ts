import type { ClockData } from '../../../shared/Clock';
import type { JournalLine } from '../../../shared/Timeline';

export type Class = 'unclassified' | 'quality' | 'non_quality';
export type State =
  | 'draft'
  | 'registered'
  | 'negotiating'
  | 'handover_pending'
  | 'with_quality'
  | 'opinion_signed'
  | 'closed'
  | 'withdrawn'
  | 'void'
  | 'merged';

/** What every act on a complaint answers. */
export interface Answer {
  id: string;
  number: string;
  version: number;
  state: State;
}

export interface Line {
  id?: string;
  product_id?: string;
  product_name?: string;
  model?: string;
  serial_no?: string;
  batch_no?: string;
  quantity?: number;
  defective?: number;
  used_since?: string;
  symptom?: string;
  class?: Class;
}

/** What reception writes onto the form. */
export interface RecordFields {
  channel: string;
  channel_note?: string;
  arrived_at?: string;
  taken_at?: string;
  call_started_at?: string;
  call_ended_at?: string;
  letter_date?: string;
  fax_sender?: string;
  pages?: number;
  anonymous?: boolean;
  confidential?: boolean;
  customer_id?: string;
  customer_name?: string;
  complainant_name?: string;
  complainant_role?: string;
  contact_name?: string;
  phone?: string;
  email?: string;
  address?: string;
  site_id?: string;
  division_code?: string;
  contract_no?: string;
  delivered_on?: string;
  account?: string;
  reception_summary?: string;
  demand?: string[] | null;
  demand_note?: string;
  severity?: string;
  unknowns?: Record<string, string> | null;
  lines?: Line[] | null;
}

export interface Named {
  id: string;
  name: string;
}

export interface Step {
  code: string;
  text: string;
}

export interface Attachment {
  id: string;
  file_id?: string;
  name: string;
  content_type?: string;
  size?: number;
  kind: string;
  title?: string;
  original?: boolean;
  pages?: number;
  arrived_at?: string;
  handed_over_at?: string | null;
  holder?: string;
  storage?: string;
}

export interface Contact {
  id: string;
  kind: string;
  channel: string;
  at: string;
  person?: string;
  said: string;
  reaction?: string;
  next_step?: string;
  next_at?: string | null;
  by?: string;
  logged_at?: string;
}

export interface Satisfaction {
  id: string;
  method: string;
  by: string;
  at: string;
  statement: string;
  file_id?: string;
  recorded_by?: string;
  recorded_at?: string;
}

export interface ClosingException {
  reason: string;
  final_offer: string;
  remedies_told: string;
  asked_by: string;
  asked_at: string;
  decided_by?: string;
  decided_at?: string | null;
  approved?: boolean;
  comment?: string;
}

export interface Plan {
  version: number;
  text: string;
  by: string;
  at: string;
}

export interface HandedPaper {
  id: string;
  kind: string;
  name: string;
  pages?: number;
  original?: boolean;
  holder?: string;
}

export interface Handover {
  n: number;
  at: string;
  by: string;
  papers?: HandedPaper[] | null;
  no_papers?: boolean;
  papers_only?: boolean;
  late?: boolean;
  late_reason?: string;
  plan_missing?: boolean;
  received_at?: string | null;
  received_by?: string;
  returned_at?: string | null;
  returned_by?: string;
  returned_code?: string;
  returned_reason?: string;
}

export interface Classification {
  class: Class;
  reason_code: string;
  reason?: string;
  evidence?: string;
  by: string;
  at: string;
}

export interface Consultation {
  id: string;
  department: Named;
  question: string;
  reply_by: string;
  asked_by: string;
  asked_at: string;
  view?: string;
  dissent?: boolean;
  measures?: string;
  by?: string;
  answered_at?: string | null;
}

export interface Measure {
  what: string;
  owner: string;
  due_on?: string;
}

export interface Opinion {
  version: number;
  text: string;
  measures?: Measure[] | null;
  suspected_cause?: string;
  parts_to_bring?: string;
  interim_instruction?: string;
  containment?: string;
  expected_disposition?: string;
  site_visit: boolean;
  no_visit_reason?: string;
  no_visit_consent?: string;
  no_consultation_reason?: string;
  written_by: string;
  written_at: string;
  signed_by?: string;
  signed_at?: string | null;
}

export interface Owner {
  kind: 'person' | 'role' | 'department';
  id: string;
  name: string;
}

export interface PageClock extends ClockData {
  id: string;
  step?: string;
  owner?: Owner | null;
}

/** A row of the register. */
export interface ComplaintRow {
  id: string;
  number: string;
  version: number;
  state: State;
  class: Class;
  severity: string;
  channel: string;
  customer?: Named | null;
  product_text?: string;
  serial_no?: string;
  summary?: string;
  taken_at: string;
  next_due_at?: string | null;
  overdue?: boolean;
  reasons?: string[] | null;
}

/** How often this contract, this unit, this failure was complained of: the form's "nth complaint". */
export interface Nth {
  contract: number;
  unit: number;
  failure: number;
}

/** An act the reader may do now, or why not. */
export interface NextAct {
  act: string;
  obligation?: string;
  due_at?: string | null;
  allowed: boolean;
  why_not?: { code: string; text: string; obligation?: string } | null;
}

export interface ComplaintPage extends RecordFields, Answer {
  class: Class;
  entry_mode: string;
  entry_reason?: string;
  officer?: Named | null;
  customer?: Named | null;
  region?: { class: string; path?: Step[] | null; division_path?: string } | null;
  warranty_to?: string;
  recorded_at: string;
  recorded_by?: string;
  classified_at?: string | null;
  handed_over_at?: string | null;
  received_at?: string | null;
  opinion_at?: string | null;
  closed_at?: string | null;
  misclassified_at?: string | null;
  close_kind?: string;
  close_summary?: string;
  merged_into?: string;
  reopen_count?: number;
  attachments?: Attachment[] | null;
  contacts?: Contact[] | null;
  satisfaction?: Satisfaction[] | null;
  exception?: ClosingException | null;
  plans?: Plan[] | null;
  handovers?: Handover[] | null;
  classifications?: Classification[] | null;
  consultations?: Consultation[] | null;
  opinions?: Opinion[] | null;
  clocks?: PageClock[] | null;
  timeline?: JournalLine[] | null;
  related?: ComplaintRow[] | null;
  nth?: Nth | null;
  next?: NextAct[] | null;
}
