import createClient from 'openapi-fetch';
import type { components, paths } from './api.gen';
import { currentLanguage } from './i18n';
import { Refusal, refusalOf } from './refusal';

/** The shapes of the server's OpenAPI by name, such as Schemas['ComplaintPage']. */
export type Schemas = components['schemas'];

/** Where an expired session is renewed. The shell's dialog listens; requests wait for it. */
type Gate = () => Promise<boolean>;
let gate: Gate | undefined;
let waiting: Promise<boolean> | undefined;

/** Tells what to do when the session has ended. Returns the way to take it back. */
export function whenSignedOut(ask: Gate): () => void {
  gate = ask;
  return () => {
    if (gate === ask) gate = undefined;
  };
}

// These answer 401 as their own matter: no dialog may open for them.
const ownMatter = ['/api/v1/sign-in', '/api/v1/sign-out', '/api/v1/first-run', '/api/v1/boot', '/api/v1/me'];

let clockOffset = 0;

/** The server's time in milliseconds: a desk computer's clock may be wrong, and due times are judged by the server. */
export function serverNow(): number {
  return Date.now() + clockOffset;
}

function noteClock(response: Response): void {
  const date = Date.parse(response.headers.get('date') ?? '');
  // The header counts whole seconds; a smaller difference means nothing.
  if (!Number.isNaN(date) && Math.abs(date - Date.now()) > 2000) clockOffset = date - Date.now();
}

async function sendOnce(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    noteClock(response);
    return response;
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Refusal(0);
  }
}

async function signedInAgain(): Promise<boolean> {
  if (!gate) return false;
  waiting ??= gate().finally(() => {
    waiting = undefined;
  });
  return waiting;
}

/**
 * Sends a request of this page's own origin and answers only with success; everything else is thrown as a Refusal.
 * When the session has ended, the sign-in dialog opens and the very same request (same key) is sent again after it.
 */
async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', currentLanguage());
  const again = request.clone();
  let response = await sendOnce(request);
  if (response.status === 401 && !ownMatter.includes(new URL(request.url).pathname)) {
    if (await signedInAgain()) response = await sendOnce(again);
  }
  if (!response.ok) throw await refusalOf(response);
  return response;
}

/** The typed client of the server's OpenAPI. Refusals are thrown, so `data` is there whenever it returns. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  fetch: send,
  querySerializer: (query) => searchOf(query as Query).toString(),
});

/** Query parameters; undefined, null, empty and false ones are left out, lists are repeated. */
export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export function searchOf(query: Query): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '' || value === false) continue;
    if (Array.isArray(value)) for (const one of value) search.append(name, one);
    else search.set(name, value === true ? '1' : String(value));
  }
  return search;
}

/** An address of the server with its query, for links such as an Excel export. */
export function address(path: string, query: Query = {}): string {
  const search = searchOf(query).toString();
  return search ? `${path}?${search}` : path;
}

async function answer<R>(response: Response): Promise<R> {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as R;
}

/** Reads. The signal of a query cancels it when the page moves on. */
export async function get<R>(path: string, query: Query = {}, signal?: AbortSignal): Promise<R> {
  return answer<R>(await send(new Request(new URL(address(path, query), location.origin), { signal })));
}

/** Acts. The key names one intention of one person: send it again with the same key and it happens once. */
export async function post<R>(path: string, body: unknown, key: string): Promise<R> {
  const request = new Request(new URL(path, location.origin), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });
  return answer<R>(await send(request));
}

/** A new idempotency key: a UUIDv7, so that keys sort by time. */
export function newKey(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A file the server has taken in. The id is the hash of its content. */
export type UploadedFile = Schemas['AttachFile'];

function uploadOnce(
  file: File,
  key: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    // fetch reports no upload progress, so this is the one place that uses XMLHttpRequest.
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/files');
    request.setRequestHeader('Idempotency-Key', key);
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new Refusal(0));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as UploadedFile);
        return;
      }
      const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' };
      refusalOf(new Response(request.responseText, { status: request.status, headers })).then(reject, reject);
    };
    signal.addEventListener('abort', () => {
      request.abort();
      reject(new DOMException('', 'AbortError'));
    });
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

/** Uploads one file. onProgress gets the share sent, 0 to 1. */
export async function upload(
  file: File,
  key: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadedFile> {
  try {
    return await uploadOnce(file, key, onProgress, signal);
  } catch (error) {
    if (error instanceof Refusal && error.status === 401 && (await signedInAgain())) {
      return uploadOnce(file, key, onProgress, signal);
    }
    throw error;
  }
}
