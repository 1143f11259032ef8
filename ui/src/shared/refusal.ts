/** One field the server could not accept. The path is the form's name path: ["lines", 0, "serial_no"]. */
export interface FieldRefusal {
  path: (string | number)[];
  message: string;
}

/** One journal line that happened since the person opened the record. */
export interface Change {
  act: string;
  sentence: string;
  actor_name: string;
  recorded_at: string;
}

interface Problem {
  title?: string;
  detail?: string;
  code?: string;
  obligation?: string;
  ref?: string;
  errors?: { location?: string; message?: string }[];
  stale?: { version: number; changes?: Change[] | null };
}

/** Why something did not happen, in words a person can act on. Thrown by everything in api.ts. */
export class Refusal extends Error {
  /** The HTTP status; 0 when no answer came, so nobody knows whether the act happened. */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** The clause that stands against it, such as "2.1-l". */
  readonly obligation: string | undefined;
  /** The reference to quote to the administrator. */
  readonly reference: string | undefined;
  readonly fields: FieldRefusal[];
  readonly stale: { version: number; changes: Change[] } | undefined;

  constructor(status: number, problem: Problem = {}) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.name = 'Refusal';
    this.status = status;
    this.code = problem.code ?? '';
    this.title = problem.title ?? '';
    this.detail = problem.detail ?? '';
    this.obligation = problem.obligation || undefined;
    this.reference = problem.ref || undefined;
    this.fields = (problem.errors ?? []).map((error) => ({
      path: pathOf(error.location ?? ''),
      message: error.message ?? '',
    }));
    this.stale = problem.stale && { version: problem.stale.version, changes: problem.stale.changes ?? [] };
  }

  /** True when no answer came or the server was too busy: sending the same again is right. */
  get unanswered(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** "body.lines[0].serial_no" → ["lines", 0, "serial_no"]: the place in the form that the server speaks of. */
export function pathOf(location: string): (string | number)[] {
  const withoutRoot = location.replace(/^(body|query|path|header)(\.|$)/, '');
  const parts = withoutRoot.match(/[^.[\]]+/g) ?? [];
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Reads an unsuccessful response. A body that is no problem+json (a proxy's page) leaves only the status. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return new Refusal(response.status);
  try {
    return new Refusal(response.status, (await response.json()) as Problem);
  } catch {
    return new Refusal(response.status);
  }
}
