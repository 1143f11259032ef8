import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App, Button, Form, Input } from 'antd';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type ClockData, clockState } from '../src/shared/Clock';
import { formatDateTime, fromPicker, toPicker } from '../src/shared/dates';
import { forgetOldDrafts, useDraft, useDraftInForm } from '../src/shared/draft';
import { chooseLanguage, rememberedLanguage } from '../src/shared/i18n';
import { maskPhone } from '../src/shared/Masked';
import { RefusalAlert } from '../src/shared/RefusalText';
import { Refusal } from '../src/shared/refusal';
import { useAct } from '../src/shared/useAct';

afterEach(() => chooseLanguage('zh-CN'));

describe('a clock', () => {
  const due: ClockData = { obligation: '2.1-l', due_at: '2026-03-13T16:00:00Z' };
  const at = (time: string) => Date.parse(time);

  test('tells overdue from soon and from running', () => {
    expect(clockState(due, at('2026-03-13T16:00:01Z'))).toBe('overdue');
    expect(clockState(due, at('2026-03-13T13:00:00Z'))).toBe('soon');
    expect(clockState(due, at('2026-03-12T13:00:00Z'))).toBe('running');
  });

  test('believes the server that it is overdue', () => {
    expect(clockState({ ...due, overdue: true }, at('2026-03-12T13:00:00Z'))).toBe('overdue');
  });

  test('once met it runs no more', () => {
    expect(
      clockState({ ...due, met_at: '2026-03-14T01:00:00Z', late: true }, at('2027-01-01T00:00:00Z')),
    ).toBe('met_late');
  });
});

describe('dates', () => {
  test('are those of Shanghai, whatever the browser thinks', () => {
    expect(formatDateTime('2026-12-31T16:30:00Z')).toBe('2027/01/01 00:30');
    expect(formatDateTime(undefined)).toBe('');
  });

  test('a picker shows and gives back the wall clock of Shanghai', () => {
    const picked = toPicker('2026-12-31T16:30:00Z');
    expect(picked?.format('YYYY-MM-DD HH:mm')).toBe('2027-01-01 00:30');
    expect(fromPicker(picked)).toBe('2027-01-01T00:30:00+08:00');
  });
});

describe('a phone number', () => {
  test('is hidden in the middle', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('12345')).toBe('***45');
  });
});

describe('the language', () => {
  test('is remembered', async () => {
    expect(rememberedLanguage()).toBe('zh-CN');
    await chooseLanguage('en');
    expect(rememberedLanguage()).toBe('en');
    expect(document.documentElement.lang).toBe('en');
  });
});

interface Values {
  account: string;
}

function Sheet({ send }: { send: (values: Values, key: string) => Promise<unknown> }) {
  const [form] = Form.useForm<Values>();
  const draft = useDraft<Values>('sheet');
  useDraftInForm(form, draft);
  const submit = useAct<Values, unknown>({ send, form, name: 'sheet', inline: true, onDone: draft.clear });
  return (
    <Form form={form} onFinish={submit.run} onValuesChange={(_, all) => draft.keep(all)}>
      <RefusalAlert refusal={submit.refusal} />
      <Form.Item name="account" label="account">
        <Input />
      </Form.Item>
      <Button htmlType="submit">{'go'}</Button>
    </Form>
  );
}

function show(send: (values: Values, key: string) => Promise<unknown>) {
  return render(
    <App>
      <QueryClientProvider client={new QueryClient()}>
        <Sheet send={send} />
      </QueryClientProvider>
    </App>,
  );
}

const field = () => screen.getByLabelText('account') as HTMLInputElement;
const go = () => fireEvent.click(screen.getByRole('button', { name: 'go' }));

describe('a form', () => {
  test('what was typed survives a reload and goes after success', async () => {
    const send = vi.fn(async () => ({}));
    show(send);
    fireEvent.change(field(), { target: { value: 'it leaks' } });
    document.body.innerHTML = '';
    show(send);
    await waitFor(() => expect(field().value).toBe('it leaks'));
    go();
    await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    await waitFor(() =>
      expect(Object.keys(localStorage).some((key) => key.startsWith('huidan.draft.'))).toBe(false),
    );
  });

  test('a refused field is shown beside it and the words stay', async () => {
    show(async () => {
      throw new Refusal(422, { detail: 'no', errors: [{ location: 'body.account', message: 'too short' }] });
    });
    fireEvent.change(field(), { target: { value: 'x' } });
    go();
    await waitFor(() =>
      expect(document.querySelector('.ant-form-item-explain-error')?.textContent).toBe('too short'),
    );
    expect(field().value).toBe('x');
  });

  test('pressing twice sends once, and a retry after no answer uses the same key', async () => {
    const keys: string[] = [];
    let release: (value: unknown) => void = () => undefined;
    show((_values, key) => {
      keys.push(key);
      if (keys.length === 1) return Promise.reject(new Refusal(0));
      return new Promise((resolve) => {
        release = resolve;
      });
    });
    go();
    await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
    go();
    await waitFor(() => expect(keys.length).toBe(2));
    go();
    // The form checks its rules before it submits: give the third press the time to arrive.
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    await act(async () => release({}));
    expect(keys.length).toBe(2);
    expect(keys[1]).toBe(keys[0]);
  });

  test('old drafts are forgotten', () => {
    localStorage.setItem('huidan.draft.a.b', JSON.stringify({ savedAt: 0, values: {} }));
    forgetOldDrafts(Date.now());
    expect(localStorage.length).toBe(0);
  });
});
