import type { FormInstance } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { owned } from './owner';

const prefix = 'huidan.draft.';
// A forgotten draft is dropped after this long, so that personal data does not lie in a browser for ever.
const keptFor = 14 * 24 * 3600 * 1000;

interface Stored {
  savedAt: number;
  values: unknown;
}

function read(place: string): Stored | undefined {
  const text = localStorage.getItem(place);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Stored;
  } catch {
    localStorage.removeItem(place);
    return undefined;
  }
}

/** Removes drafts nobody came back to. */
export function forgetOldDrafts(now: number): void {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(prefix)) continue;
    const stored = read(key);
    if (!stored || now - stored.savedAt > keptFor) localStorage.removeItem(key);
  }
}

export interface Draft<Values> {
  /** What was kept from earlier, as it was when the form opened; undefined when there was nothing. */
  restored: Partial<Values> | undefined;
  /** When the kept values were last typed, in milliseconds. */
  savedAt: number | undefined;
  /** Keeps the values. Pass to the form: onValuesChange={(_, all) => draft.keep(all)}. */
  keep: (values: Partial<Values>) => void;
  /** Forgets the kept values: after success, or when the person discards them. */
  clear: () => void;
}

/**
 * Keeps what was typed in this browser until it is accepted: it survives a reload, a lost connection and an
 * expired session. The key names the form and its subject, such as "complaint.new" or "complaint.7.opinion".
 * Values must be JSON: keep moments as text, not as picker objects; files are not kept.
 */
export function useDraft<Values extends object>(key: string): Draft<Values> {
  const place = owned(prefix, key);
  const [first] = useState(() => read(place));
  const [savedAt, setSavedAt] = useState(first?.savedAt);

  const keep = useCallback(
    (values: Partial<Values>) => {
      const now = Date.now();
      try {
        localStorage.setItem(place, JSON.stringify({ savedAt: now, values } satisfies Stored));
        setSavedAt(now);
      } catch {
        // The browser's storage is full or switched off: typing must go on, only the safety net is gone.
        setSavedAt(undefined);
      }
    },
    [place],
  );

  const clear = useCallback(() => {
    localStorage.removeItem(place);
    setSavedAt(undefined);
  }, [place]);

  return useMemo(
    () => ({ restored: first?.values as Partial<Values> | undefined, savedAt, keep, clear }),
    [first, savedAt, keep, clear],
  );
}

/** Fills an antd form once with the kept values of a draft. */
export function useDraftInForm<Values extends object>(
  form: FormInstance<Values>,
  draft: Draft<Values>,
): void {
  const filled = useRef(false);
  useEffect(() => {
    if (filled.current || !draft.restored) return;
    filled.current = true;
    form.setFieldsValue(draft.restored as Parameters<typeof form.setFieldsValue>[0]);
  }, [form, draft.restored]);
}
