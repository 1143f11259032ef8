import { describe, expect, test } from 'vitest';
import {
  bodyOf,
  freshIntake,
  kindOfFile,
  unknownName,
  unknownsWithoutLine,
} from '../src/desk/pages/complaint/record';
import { differences } from '../src/desk/pages/complaint/record/differences';

describe('what intake sends', () => {
  test('blank fields and empty product lines are left out', () => {
    const body = bodyOf({
      ...freshIntake(),
      phone: '',
      anonymous: false,
      lines: [{ quantity: 1 }, { quantity: 2, model: 'XH-400' }],
    });
    expect(body).not.toHaveProperty('phone');
    expect(body).not.toHaveProperty('anonymous');
    expect(body.lines).toEqual([{ quantity: 2, model: 'XH-400' }]);
  });

  test('2.1-j: a letter has no call times, a call has no letter date', () => {
    const filled = {
      ...freshIntake(),
      letter_date: '2026-11-20',
      pages: 2,
      call_ended_at: '2026-11-23T17:05:00+08:00',
    };
    const letter = bodyOf({ ...filled, channel: 'letter' });
    expect(letter).not.toHaveProperty('call_started_at');
    expect(letter).not.toHaveProperty('call_ended_at');
    expect(letter.letter_date).toBe('2026-11-20');
    const call = bodyOf({ ...filled, channel: 'phone' });
    expect(call.call_ended_at).toBe('2026-11-23T17:05:00+08:00');
    expect(call).not.toHaveProperty('letter_date');
    expect(call).not.toHaveProperty('pages');
  });

  test('2.1-i: an unknown without its reason is sent, so that the server asks for it', () => {
    const body = bodyOf({ ...freshIntake(), unknowns: { site: '', serial_no: 'label torn off' } });
    expect(body.unknowns).toEqual({ site: '', serial_no: 'label torn off' });
  });

  test('reasons of unknowns move up with their lines', () => {
    const kept = unknownsWithoutLine({ model: 'a', model_2: 'b', model_3: 'c', site: 's' }, ['model'], 1, 3);
    expect(kept).toEqual({ model: 'a', model_2: 'c', site: 's' });
    expect(unknownName('model', 2)).toBe('model_3');
  });

  test('a file is what its type and the channel make likely', () => {
    const file = (content_type: string) => ({ id: 'x', name: 'x', size: 1, content_type });
    expect(kindOfFile(file('image/jpeg'), 'phone')).toBe('photo');
    expect(kindOfFile(file('application/pdf'), 'letter')).toBe('letter');
    expect(kindOfFile(file('application/pdf'), 'fax')).toBe('fax');
    expect(kindOfFile(file('audio/mpeg'), 'letter')).toBe('recording');
    expect(kindOfFile(file('application/pdf'), 'web')).toBe('other');
  });
});

describe('differences between two versions', () => {
  const parts = (before: string, after: string, change: string) =>
    differences(before, after)
      .filter((piece) => piece.change === change)
      .map((piece) => piece.text);

  test('names what was added and removed', () => {
    expect(parts('check the pump', 'check the pump and valve', 'added')).toEqual([' and valve']);
    expect(parts('check the pump and valve', 'check the pump', 'removed')).toEqual([' and valve']);
    expect(parts('same', 'same', 'added')).toEqual([]);
  });

  test('both wordings can be read back, whatever they are', () => {
    for (const [before, after] of [
      ['', 'abc'],
      ['abc', ''],
      ['kitten', 'sitting'],
      ['a'.repeat(900), 'b'.repeat(900)],
    ] as const) {
      const pieces = differences(before, after);
      const read = (without: string) =>
        pieces
          .filter((piece) => piece.change !== without)
          .map((piece) => piece.text)
          .join('');
      expect(read('added')).toBe(before);
      expect(read('removed')).toBe(after);
    }
  });
});
