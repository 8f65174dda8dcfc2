/** What is taken out of texts: a person's ids and values, and nothing that only looks alike. */
import { describe, expect, it } from 'vitest';
import { Redaction } from '../../server/operations/retention/redaction.ts';

const named = new Redaction({
  account: 'acc-7',
  mark: 'erased-1',
  refs: ['account:acc-7', 'device:d-laptop', 'document:12'],
  values: ['Ana Lima', 'Ana Lima Reis', 'ana@example.com', '1990-05-01', '+351 555 0100'],
});
const numbered = new Redaction({
  account: '17',
  mark: 'erased-2',
  refs: ['account:17'],
  values: [],
});

describe('a text without a person', () => {
  it('has marks in the place of ids and values, the longest first, whatever their case', () => {
    expect(named.without('Ask acc-7 (ANA LIMA REIS, ana@example.com).')).toBe(
      'Ask erased-1 ([erased], [erased]).',
    );
    expect(named.without('account:acc-7')).toBe('account:erased-1');
    expect(named.without('Call +351 555 0100 of d-laptop')).toBe('Call [erased] of [erased]');
  });

  it('keeps what has an id or a value only as a part of a longer word', () => {
    for (const text of ['acc-77', 'xacc-7', 'Susana Lima', 'mana@example.com'])
      expect(named.without(text)).toBe(text);
  });

  it('stays JSON where it was JSON, names of fields too, and numbers stay', () => {
    const text = JSON.stringify({ 'account:acc-7': ['Ana Lima', 7], note: 'a "quoted" Ana Lima' });
    expect(JSON.parse(named.without(text))).toEqual({
      'account:erased-1': ['[erased]', 7],
      note: 'a "quoted" [erased]',
    });
    expect(named.without('{ "other": 1 }')).toBe('{ "other": 1 }');
    expect(named.without('{no JSON, Ana Lima')).toBe('{no JSON, [erased]');
  });

  it('loses dates and numbers only where the person is named', () => {
    const text = 'born 1990-05-01, paper 12';
    expect(named.without(text)).toBe(text);
    expect(named.without(text, true)).toBe('born [erased], paper [erased]');
    expect(named.without('at 1990-05-01T12:00:00Z', true)).toBe('at 1990-05-01T12:00:00Z');
  });
});

describe('whether a person is named', () => {
  it('is told by references, words and values', () => {
    expect(named.isNear({ json: '{"accounts":["acc-7"]}' })).toBe(true);
    expect(named.isNear(['nobody', 'Ana Lima'])).toBe(true);
    expect(named.isNear({ born: '1990-05-01' })).toBe(false);
  });

  it('is told of an id that is a number by where it stands as a whole', () => {
    expect(numbered.isNear({ json: '{"accounts":["17"]}' })).toBe(true);
    expect(numbered.isNear('account:17')).toBe(true);
    expect(numbered.isNear('17 of them')).toBe(false);
    expect(numbered.isNear({ json: '{"count":17,"text":"17 of them"}' })).toBe(false);
  });
});
