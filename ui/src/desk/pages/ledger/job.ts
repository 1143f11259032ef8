import { queryOptions } from '@tanstack/react-query';
import { get, newKey, post } from '../../../shared/api';
import { currentLanguage } from '../../../shared/i18n';
import type { Page } from '../../../shared/listState';
import { Refusal, refusalOf } from '../../../shared/refusal';
import type { Choices, Decisions, Job, Preview, Twin } from './types';

/** The largest file the server takes, in bytes. */
export const largestFile = 50 * 1024 * 1024;

const jobPath = (id: string) => `/api/v1/imports/${encodeURIComponent(id)}`;

export const jobsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => get<Page<Job>>('/api/v1/imports', { limit: 50 }, signal),
});

const atWork = (job: Job | undefined) => job?.status === 'committing' || job?.status === 'undoing';

/** One import; asked for again and again while it is at work. */
export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => get<Job>(jobPath(id), {}, signal),
    refetchInterval: (query) => (atWork(query.state.data) ? 400 : false),
  });

/** What the server understands of the file. */
export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id, 'preview'],
    queryFn: ({ signal }) => get<Preview>(`${jobPath(id)}/preview`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const choose = (id: string, choices: Choices) =>
  post<Preview>(`${jobPath(id)}/preview`, choices, newKey());

export const begin = (id: string, decisions: Decisions, key: string) =>
  post<Job>(`${jobPath(id)}/commit`, decisions, key);

export const undo = (id: string, reason: string, key: string) =>
  post<Job>(`${jobPath(id)}/undo`, { reason }, key);

export const rejectedHref = (id: string, kind: 'xlsx' | 'csv') => `${jobPath(id)}/rejected.${kind}`;

/** Hands a ledger in. onShare is told the share sent, 0 to 1. */
export function handIn(file: File, key: string, onShare: (share: number) => void): Promise<Job> {
  return new Promise((resolve, reject) => {
    // fetch reports no upload progress.
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/imports');
    request.setRequestHeader('Idempotency-Key', key);
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onShare(event.loaded / event.total);
    };
    request.onerror = () => reject(new Refusal(0));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as Job);
        return;
      }
      const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' };
      refusalOf(new Response(request.responseText, { status: request.status, headers })).then(reject, reject);
    };
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

/** What becomes of a row that may be there already. */
export function decisionFor(twin: Twin, decisions: Decisions) {
  if (decisions.skip.includes(twin.row)) return 'skip';
  if (decisions.import.includes(twin.row)) return 'import';
  return decisions.duplicates === 'suggested' ? twin.suggested : decisions.duplicates;
}

/** How many rows will be taken in. Only the first thousand twins are listed; the rest follow the common decision. */
export function rowsToTake(found: Preview, decisions: Decisions): number {
  const { importable, duplicates, suggested_skips } = found.summary;
  const common = { suggested: suggested_skips, skip: duplicates, import: 0 }[decisions.duplicates];
  const plain = { ...decisions, skip: [], import: [] };
  const changed = found.duplicates.reduce((sum, twin) => {
    const was = decisionFor(twin, plain);
    const is = decisionFor(twin, decisions);
    if (was === is) return sum;
    return sum + (is === 'import' ? 1 : -1);
  }, 0);
  return importable - common + changed;
}
