import DownloadOutlined from '@ant-design/icons/es/icons/DownloadOutlined';
import SettingOutlined from '@ant-design/icons/es/icons/SettingOutlined';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Empty, Input, Popover, Select, Skeleton, Table, type TableProps } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListRequest, type ListState, type Page, withChange } from './listState';
import { RefusalAlert } from './RefusalText';
import { Refusal } from './refusal';
import { useNarrow } from './useNarrow';

export interface Column<Row> {
  /** Stable name; with `sortable` also the server's name of the order. */
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  sortable?: boolean;
  width?: number;
  align?: 'start' | 'end';
  /** Not shown until the person chooses it. */
  hidden?: boolean;
  /** Place on a phone's card: the heading, a labelled line (default), or nowhere. */
  card?: 'title' | 'line' | 'none';
}

export interface Filter {
  /** The name of the query parameter. */
  name: string;
  label: string;
  options: { value: string; label: string }[];
  width?: number;
}

export interface KeysetTableProps<Row> {
  /** Names the list in this browser's memory of chosen columns. */
  id: string;
  /** What the list is, for screen readers. */
  label: string;
  queryKey: readonly unknown[];
  load: (request: ListRequest, signal: AbortSignal) => Promise<Page<Row>>;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** What is shown, normally the route's search: Route.useSearch(). */
  state: ListState;
  onState: (next: ListState) => void;
  /** Placeholder of the search box; no box without it. */
  search?: string;
  filters?: Filter[];
  /** Filters of another shape, such as a date range. */
  moreFilters?: ReactNode;
  /** Saved views. */
  views?: ReactNode;
  /** Address of the Excel export with the same filters. */
  exportHref?: string;
  actions?: ReactNode;
  /** What an empty list says when nothing is filtered. */
  empty?: ReactNode;
  /** A press on a row. Also render a link in the title column, for the keyboard. */
  onOpen?: (row: Row) => void;
  rowClass?: (row: Row) => string;
  pageSize?: number;
}

function chosenColumns(id: string): string[] | undefined {
  const text = localStorage.getItem(`huidan.columns.${id}`);
  return text ? text.split(',') : undefined;
}

function useColumns<Row>(id: string, columns: Column<Row>[]) {
  const [chosen, setChosen] = useState(() => chosenColumns(id));
  const shown = columns.filter((column) => (chosen ? chosen.includes(column.key) : !column.hidden));
  const choose = (keys: string[]) => {
    localStorage.setItem(`huidan.columns.${id}`, keys.join(','));
    setChosen(keys);
  };
  return { shown: shown.length > 0 ? shown : columns, choose };
}

/** The search box keeps its own text while typing and asks only when typing pauses. */
function SearchBox({ text, label, onText }: { text: string; label: string; onText: (q: string) => void }) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onText(typed.trim()), 350);
    return () => clearTimeout(timer);
  }, [typed, text, onText]);
  return (
    <Input
      type="search"
      className="list-search"
      allowClear
      value={typed}
      placeholder={label}
      aria-label={label}
      maxLength={100}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onText(typed.trim())}
    />
  );
}

function ColumnChooser<Row>(props: {
  columns: Column<Row>[];
  shown: Column<Row>[];
  onChoose: (keys: string[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('list.columns')}
      content={
        <Checkbox.Group
          className="column-chooser"
          options={props.columns.map((column) => ({ value: column.key, label: column.title }))}
          value={props.shown.map((column) => column.key)}
          onChange={(keys) => props.onChoose(keys as string[])}
        />
      }
    >
      <Button icon={<SettingOutlined />} aria-label={t('list.columns')} />
    </Popover>
  );
}

function Cards<Row>(props: { rows: Row[]; columns: Column<Row>[]; table: KeysetTableProps<Row> }) {
  const { rows, columns, table } = props;
  const titles = columns.filter((column) => column.card === 'title');
  const lines = columns.filter((column) => column.card === undefined || column.card === 'line');
  return (
    <ul className="cards" aria-label={table.label}>
      {rows.map((row) => (
        <li key={table.rowKey(row)} className={`card ${table.rowClass?.(row) ?? ''}`}>
          <div className="card-title">
            {titles.map((column) => (
              <div key={column.key}>{column.render(row)}</div>
            ))}
          </div>
          <dl>
            {lines.map((column) => (
              <div key={column.key} className="card-line">
                <dt>{column.title}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Rows<Row extends object>(props: {
  rows: Row[];
  columns: Column<Row>[];
  table: KeysetTableProps<Row>;
  loading: boolean;
}) {
  const { rows, columns, table, loading } = props;
  const { state, onState, onOpen } = table;
  const onChange: TableProps<Row>['onChange'] = (_pages, _filters, sorter) => {
    const one = Array.isArray(sorter) ? sorter[0] : sorter;
    const sort = one?.order ? String(one.columnKey) : undefined;
    onState(withChange(state, { sort, desc: one?.order === 'descend' ? '1' : undefined }));
  };
  return (
    <Table<Row>
      size="small"
      rowKey={table.rowKey}
      dataSource={rows}
      loading={loading}
      pagination={false}
      scroll={{ x: 'max-content' }}
      aria-label={table.label}
      showSorterTooltip={false}
      onChange={onChange}
      rowClassName={(row) => [onOpen ? 'row-opens' : '', table.rowClass?.(row) ?? ''].join(' ')}
      onRow={(row) => ({
        onClick: (event) => {
          // A press on a link, a button or selected text is not a press on the row.
          const target = event.target as HTMLElement;
          if (target.closest('a, button, input, label') || window.getSelection()?.toString()) return;
          onOpen?.(row);
        },
      })}
      columns={columns.map((column) => ({
        key: column.key,
        title: column.title,
        width: column.width,
        align: column.align,
        render: (_value: unknown, row: Row) => column.render(row),
        sorter: column.sortable ?? false,
        sortOrder: state.sort === column.key ? (state.desc ? 'descend' : 'ascend') : null,
      }))}
    />
  );
}

function SortChoice<Row>({ table }: { table: KeysetTableProps<Row> }) {
  const { t } = useTranslation();
  const sortable = table.columns.filter((column) => column.sortable);
  if (sortable.length === 0) return null;
  const { state, onState } = table;
  return (
    <Select
      allowClear
      aria-label={t('list.sort')}
      placeholder={t('list.sort')}
      value={state.sort ? `${state.sort} ${state.desc ?? ''}` : undefined}
      onChange={(value?: string) => {
        const [sort, desc] = (value ?? '').split(' ');
        onState(withChange(state, { sort: sort || undefined, desc: desc === '1' ? '1' : undefined }));
      }}
      options={sortable.flatMap((column) => [
        { value: `${column.key} `, label: t('list.ascending', { column: column.title }) },
        { value: `${column.key} 1`, label: t('list.descending', { column: column.title }) },
      ])}
    />
  );
}

function Toolbar<Row>(props: {
  table: KeysetTableProps<Row>;
  shown: Column<Row>[];
  onChoose: (keys: string[]) => void;
  narrow: boolean;
  filtered: boolean;
}) {
  const { table, shown, onChoose, narrow, filtered } = props;
  const { state, onState } = table;
  const { t } = useTranslation();
  const reset = () => onState(withChange({}, { sort: state.sort, desc: state.desc }));
  return (
    <div className="list-tools no-print">
      <search className="list-filters">
        {table.search && (
          <SearchBox
            text={state.q ?? ''}
            label={table.search}
            onText={(q) => onState(withChange(state, { q }))}
          />
        )}
        {table.filters?.map((filter) => (
          <Select
            key={filter.name}
            allowClear
            showSearch={filter.options.length > 12 ? { optionFilterProp: 'label' } : false}
            aria-label={filter.label}
            placeholder={filter.label}
            style={{ minWidth: filter.width ?? 120 }}
            popupMatchSelectWidth={false}
            value={(state as Record<string, string | undefined>)[filter.name]}
            options={filter.options}
            onChange={(value?: string) => onState(withChange(state, { [filter.name]: value }))}
          />
        ))}
        {table.moreFilters}
        {narrow && <SortChoice table={table} />}
        {filtered && (
          <Button type="link" onClick={reset}>
            {t('list.reset')}
          </Button>
        )}
      </search>
      <div className="list-actions">
        {table.views}
        {!narrow && <ColumnChooser columns={table.columns} shown={shown} onChoose={onChoose} />}
        {table.exportHref && (
          <Button icon={<DownloadOutlined />} href={table.exportHref} download>
            {t('list.export')}
          </Button>
        )}
        {table.actions}
      </div>
    </div>
  );
}

function Paging(props: {
  state: ListState;
  onState: (next: ListState) => void;
  next: string | null | undefined;
  count: number;
}) {
  const { state, onState, next, count } = props;
  const { t } = useTranslation();
  // Cursors point forward only: the way back is remembered from the pages walked through.
  const [trail, setTrail] = useState<(string | undefined)[]>([]);
  const earlier = state.after === undefined ? [] : trail;
  const forward = () => {
    setTrail([...earlier, state.after]);
    onState({ ...state, after: next ?? undefined });
  };
  const back = () => {
    const after = earlier.at(-1);
    setTrail(earlier.slice(0, -1));
    onState(after === undefined ? withChange(state, {}) : { ...state, after });
  };
  if (state.after === undefined && !next) {
    return <p className="quiet list-count">{t('list.count_all', { n: count })}</p>;
  }
  return (
    <nav className="list-paging no-print" aria-label={t('list.pages')}>
      <span className="quiet list-count">{t('list.count_page', { n: count })}</span>
      <Button disabled={state.after === undefined} onClick={() => onState(withChange(state, {}))}>
        {t('list.first')}
      </Button>
      <Button disabled={earlier.length === 0} onClick={back}>
        {t('list.previous')}
      </Button>
      <Button disabled={!next} onClick={forward}>
        {t('list.next')}
      </Button>
    </nav>
  );
}

function isFiltered(state: ListState): boolean {
  return Object.entries(state).some(([name, value]) => value && !['sort', 'desc', 'after'].includes(name));
}

/**
 * A list whose filtering, order and paging happen on the server. A table on a desk, cards on a phone. The state
 * lives with the caller (in the address), so back, forward, reload and a shared link show the same.
 */
export function KeysetTable<Row extends object>(table: KeysetTableProps<Row>) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { shown, choose } = useColumns(table.id, table.columns);
  const request: ListRequest = { ...table.state, limit: String(table.pageSize ?? 50) };
  const list = useQuery({
    queryKey: [...table.queryKey, request],
    queryFn: ({ signal }) => table.load(request, signal),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  const filtered = isFiltered(table.state);
  return (
    <section className="list" aria-label={table.label} aria-busy={list.isFetching}>
      <Toolbar table={table} shown={shown} onChoose={choose} narrow={narrow} filtered={filtered} />
      {list.isPending && <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />}
      {list.isError && (
        <div className="list-error">
          <RefusalAlert refusal={list.error instanceof Refusal ? list.error : new Refusal(0)} />
          <Button onClick={() => void list.refetch()}>{t('list.retry')}</Button>
        </div>
      )}
      {list.isSuccess && rows.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={filtered ? t('list.none_found') : (table.empty ?? t('list.empty'))}
        />
      )}
      {list.isSuccess && rows.length > 0 && narrow && <Cards rows={rows} columns={shown} table={table} />}
      {list.isSuccess && rows.length > 0 && !narrow && (
        <Rows rows={rows} columns={shown} table={table} loading={list.isPlaceholderData} />
      )}
      {list.isSuccess && (
        <Paging state={table.state} onState={table.onState} next={list.data.next} count={rows.length} />
      )}
    </section>
  );
}
