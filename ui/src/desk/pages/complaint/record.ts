import type { UploadedFile } from '../../../shared/api';
import { noted, onPaper, type PaperKind, spoken, written } from './choices';
import { presentMinute } from './MomentField';
import type { Answer, ComplaintPage, Line, RecordFields } from './types';

/** A paper waiting to be attached: a file the server has taken in, or a physical item without a scan. */
export interface Paper {
  key: string;
  file?: UploadedFile;
  kind: PaperKind;
  title?: string;
  original?: boolean;
  pages?: number;
  holder?: string;
  storage?: string;
}

/** What stands in the intake form. Everything is JSON, so that the browser can keep it. */
export interface Intake extends RecordFields {
  retrospective?: boolean;
  retrospective_reason?: string;
  papers?: Paper[];
  /** Names of the papers that lie on the record already. */
  attached?: string[];
  /** The record on the server, once it has its number. */
  saved?: Answer;
}

/** An empty form as it stands when the phone rings: now, by phone, one product. */
export function freshIntake(): Intake {
  const now = presentMinute();
  return {
    channel: 'phone',
    arrived_at: now,
    taken_at: now,
    call_started_at: now,
    complainant_role: 'customer',
    severity: 'minor',
    lines: [{ quantity: 1 }],
    demand: [],
    papers: [],
  };
}

const recordNames = [
  'channel',
  'channel_note',
  'arrived_at',
  'taken_at',
  'call_started_at',
  'call_ended_at',
  'letter_date',
  'fax_sender',
  'pages',
  'anonymous',
  'confidential',
  'customer_id',
  'customer_name',
  'complainant_name',
  'complainant_role',
  'contact_name',
  'phone',
  'email',
  'address',
  'site_id',
  'division_code',
  'contract_no',
  'delivered_on',
  'account',
  'reception_summary',
  'demand',
  'demand_note',
  'severity',
  'unknowns',
  'lines',
] as const satisfies readonly (keyof RecordFields)[];

const lineNames = [
  'id',
  'product_id',
  'product_name',
  'model',
  'serial_no',
  'batch_no',
  'quantity',
  'defective',
  'used_since',
  'symptom',
] as const satisfies readonly (keyof Line)[];

function blank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === false;
}

function picked<Whole extends object, Name extends keyof Whole>(
  whole: Whole,
  names: readonly Name[],
): Partial<Pick<Whole, Name>> {
  const part: Partial<Pick<Whole, Name>> = {};
  for (const name of names) if (!blank(whole[name])) part[name] = whole[name];
  return part;
}

/** Whether a product line says anything. A quantity alone does not. */
export function saysSomething(line: Line): boolean {
  const { quantity: _quantity, ...rest } = picked(line, lineNames);
  return Object.keys(rest).length > 0;
}

/** Fields that say something only with certain channels; with another one they are left out. */
const onlyWith: [keyof RecordFields, readonly string[]][] = [
  ['call_started_at', spoken],
  ['call_ended_at', spoken],
  ['letter_date', written],
  ['fax_sender', ['fax']],
  ['pages', onPaper],
  ['channel_note', noted],
];

/** What goes to the server: only what is filled in. */
export function bodyOf(form: Intake): RecordFields {
  const body = picked(form, recordNames) as RecordFields;
  for (const [name, fitting] of onlyWith) if (!fitting.includes(form.channel)) delete body[name];
  const lines = (form.lines ?? []).filter((line) => line && saysSomething(line));
  body.lines = lines.map((line) => picked(line, lineNames));
  const unknowns = Object.entries(form.unknowns ?? {}).filter(([, why]) => why !== undefined && why !== null);
  body.unknowns = Object.fromEntries(unknowns);
  return body;
}

/** The form of a record that is there already. */
export function intakeOf(page: ComplaintPage): Intake {
  const form = picked(page, recordNames) as Intake;
  form.lines = (page.lines ?? []).map((line) => picked(line, lineNames));
  if (form.lines.length === 0) form.lines = [{ quantity: 1 }];
  form.demand = page.demand ?? [];
  form.papers = [];
  form.attached = (page.attachments ?? []).map((paper) => paper.title || paper.name);
  form.saved = { id: page.id, number: page.number, version: page.version, state: page.state };
  return form;
}

/** The name under which the reason of an unknown is kept: the field's, with the line's place from the second on. */
export function unknownName(field: string, line = 0): string {
  return line === 0 ? field : `${field}_${line + 1}`;
}

/** After a line went away the reasons of the lines below move up with their lines. */
export function unknownsWithoutLine(
  unknowns: Record<string, string> | null | undefined,
  fields: readonly string[],
  gone: number,
  count: number,
): Record<string, string> {
  const kept = { ...unknowns };
  for (const field of fields) {
    for (let line = gone; line < count; line++) {
      const next = kept[unknownName(field, line + 1)];
      delete kept[unknownName(field, line)];
      if (next !== undefined) kept[unknownName(field, line)] = next;
    }
  }
  return kept;
}

/** What a file most likely is, by its type: the person corrects it in one press. */
export function kindOfFile(file: UploadedFile, channel: string): PaperKind {
  if (file.content_type.startsWith('audio/') || file.content_type.startsWith('video/')) return 'recording';
  if (channel === 'fax') return 'fax';
  if (channel === 'letter' || channel === 'regulator') return 'letter';
  if (file.content_type.startsWith('image/')) return 'photo';
  return 'other';
}
