import { address, post } from '../../../shared/api';
import { currentLanguage } from '../../../shared/i18n';
import { Refusal, refusalOf } from '../../../shared/refusal';

export type ImportKind = 'customers' | 'units';

export interface PreviewColumn {
  index: number;
  letter: string;
  heading: string;
  meaning: string;
  samples: string[] | null;
}

export interface PreviewCell {
  meaning: string;
  raw: string;
  understood: string;
  state: 'ok' | 'assumed' | 'unknown' | 'error' | 'empty';
  note?: string;
}

export interface PreviewRow {
  row: number;
  cells: PreviewCell[];
  problems: string[] | null;
}

export interface Aside {
  row: number;
  reason: string;
  raw: string[] | null;
}

/** A row to be sent: the fields of the record, and its place in the file. */
export interface ImportRow {
  row: number;
  [field: string]: string | number | undefined;
}

export interface Preview {
  import_id: string;
  file_name: string;
  encoding?: string;
  separator?: string;
  sheets: string[] | null;
  sheet?: string;
  header_row: number;
  meanings: string[];
  missing: string[] | null;
  columns: PreviewColumn[] | null;
  shown: PreviewRow[] | null;
  rejected: Aside[] | null;
  duplicates: Aside[] | null;
  summary: {
    rows: number;
    importable: number;
    rejected: number;
    repeated: number;
    problems: number;
    duplicates: number;
  };
  customers?: ImportRow[] | null;
  units?: ImportRow[] | null;
}

export interface Choices {
  sheet?: string;
  /** What the person says a column means, by its index. */
  columns: Record<number, string>;
}

interface BatchAnswer {
  created: number;
  matched: number;
  refused: { row: number; errors: { field: string; text: string }[] | null }[] | null;
}

/** How far an import has come, and what was not taken. */
export interface Tally {
  done: number;
  created: number;
  matched: number;
  refused: Aside[];
}

export const nothingYet: Tally = { done: 0, created: 0, matched: 0, refused: [] };

/** The rows of one act; the server takes no more. */
const batchRows = 200;

/** Asks the server what it understands of a file. Nothing is changed by it. */
export async function preview(kind: ImportKind, file: File, choices: Choices): Promise<Preview> {
  const body = new FormData();
  body.append('file', file, file.name);
  const column = Object.entries(choices.columns).map(([index, meaning]) => `${index}:${meaning}`);
  const path = address(`/api/v1/${kind}/import/preview`, { sheet: choices.sheet, column });
  let response: Response;
  try {
    response = await fetch(path, { method: 'POST', headers: { 'Accept-Language': currentLanguage() }, body });
  } catch {
    throw new Refusal(0);
  }
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as Preview;
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Sends one batch, again with the same key while no answer comes: the server takes it once. */
async function sendBatch(path: string, body: object, key: string): Promise<BatchAnswer> {
  const tries = 5;
  for (let again = 1; ; again++) {
    try {
      return await post<BatchAnswer>(path, body, key);
    } catch (error) {
      if (!(error instanceof Refusal) || !error.unanswered || again === tries) throw error;
      await wait(1000 * again);
    }
  }
}

/** Sends all rows in batches from where an earlier run stopped, telling after each how far it has come. */
export async function send(
  kind: ImportKind,
  found: Preview,
  from: Tally,
  onTally: (tally: Tally) => void,
): Promise<Tally> {
  const rows = found[kind] ?? [];
  let tally = from;
  while (tally.done < rows.length) {
    const batch = tally.done / batchRows;
    const part = rows.slice(tally.done, tally.done + batchRows);
    const head = { import_id: found.import_id, batch, file_name: found.file_name, rows_total: rows.length };
    const answer = await sendBatch(
      `/api/v1/${kind}/import`,
      { ...head, rows: part },
      `${found.import_id}:${batch}`,
    );
    const refused = (answer.refused ?? []).map((row) => ({
      row: row.row,
      reason: (row.errors ?? []).map((error) => error.text).join('; '),
      raw: rawOf(part, row.row),
    }));
    tally = {
      done: Math.min(tally.done + batchRows, rows.length),
      created: tally.created + answer.created,
      matched: tally.matched + answer.matched,
      refused: [...tally.refused, ...refused],
    };
    onTally(tally);
  }
  return tally;
}

function rawOf(rows: ImportRow[], number: number): string[] {
  const found = rows.find((row) => row.row === number);
  if (!found) return [];
  return Object.entries(found)
    .filter(([name]) => name !== 'row')
    .map(([, value]) => String(value ?? ''));
}

interface UndoAnswer {
  undone: number;
  kept: number;
  left: boolean;
}

/** Takes an import back, part by part, until nothing of it is left that nobody has worked with. */
export async function undo(importId: string, key: string): Promise<{ undone: number; kept: number }> {
  let undone = 0;
  for (let batch = 0; ; batch++) {
    const answer = await post<UndoAnswer>(
      `/api/v1/party-imports/${importId}/undo`,
      { batch },
      `${key}:${batch}`,
    );
    undone += answer.undone;
    if (!answer.left) return { undone, kept: answer.kept };
  }
}

// A cell that begins so would be a formula in a spreadsheet.
const formula = /^[=+\-@\t\r]/;

function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The rows that were not taken, with the reasons, as a file that Excel opens in the right encoding. */
export function asideFile(headings: string[], rows: Aside[]): Blob {
  const lines = [headings, ...rows.map((row) => [String(row.row), row.reason, ...(row.raw ?? [])])];
  const text = lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n');
  return new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' });
}

/** Hands a file to the browser's downloads. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
