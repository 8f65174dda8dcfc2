import { describe, expect, it } from 'vitest';
import { withMarks } from '../../server/evidence/exhibit/context-marks.ts';

const ids = (...all: string[]) => new Set(all);

describe('accounts that are shown for context alone', () => {
  it('are marked wherever a text names one, and nowhere else', () => {
    expect(withMarks('a1 and a12 share a1x, not a1.', ids('a1'), 'context')).toBe(
      'a1 [context] and a12 share a1x, not a1 [context].',
    );
    expect(withMarks('a1 and a1-2', ids('a1', 'a1-2'), 'x')).toBe('a1 [x] and a1-2 [x]');
  });

  it('may have any sign in their ids', () => {
    const signs = [...Array(95).keys()].map((at) => String.fromCodePoint(32 + at));
    for (const sign of [...signs, '–', 'é', '帳', '😀']) {
      const id = `acc${sign}7`;
      expect(withMarks(`of ${id}, and`, ids(id), 'context')).toBe(`of ${id} [context], and`);
      expect(withMarks(`of accX7, and`, ids(id), 'context')).toBe(
        sign === 'X' ? 'of accX7 [context], and' : 'of accX7, and',
      );
    }
  });
});
