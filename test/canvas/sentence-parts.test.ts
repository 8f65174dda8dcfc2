import { describe, expect, it } from 'vitest';
import { withDays } from '../../client/src/theme/formats.ts';
import { partsOf } from '../../client/src/ui/sentence-parts.ts';

const account = (id: string) => ({ type: 'account' as const, id });

describe('a sentence that names things', () => {
  it('is cut at their ids, wherever they stand', () => {
    const [a, p] = [account('a1'), { type: 'payment_account' as const, id: 'p21131' }];
    expect(partsOf('a1 and others are paid into p21131', [a, p])).toEqual([
      a,
      ' and others are paid into ',
      p,
    ]);
  });

  it('leaves a word alone that merely begins or ends like an id', () => {
    expect(partsOf('a12 with a1b and _a1', [account('a1')])).toEqual(['a12 with a1b and _a1']);
  });

  it('takes of two ids the longer one, and signs for what they are', () => {
    const [short, long] = [account('a-.1'), account('a-.1+b/c')];
    expect(partsOf('(a-.1+b/c), a-.1; a-x1', [short, long])).toEqual([
      ...['(', long, '), ', short, '; a-x1'],
    ]);
  });

  it('is itself where it names nothing', () => {
    expect(partsOf('Nothing of theirs', [account('a1'), account('')])).toEqual([
      'Nothing of theirs',
    ]);
  });
});

describe('the days in a sentence', () => {
  it('are written as everywhere else, and ids that hold one stay', () => {
    expect(withDays('by evidence dated 2018-11-02 to 2022-05-31')).toBe(
      'by evidence dated 2 Nov 2018 to 31 May 2022',
    );
    expect(withDays('login 2018-11-02-7 of L-2018-11-02')).toBe(
      'login 2018-11-02-7 of L-2018-11-02',
    );
  });
});
