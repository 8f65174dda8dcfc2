import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../domain/pattern/choices.ts';
import { completions, type Choices } from '../../domain/pattern/completing.ts';
import { given } from '../../domain/pattern/pattern.ts';
import type { QueryParameter } from '../../domain/query.ts';
import { sharedPayout } from './every-pattern.ts';

const phrase = 'accounts that share a payout with at least {n} others and changed it in {month}';
const asked = (name: string, kind: QueryParameter['kind'], usual: string | number) => ({
  ...{ name, kind, label: name, default: usual, required: true },
});
const parameters = [asked('n', 'number', 3), asked('month', 'text', '2026-03')];
const usually = 'accounts that share a payout with at least 3 others and changed it in 2026-03';

const offered = (typed: string, choices: Choices = {}) =>
  completions(phrase, parameters, typed, choices);

describe('a phrase of the search box', () => {
  it('is offered with its usual values by any of its words, in any order', () => {
    for (const typed of ['payout', 'acc sha pay', 'changed payout 4', 'accounts that']) {
      const [one, ...more] = offered(typed);
      expect(one).toMatchObject({ says: usually, values: {}, complete: false });
      // What is to be written first.
      expect(usually.slice(one!.usual!.from, one!.usual!.to)).toBe('3');
      expect(more).toEqual([]);
    }
  });

  it('takes its values out of what is typed, whatever its case and spaces', () => {
    const typed =
      ' Accounts that share a payout with  at least 12 others and changed it in 2025-11 ';
    expect(offered(typed)).toEqual([
      {
        says: 'accounts that share a payout with at least 12 others and changed it in 2025-11',
        values: { n: 12, month: '2025-11' },
        complete: true,
        usual: null,
      },
    ]);
  });

  it('keeps the values that were typed before the rest is', () => {
    for (const rest of ['', ' ', ' oth', ' others', ' others and changed it in ']) {
      const [one] = offered(`accounts that share a payout with at least 12${rest}`);
      expect(one).toMatchObject({
        says: usually.replace(' 3 ', ' 12 '),
        values: { n: 12 },
        complete: false,
      });
      expect(one!.says.slice(one!.usual!.from, one!.usual!.to)).toBe('2026-03');
    }
  });

  it('takes a name in braces for the usual value', () => {
    const [one] = offered(phrase.replace('{n}', '5'));
    expect(one).toMatchObject({ says: usually.replace(' 3 ', ' 5 '), values: { n: 5 } });
  });

  it('offers what a value may be, as far as it is typed, and asks for what is no choice too', () => {
    const choices = { month: ['2026-04', '2026-03', '2025-12'] };
    const before = 'accounts that share a payout with at least 5 others and changed it in ';
    const says = (typed: string) => offered(before + typed, choices).map((one) => one.says);
    expect(says('')).toEqual(choices.month.map((month) => before + month));
    expect(offered(before.trimEnd(), choices)).toEqual(offered(before, choices));
    expect(says('2026')).toEqual([`${before}2026`, `${before}2026-04`, `${before}2026-03`]);
    expect(offered(`${before}2026-04`, choices)).toMatchObject([
      { values: { n: 5, month: '2026-04' }, complete: true },
    ]);
    expect(offered(`${before}1999-01`, choices)).toMatchObject([{ complete: true }]);
  });

  it('is not offered for other words, for numbers alone, nor asked with what is no number', () => {
    expect(offered('devices')).toEqual([]);
    expect(offered('42')).toEqual([]);
    const wrong = offered(phrase.replace('{n}', 'many').replace('{month}', '2026-01'));
    expect(wrong.some(({ complete }) => complete)).toBe(false);
  });

  it('may hold what means something elsewhere', () => {
    const odd = 'what (costs) $5.00 | {n}?';
    expect(completions(odd, parameters, 'what (costs) $5.00 | 7?')).toMatchObject([
      { values: { n: 7 }, complete: true },
    ]);
    expect(completions(odd, parameters, 'what costs $5x00 | 7?')[0]?.complete).not.toBe(true);
  });
});

describe('what a value may be', () => {
  it('is a word of the schema, or a month before now', () => {
    const status = { value: 'active', name: 'status' };
    const pattern = {
      ...sharedPayout,
      on: [
        { column: 'status', test: 'is' as const, value: status, window: null },
        { column: 'handle', test: 'is' as const, value: given('x'), window: null },
      ],
    };
    const choices = choicesOf(pattern, new Date('2026-02-11T00:00:00.000Z'));
    expect(Object.keys(choices).sort()).toEqual(['month', 'status']);
    expect(choices['month']!.slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
    expect(choices['status']).toContain('suspended');
  });
});
