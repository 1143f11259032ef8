import { afterEach, describe, expect, test, vi } from 'vitest';
import { address, get, newKey, post, whenSignedOut } from '../src/shared/api';
import { Intention } from '../src/shared/intention';
import { listSearch, withChange } from '../src/shared/listState';
import { setOwner } from '../src/shared/owner';
import { pathOf, Refusal } from '../src/shared/refusal';

function answers(...responses: (Response | Error)[]) {
  const sent: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(request);
    const next = responses.shift();
    if (!next || next instanceof Error) throw next ?? new Error('nothing more to answer');
    return next;
  });
  return sent;
}

const problem = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });
const ok = (body: unknown) => new Response(JSON.stringify(body), { status: 200 });

afterEach(() => vi.unstubAllGlobals());

describe('refusals', () => {
  test('a lost connection is a refusal with no answer', async () => {
    answers(new TypeError('failed'));
    const refusal = await get('/api/v1/complaints').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).unanswered).toBe(true);
  });

  test('a refusal names its clause and its fields', async () => {
    answers(
      problem(422, {
        title: 'x',
        detail: 'why',
        obligation: '2.1-l',
        errors: [{ location: 'body.lines[0].serial_no', code: 'c', message: 'm' }],
      }),
    );
    const refusal = (await post('/api/v1/complaints', {}, 'k').catch((error: unknown) => error)) as Refusal;
    expect(refusal.obligation).toBe('2.1-l');
    expect(refusal.fields).toEqual([{ path: ['lines', 0, 'serial_no'], message: 'm' }]);
    expect(refusal.unanswered).toBe(false);
  });

  test('a page of a proxy instead of an answer still is a refusal', async () => {
    answers(new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }));
    const refusal = (await get('/api/v1/me').catch((error: unknown) => error)) as Refusal;
    expect(refusal.status).toBe(502);
    expect(refusal.unanswered).toBe(true);
  });

  test('the place of a field', () => {
    expect(pathOf('body.phone')).toEqual(['phone']);
    expect(pathOf('body.lines[12].serial_no')).toEqual(['lines', 12, 'serial_no']);
    expect(pathOf('body')).toEqual([]);
    expect(pathOf('bodywork')).toEqual(['bodywork']);
  });
});

describe('an ended session', () => {
  test('the refused request is sent again with the same key after signing in', async () => {
    const sent = answers(problem(401, {}), ok({ id: 'c1' }));
    const stop = whenSignedOut(async () => true);
    expect(await post('/api/v1/complaints', { account: 'typed' }, 'key-one')).toEqual({ id: 'c1' });
    stop();
    expect(sent.map((request) => request.headers.get('Idempotency-Key'))).toEqual(['key-one', 'key-one']);
    expect(await sent[1]?.text()).toBe('{"account":"typed"}');
  });

  test('without signing in it stays refused', async () => {
    answers(problem(401, {}));
    const stop = whenSignedOut(async () => false);
    const refusal = (await get('/api/v1/todo').catch((error: unknown) => error)) as Refusal;
    stop();
    expect(refusal.status).toBe(401);
  });

  test('two requests at once ask once', async () => {
    answers(problem(401, {}), problem(401, {}), ok({}), ok({}));
    const ask = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return true;
    });
    const stop = whenSignedOut(ask);
    await Promise.all([get('/api/v1/todo'), get('/api/v1/complaints')]);
    stop();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('a wrong password at the door asks nobody', async () => {
    answers(problem(401, { detail: 'wrong' }));
    const ask = vi.fn(async () => true);
    const stop = whenSignedOut(ask);
    await post('/api/v1/sign-in', {}, 'k').catch(() => undefined);
    stop();
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('keys of intentions', () => {
  test('are UUIDs of version 7 that sort by time', () => {
    const earlier = newKey(1_700_000_000_000);
    const later = newKey(1_800_000_000_000);
    expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(earlier < later).toBe(true);
    expect(newKey()).not.toBe(newKey());
  });

  test('an unanswered submission keeps its key, even across a reload', () => {
    setOwner('reception');
    const first = new Intention('complaint.new');
    const key = first.begin();
    first.refused(new Refusal(0));
    expect(first.begin()).toBe(key);
    expect(new Intention('complaint.new').begin()).toBe(key);
  });

  test('another person on the same computer has another key', () => {
    setOwner('reception');
    const key = new Intention('complaint.new').begin();
    setOwner('quality');
    expect(new Intention('complaint.new').begin()).not.toBe(key);
  });

  test('a refused or a done submission gets a new key', () => {
    const intention = new Intention('complaint.new');
    const first = intention.begin();
    intention.refused(new Refusal(422));
    const second = intention.begin();
    expect(second).not.toBe(first);
    intention.done();
    expect(new Intention('complaint.new').begin()).not.toBe(second);
  });
});

describe('lists', () => {
  test('an address is read as text, without what the list does not know', () => {
    const read = listSearch(['state']);
    expect(read({ q: 123, state: 'closed', evil: 'x', after: '' })).toEqual({ q: '123', state: 'closed' });
  });

  test('another filter begins at the first page', () => {
    expect(withChange({ after: 'cursor', q: 'x' }, { q: '' })).toEqual({});
  });

  test('an export repeats the filters and leaves out the empty ones', () => {
    expect(address('/x', { state: 'closed', q: '', overdue: true, desc: false })).toBe(
      '/x?state=closed&overdue=1',
    );
  });
});
