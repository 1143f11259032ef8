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
  original: boolean;
  pages?: number;
  arrived_at: string;
  handed_over_at?: string;
  holder?: string;
  storage?: string;
  attached_by: Named;
  attached_at: string;
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
  next_at?: string;
  by: Named;
  logged_at: string;
}

export interface Satisfaction {
  id: string;
  method: string;
  by: string;
  at: string;
  statement: string;
  file_id?: string;
  recorded_by: Named;
}

export interface ClosingException {
  id: string;
  reason: string;
  final_offer: string;
  remedies_told: string;
  asked_by: Named;
  asked_at: string;
  decided_by: Named;
  decided_at?: string;
  approved: boolean;
  comment?: string;
}

export interface Plan {
  version: number;
  text: string;
  by: Named;
  at: string;
}

export interface HandedPaper {
  id: string;
  kind: string;
  name: string;
  pages: number;
  original: boolean;
  holder: string;
}

export interface Handover {
  n: number;
  papers_only: boolean;
  no_papers: boolean;
  papers: HandedPaper[] | null;
  due_at?: string;
  late: boolean;
  late_reason?: string;
  plan_missing: boolean;
  by: Named;
  at: string;
  received_by: Named;
  received_at?: string;
  returned_by: Named;
  returned_at?: string;
  return_code?: string;
  returned_reason?: string;
}

export interface Classification {
  class: Class;
  reason_code: string;
  reason?: string;
  evidence?: string;
  by: Named;
  at: string;
}

export interface Consultation {
  id: string;
  department: Named;
  question: string;
  reply_by: string;
  asked_by: Named;
  asked_at: string;
  view?: string;
  dissent: boolean;
  measures?: string;
  by: Named;
  answered_at?: string;
}

export interface Measure {
  what: string;
  owner: string;
  due_on?: string;
}

/** The texts of an opinion, as the form writes them. */
export interface OpinionFields {
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
}

export interface Opinion extends OpinionFields {
  opinion_version: number;
  written_by: Named;
  written_at: string;
  signed_by: Named;
  signed_at?: string;
}

export interface Owner extends Named {
  kind: string;
}

export interface PageClock {
  id: string;
  obligation: string;
  kind: string;
  step: string;
  owner: Owner;
  started_at: string;
  due_at: string;
  strict_due_at?: string;
  met_at?: string;
  cancelled_at?: string;
  late: boolean;
  overdue: boolean;
  apart: boolean;
  provisional: boolean;
  explain: string[] | null;
}

export interface PageEvent {
  id: string;
  act: string;
  sentence: string;
  obligations: string[] | null;
  actor: Named;
  happened_at: string;
  recorded_at: string;
  hash: string;
}

/** A row of the register. */
export interface ComplaintRow {
  id: string;
  number: string;
  state: State;
  class: Class;
  severity: string;
  channel: string;
  customer: Named;
  product_text: string;
  serial_no: string;
  summary: string;
  taken_at: string;
  reasons?: string[] | null;
}

/** Which complaint this is on the contract, the unit, the same failure: the form's "nth complaint". */
export interface Nth {
  contract: number;
  unit: number;
  failure: number;
}

/** An act the reader may do now, or why not. */
export interface NextAct {
  act: string;
  /** The next step of the record's own path. */
  primary: boolean;
  obligation?: string;
  due_at?: string;
  allowed: boolean;
  why_not?: { code: string; text: string; obligation?: string } | null;
}

export interface ComplaintPage extends RecordFields, Answer {
  class: Class;
  entry_mode: string;
  entry_reason?: string;
  officer: Named;
  recorded_by: Named;
  recorded_at: string;
  region: { class: string; division: string; path: string[] | null };
  classified_at?: string;
  handed_over_at?: string;
  received_at?: string;
  opinion_at?: string;
  closed_at?: string;
  close_kind?: string;
  close_summary?: string;
  merged_into?: string;
  misclassified?: boolean;
  reopen_count: number;
  personal_hidden: boolean;
  attachments: Attachment[] | null;
  contacts: Contact[] | null;
  satisfaction: Satisfaction[] | null;
  exceptions: ClosingException[] | null;
  plans: Plan[] | null;
  handovers: Handover[] | null;
  classifications: Classification[] | null;
  consultations: Consultation[] | null;
  opinions: Opinion[] | null;
  clocks: PageClock[] | null;
  timeline: PageEvent[] | null;
  related: ComplaintRow[] | null;
  nth: Nth;
  next: NextAct[] | null;
}
