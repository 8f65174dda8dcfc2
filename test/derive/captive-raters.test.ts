import { describe, expect, it } from 'vitest';
import { captiveBlocks } from '../../server/detection/derive/captive-raters.ts';
import type { Edge } from '../../server/detection/derive/peeling.ts';

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index)}`);
const rates = (rater: string, rated: readonly string[]): Edge[] =>
  rated.map((one) => ({ rater, rated: one }));

/** Thirty clients with two developers each, and two busy ones who have many in common. */
const everyday = [
  ...names('c', 30).flatMap((rater, at) => rates(rater, [`d${String(at)}`, `d${String(at + 1)}`])),
  ...rates('busy1', names('d', 20)),
  ...rates('busy2', names('d', 12)),
];

describe('captiveBlocks', () => {
  it('finds two clients who rate the same few and hardly anybody else', () => {
    const [first, ...others] = captiveBlocks([
      ...everyday,
      ...rates('fake1', ['x1', 'x2', 'x3']),
      ...rates('fake2', ['x1', 'x2', 'x3', 'd4']),
    ]);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ raters: ['fake1', 'fake2'], rated: ['x1', 'x2', 'x3'] });
    expect(first!.edges).toHaveLength(6);
  });

  it('near miss: two in common, busy clients who have many in common, an account known to all', () => {
    expect(captiveBlocks(everyday)).toEqual([]);
    const two = [...rates('a', ['x1', 'x2']), ...rates('b', ['x1', 'x2'])];
    expect(captiveBlocks(two)).toEqual([]);
    const known = names('f', 21).flatMap((rater) => rates(rater, ['p1', 'p2', 'p3']));
    expect(captiveBlocks(known)).toEqual([]);
  });

  it('takes together whoever is captive to the same, in the same order whatever that of the rows', () => {
    const three = names('fake', 3).flatMap((rater) => rates(rater, ['x1', 'x2', 'x3', 'x4']));
    const blocks = captiveBlocks([...everyday, ...three]);
    expect(blocks.map(({ raters }) => raters)).toEqual([names('fake', 3)]);
    expect(captiveBlocks([...everyday, ...three].reverse()).map(({ raters }) => raters)).toEqual([
      names('fake', 3),
    ]);
  });
});
