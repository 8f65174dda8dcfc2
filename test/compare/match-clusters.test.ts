import { describe, expect, it } from 'vitest';
import { matchClusters } from '../../server/detection/runs/match-clusters.ts';

const cluster = (id: string, accounts: string) => ({ id, accounts: accounts.split('') });

/** `A:abc` is the cluster A of the accounts a, b and c. */
function matched(before: readonly string[], after: readonly string[]) {
  const read = (text: string) => {
    const [id = '', accounts = ''] = text.split(':');
    return cluster(id, accounts);
  };
  return matchClusters(before.map(read), after.map(read)).map(
    ({ change, now, was, joined, left }) =>
      `${change} ${now?.id ?? '-'} was ${was.map(({ id }) => id).join('')} +${joined.join('')} -${left.join('')}`,
  );
}

describe('a cluster of a later run', () => {
  it.each([
    ['A:abc', 'A:abc', 'unchanged A was A + -'],
    ['A:abc', 'B:abcd', 'grown B was A +d -'],
    ['A:abcd', 'A:abc', 'shrunk A was A + -d'],
    ['A:abcd', 'B:bcde', 'changed B was A +e -a'],
  ])('%s, then %s: %s', (before, after, says) => {
    expect(matched([before], [after])).toEqual([says]);
  });

  it('is new when it matches none, and one that nothing matches is gone', () => {
    expect(matched(['A:abc'], ['B:xyz'])).toEqual(['new B was  +xyz -', 'gone - was A + -abc']);
  });

  it('is merged of all that it matches', () => {
    expect(matched(['A:abc', 'B:xyz'], ['C:abcxyzq'])).toEqual(['merged C was AB +q -']);
  });

  it('is a part of one that others match too', () => {
    expect(matched(['A:abcdef'], ['B:abc', 'C:defg'])).toEqual([
      'split B was A + -def',
      'split C was A +g -abc',
    ]);
  });

  it('is merged, though one of those that it matches was parted', () => {
    expect(matched(['A:abcd', 'B:xyz'], ['C:abxyz', 'D:cd'])).toEqual([
      'merged C was AB + -cd',
      'split D was A + -ab',
    ]);
  });

  it('matches from 30 % of the smaller one on', () => {
    // Three of ten, and two of ten.
    expect(matched(['A:abcdefghij'], ['B:abcklmnopqrs'])[0]).toMatch(/^changed B was A/);
    expect(matched(['A:abcdefghij'], ['B:abklmnopqrst'])[0]).toMatch(/^new B/);
    // Of the smaller one's, however large the other is.
    expect(matched(['A:ab'], ['B:acdefghijklm'])[0]).toMatch(/^changed B was A/);
  });

  it('does not hang on the order in which clusters come', () => {
    const before = ['A:abcd', 'B:xyz', 'C:qrs'];
    const after = ['D:abxyz', 'E:cd', 'F:qrst'];
    const sorted = (lines: string[]) => lines.sort();
    expect(sorted(matched(before.toReversed(), after.toReversed()))).toEqual(
      sorted(matched(before, after)),
    );
  });
});
