/** Where an import stands. */
export type Status = 'previewed' | 'committing' | 'done' | 'failed' | 'undoing' | 'undone';

export interface Span {
  year: string;
  first: string;
  last: string;
  count: number;
}

/** An import of a ledger, as the server keeps it. */
export interface Job {
  id: string;
  status: Status;
  file_name: string;
  file_size: number;
  started_by_name: string;
  started_at: string;
  done_at?: string;
  undone_at?: string;
  rows_total: number;
  rows_done: number;
  counts: {
    rows: number;
    rejected: number;
    repeated: number;
    skipped: number;
    new_customers: number;
    voided: number;
    kept: number;
    customers_voided: number;
  };
  numbers: Span[];
  reason?: string;
  trouble?: string;
  touched: { id: string; number: string }[];
}

/** What the person has decided about a file. */
export interface Choices {
  sheet?: string;
  header_row?: number;
  year?: number;
  columns?: { index: number; meaning: string }[] | null;
}

export interface Column {
  index: number;
  letter: string;
  heading: string;
  meaning: string;
  confidence: number;
  reason: string;
  samples: string[] | null;
}

export const cellStates = ['ok', 'assumed', 'unknown', 'error'] as const;
export type CellState = (typeof cellStates)[number];

export interface Cell {
  column: number;
  meaning: string;
  raw: string;
  understood: string;
  state: CellState | 'empty';
  note?: string;
}

export interface Row {
  row: number;
  cells: Cell[];
  problems: string[];
}

export interface Aside {
  row: number;
  reason: string;
  raw: string[] | null;
}

export type Decision = 'skip' | 'import';

/** A row that may be in the register already. */
export interface Twin {
  row: number;
  customer: string;
  taken_on: string;
  account: string;
  other?: { id: string; number: string };
  other_row?: number;
  reason: string;
  suggested: Decision;
}

/** What becomes of rows that may be there already. */
export interface Decisions {
  duplicates: 'suggested' | Decision;
  skip: number[];
  import: number[];
}

export interface Preview {
  job: Job;
  choices: Choices;
  kind: string;
  encoding?: string;
  separator?: string;
  sheets: string[];
  sheet?: string;
  title?: string;
  header_row: number;
  year: number;
  year_from: string;
  meanings: { value: string; text: string }[];
  missing: string[];
  columns: Column[];
  rows: Row[];
  rejected: Aside[];
  repeated: Aside[];
  skipped: Aside[];
  duplicates: Twin[];
  summary: {
    rows: number;
    importable: number;
    rejected: number;
    repeated: number;
    totals: number;
    blank: number;
    problems: number;
    formulas: number;
    duplicates: number;
    suggested_skips: number;
    cells: Record<CellState | 'empty', number>;
  };
}
