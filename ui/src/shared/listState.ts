/** What a list shows, as it stands in the address: shareable, and kept by back, forward and reload. */
export type ListState<Filter extends string = string> = {
  q?: string;
  /** The server's name of the order; absent for the list's own order. */
  sort?: string;
  desc?: '1';
  /** The cursor of the page shown; absent on the first. */
  after?: string;
} & { [F in Filter]?: string };

/** What a list asks of the server. */
export type ListRequest = Record<string, string | undefined> & { limit: string };

/** One page as every list of the server answers. */
export interface Page<Row> {
  items: Row[] | null;
  next?: string | null;
}

/** Reads a list's state from the address; for validateSearch of a route. Names the filters the list knows. */
export function listSearch<Filter extends string>(
  filters: readonly Filter[],
): (raw: Record<string, unknown>) => ListState<Filter> {
  const names = ['q', 'sort', 'desc', 'after', ...filters];
  return (raw) => {
    const state: Record<string, string> = {};
    for (const name of names) {
      const value = raw[name];
      if (value !== undefined && value !== null && value !== '') state[name] = String(value);
    }
    return state as ListState<Filter>;
  };
}

/** Another filter, text or order begins at the first page again. */
export function withChange<State extends ListState>(state: State, change: Partial<State>): State {
  const next: Record<string, string | undefined> = { ...state, after: undefined, ...change };
  for (const name of Object.keys(next)) if (!next[name]) delete next[name];
  return next as State;
}

/** The filter part of a state: what a saved view keeps and an export repeats. */
export function withoutCursor<State extends ListState>(state: State): Omit<State, 'after'> {
  const { after: _, ...rest } = state;
  return rest;
}
