import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../shared/api';
import { useNarrow } from '../shared/useNarrow';

interface Hit {
  kind: string;
  id: string;
  number: string;
  title: string;
  snippet: string;
}

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

/** One box for numbers, serials, phones, names and words. Ctrl+K or ⌘K reaches it from anywhere. */
export function GlobalSearch() {
  const { t } = useTranslation();
  const router = useRouter();
  const narrow = useNarrow(900);
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 250);
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => get<{ items: Hit[] | null }>('/api/v1/search', { q }, signal),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      box.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const go = (path: string | undefined) => {
    if (!path) return;
    setTyped('');
    box.current?.blur();
    router.history.push(path);
  };
  const hits = q && typed.trim() ? (found.data?.items ?? []) : [];
  const empty = typed.trim() && found.isSuccess && !found.isFetching ? t('search.none') : null;
  return (
    <search className="global-search">
      <AutoComplete
        value={typed}
        onChange={setTyped}
        onSelect={(place: string) => go(place)}
        popupMatchSelectWidth={narrow ? true : 420}
        notFoundContent={empty}
        options={hits.flatMap((hit) => {
          const place = placeOf(hit);
          if (!place) return [];
          const label = (
            <div className="hit" key={place}>
              <span className="quiet hit-kind">{t(`search.kind.${hit.kind}`)}</span>
              <span className="number">{hit.number}</span> <span>{hit.title}</span>
              {hit.snippet && <div className="quiet hit-snippet">{hit.snippet}</div>}
            </div>
          );
          return [{ value: place, label }];
        })}
      >
        <Input
          ref={box}
          prefix={<SearchOutlined aria-hidden="true" />}
          suffix={narrow ? undefined : <kbd>{t('search.keys')}</kbd>}
          placeholder={narrow ? t('search.short') : t('search.placeholder')}
          aria-label={t('search.placeholder')}
          maxLength={100}
        />
      </AutoComplete>
    </search>
  );
}
