import { describe, expect, it } from 'vitest';
import { completed } from '../../domain/pattern/completing.ts';
import type { QueryParameter } from '../../domain/query.ts';

const phrase = 'accounts that share a payout with at least {n} others and changed it in {month}';
const asked = (name: string, kind: QueryParameter['kind'], usual: string | number) => ({
  ...{ name, kind, label: name, default: usual, required: true },
});
const parameters = [asked('n', 'number', 3), asked('month', 'text', '2026-03')];

describe('a phrase of the search box', () => {
  it('is offered with its usual values by any of its words, in any order', () => {
    const says = 'accounts that share a payout with at least 3 others and changed it in 2026-03';
    for (const typed of ['payout', 'acc sha pay', 'changed payout 4'])
      expect(completed(phrase, parameters, typed)).toEqual({ says, values: {}, complete: false });
  });

  it('takes its values out of what is typed, whatever its case and spaces', () => {
    const typed =
      ' Accounts that share a payout with  at least 12 others and changed it in 2025-11 ';
    expect(completed(phrase, parameters, typed)).toEqual({
      says: 'accounts that share a payout with at least 12 others and changed it in 2025-11',
      values: { n: 12, month: '2025-11' },
      complete: true,
    });
  });

  it('is not offered for other words, for numbers alone, nor asked with what is no number', () => {
    expect(completed(phrase, parameters, 'devices')).toBeNull();
    expect(completed(phrase, parameters, '42')).toBeNull();
    expect(completed(phrase, parameters, phrase.replace('{n}', 'many'))?.complete).not.toBe(true);
  });

  it('may hold what means something elsewhere', () => {
    const odd = 'what (costs) $5.00 | {n}?';
    expect(completed(odd, parameters, 'what (costs) $5.00 | 7?')?.values).toEqual({ n: 7 });
    expect(completed(odd, parameters, 'what costs $5x00 | 7?')?.complete).not.toBe(true);
  });
});
