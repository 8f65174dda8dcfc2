import { describe, expect, it } from 'vitest';
import { averagePrecision, scoreWorld } from '../../quality/score.ts';

const label = (account_id: string, cluster: string, role = 'operator', kind = '') => ({
  account_id,
  cluster,
  role,
  kind,
});
const labels = [
  ...['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => label(id, 'A', 'operator', 'careless')),
  ...['b1', 'b2'].map((id) => label(id, 'B', 'mule', 'rented')),
  label('h1', '', 'benign', 'family'),
  label('h2', '', 'benign', 'family'),
];
const accounts = Object.entries({
  a1: 0.9,
  a2: 0.9,
  a3: 0.8,
  h1: 0.8,
  a4: 0.7,
  b1: 0.2,
  x1: 0.1,
  a5: 0,
  b2: 0,
  h2: 0,
  x2: 0,
}).map(([account_id, score]) => ({ account_id, score }));

describe('the score of a world', () => {
  const score = scoreWorld({ accounts, clusters: [['a1', 'a2', 'a3', 'h2']] }, labels);

  it('is average precision with ties counted together', () => {
    // After the ties: 2 of 2, 3 of 4, 4 of 5, 5 of 6, and at last 7 of 11.
    const expected = (2 * 1 + 3 / 4 + 4 / 5 + 5 / 6 + 2 * (7 / 11)) / 7;
    expect(score.ap).toBeCloseTo(expected, 12);
  });

  it('does not depend on the order in which accounts come', () => {
    const scored = accounts.map(({ account_id, score: at }) => ({
      score: at,
      bad: 'ab'.includes(account_id[0]!),
    }));
    expect(averagePrecision([...scored].reverse())).toBe(averagePrecision(scored));
  });

  it('finds a ring only with 60 % of it in a cluster that is 80 % of it', () => {
    expect(score.rings).toEqual({ hit: 0, of: 2 });
    const pure = scoreWorld({ accounts, clusters: [['a1', 'a2', 'a3']] }, labels);
    expect(pure.rings).toEqual({ hit: 1, of: 2 });
    expect(pure.missedRings).toEqual(['B']);
    const half = scoreWorld({ accounts, clusters: [['a1', 'a2']] }, labels);
    expect(half.rings.hit).toBe(0);
  });

  it('calls a cluster false when no ring makes up half of it', () => {
    expect(score.falseClusters).toEqual({ hit: 0, of: 1 });
    const mixed = [
      ['a1', 'h1', 'h2'],
      ['h1x', 'x1'],
    ];
    expect(scoreWorld({ accounts, clusters: mixed }, labels).falseClusters).toEqual({
      hit: 2,
      of: 2,
    });
  });

  it('counts look-alikes that score high or stand in a cluster as alarms', () => {
    expect(score.alarms.get('family')).toEqual({ hit: 2, of: 2 });
    expect(score.kinds.get('careless')).toEqual({ hit: 4, of: 5 });
    expect(score.kinds.get('rented')).toEqual({ hit: 1, of: 2 });
  });
});
