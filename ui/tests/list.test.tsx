import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { currentEntry } from '../src/desk/Navigation';
import { KeysetTable } from '../src/shared/KeysetTable';
import type { ListRequest, ListState, Page } from '../src/shared/listState';
import { Refusal } from '../src/shared/refusal';

interface Row {
  id: string;
  name: string;
}

type Load = (request: ListRequest) => Promise<Page<Row>>;

function Sample({ load, onOpen }: { load: Load; onOpen?: (row: Row) => void }) {
  const [state, setState] = useState<ListState>({});
  return (
    <KeysetTable<Row>
      id="sample"
      label="rows"
      queryKey={['rows']}
      load={load}
      rowKey={(row) => row.id}
      state={state}
      onState={setState}
      filters={[{ name: 'state', label: 'state', options: [{ value: 'closed', label: 'closed' }] }]}
      onOpen={onOpen}
      columns={[
        { key: 'name', title: 'name', sortable: true, render: (row) => <a href="#row">{row.name}</a> },
        { key: 'id', title: 'id', render: (row) => row.id },
      ]}
    />
  );
}

function show(load: Load, onOpen?: (row: Row) => void) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queries}>
          <Sample load={load} onOpen={onOpen} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('a list', () => {
  test('that cannot be read says why and reads again on demand', async () => {
    const load = vi
      .fn<Load>()
      .mockRejectedValueOnce(new Refusal(503, { detail: 'too busy' }))
      .mockResolvedValue({ items: [{ id: '1', name: 'one' }] });
    show(load);
    await screen.findByText('too busy');
    press('重试');
    await screen.findByText('one');
  });

  test('with nothing in it says so', async () => {
    show(async () => ({ items: null }));
    await screen.findByText('暂无记录');
  });

  test('goes forward by the cursor of the server and back the way it came', async () => {
    const asked: (string | undefined)[] = [];
    show(async ({ after }) => {
      asked.push(after);
      const n = after === undefined ? 1 : Number(after);
      return { items: [{ id: String(n), name: `row ${n}` }], next: n < 3 ? String(n + 1) : null };
    });
    await screen.findByText('row 1');
    expect(screen.getByRole('button', { name: '上一页' })).toHaveProperty('disabled', true);
    press('下一页');
    await screen.findByText('row 2');
    press('下一页');
    await screen.findByText('row 3');
    expect(screen.getByRole('button', { name: '下一页' })).toHaveProperty('disabled', true);
    press('上一页');
    await screen.findByText('row 2');
    press('上一页');
    await screen.findByText('row 1');
    expect(asked.slice(0, 3)).toEqual([undefined, '2', '3']);
  });

  test('asks the server for the order', async () => {
    const load = vi.fn<Load>(async () => ({ items: [{ id: '1', name: 'one' }] }));
    show(load);
    await screen.findByText('one');
    fireEvent.click(screen.getByRole('columnheader', { name: /name/ }));
    await waitFor(() => expect(load.mock.lastCall?.[0]).toMatchObject({ sort: 'name' }));
    fireEvent.click(screen.getByRole('columnheader', { name: /name/ }));
    await waitFor(() => expect(load.mock.lastCall?.[0]).toMatchObject({ sort: 'name', desc: '1' }));
  });

  test('opens a row once: a link inside goes its own way', async () => {
    const onOpen = vi.fn();
    show(async () => ({ items: [{ id: '17', name: 'one' }] }), onOpen);
    fireEvent.click(await screen.findByText('one'));
    expect(onOpen).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('17'));
    expect(onOpen).toHaveBeenCalledTimes(1);
  });
});

describe('the navigation', () => {
  const paths = ['/', '/complaints', '/complaints/new'];
  test.each([
    ['/', '/'],
    ['/complaints', '/complaints'],
    ['/complaints/new', '/complaints/new'],
    ['/complaints/7', '/complaints'],
    ['/complaintsx', undefined],
    ['/me', undefined],
  ])('at %s marks %s', (address, entry) => {
    expect(currentEntry(address, paths)).toBe(entry);
  });
});
