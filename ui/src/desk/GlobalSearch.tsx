import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, type Schemas } from '../shared/api';
import { useNarrow } from '../shared/useNarrow';

type Hit = Schemas['InsightHit'];

const places: Record<string, string> = {
  complaint: '/complaints/',
  customer: '/customers/',
  product: '/products/',
  unit: '/units/',
  person: '/staff/',
};

/** Where a hit of the search leads. */
export function placeOf(hit: { kind: string; id: string }): string | undefined {
  const place = places[hit.kind];
  return place && place + encodeURIComponent(hit.id);
}

function useSettled(text: string, pause: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return settled;
}

/** What the server finds for the text, once typing pauses. */
function useHits(typed: string) {
  const text = typed.trim();
  const q = useSettled(text, 250);
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => get<Schemas['InsightFound']>('/api/v1/search', { q }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  if (text === '' || q === '') return { hits: [], settled: false };
  const hits = (found.data?.items ?? []).filter((hit) => placeOf(hit) !== undefined);
  return { hits, settled: found.isSuccess && !found.isFetching && q === text };
}

/** Ctrl+K or ⌘K reaches the box from anywhere. */
function useShortcut(reach: () => void) {
  const latest = useRef(reach);
  latest.current = reach;
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** A text with what was found in it marked. */
function Marked({ text, matched }: { text: string; matched: readonly string[] }) {
  const parts: { text: string; found: boolean; at: number }[] = [];
  let at = 0;
  while (at < text.length) {
    let next = { at: text.length, length: 0 };
    for (const word of matched) {
      const place = word ? text.indexOf(word, at) : -1;
      if (place >= 0 && place < next.at) next = { at: place, length: word.length };
    }
    if (next.at > at) parts.push({ text: text.slice(at, next.at), found: false, at });
    if (next.length > 0)
      parts.push({ text: text.slice(next.at, next.at + next.length), found: true, at: next.at });
    at = next.at + next.length;
  }
  return parts.map((part) => (part.found ? <mark key={part.at}>{part.text}</mark> : part.text));
}

function HitText({ hit }: { hit: Hit }) {
  const { t } = useTranslation();
  const matched = hit.matched ?? [];
  return (
    <>
      <span className="quiet hit-kind">{t(`search.kind.${hit.kind}`)}</span>
      <span className="number">
        <Marked text={hit.number} matched={matched} />
      </span>{' '}
      <span>
        <Marked text={hit.title} matched={matched} />
      </span>
      {hit.snippet && (
        <span className="quiet hit-snippet">
          <Marked text={hit.snippet} matched={matched} />
        </span>
      )}
    </>
  );
}

/** One box for numbers, serials, phones, names and words. */
export function GlobalSearch() {
  const { t } = useTranslation();
  const router = useRouter();
  const narrow = useNarrow(900);
  const box = useRef<InputRef>(null);
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [focused, setFocused] = useState(false);
  const [active, setActive] = useState(0);
  const { hits, settled } = useHits(typed);
  useShortcut(() => box.current?.focus({ cursor: 'all' }));

  const nothing = settled && hits.length === 0;
  const open = focused && (hits.length > 0 || nothing);
  const chosen = Math.min(active, hits.length - 1);
  useEffect(() => {
    if (open) document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, chosen, listId]);
  const go = (hit: Hit | undefined) => {
    const place = hit && placeOf(hit);
    if (!place) return;
    setTyped('');
    box.current?.blur();
    router.history.push(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a Chinese input method composes, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && open) go(hits[chosen]);
    else if (event.key === 'Escape') setTyped('');
    else if (event.key === 'ArrowDown' && hits.length > 0) setActive((chosen + 1) % hits.length);
    else if (event.key === 'ArrowUp' && hits.length > 0) setActive((chosen - 1 + hits.length) % hits.length);
    else return;
    event.preventDefault();
  };
  return (
    <search className="global-search">
      <Input
        ref={box}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && chosen >= 0 ? `${listId}-${chosen}` : undefined}
        aria-label={t('search.placeholder')}
        prefix={<SearchOutlined aria-hidden="true" />}
        suffix={narrow ? undefined : <kbd>{t('search.keys')}</kbd>}
        placeholder={narrow ? t('search.short') : t('search.placeholder')}
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
      />
      {open && (
        <div className="hits">
          {nothing && <p className="quiet hit">{t('search.none')}</p>}
          <div role="listbox" id={listId} aria-label={t('search.hits')}>
            {hits.map((hit, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled where the focus is, in the box.
              <div
                key={`${hit.kind} ${hit.id}`}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                className="hit"
                onMouseDown={(event) => event.preventDefault()}
                onMouseEnter={() => setActive(index)}
                onClick={() => go(hit)}
              >
                <HitText hit={hit} />
              </div>
            ))}
          </div>
        </div>
      )}
    </search>
  );
}
