import { describe, expect, it } from 'vitest';
import { ownedByListed, type Stake } from '../../server/detection/derive/ownership.ts';

function stake(owner: string, owned: string, share: number, since = ''): Stake {
  return { owner, owned, share, since, link: `${owner}>${owned}>${since}` };
}

/** What is owned, with its total, where the parties named are listed, each by itself. */
function totals(stakes: Stake[], ...listed: string[]): Record<string, number> {
  const found = ownedByListed(stakes, new Map(listed.map((owner) => [owner, owner])));
  return Object.fromEntries([...found].map(([key, { total }]) => [key, total]));
}

/** The first ones follow the examples of OFAC's answer 401 to frequent questions. */
describe('what listed ones own to half or more', () => {
  it.each([
    ['half, not less', [stake('X', 'A', 50), stake('X', 'B', 49.99)], { A: 50 }],
    ['added up over several', [stake('X', 'A', 25), stake('Y', 'A', 25)], { A: 50 }],
    [
      'through another that is owned so',
      [stake('X', 'A', 50), stake('A', 'B', 50)],
      { A: 50, B: 50 },
    ],
    [
      'through several that are owned so',
      [stake('X', 'A', 50), stake('X', 'B', 50), stake('A', 'C', 25), stake('B', 'C', 25)],
      { A: 50, B: 50, C: 50 },
    ],
    [
      'directly and through another together',
      [stake('X', 'A', 50), stake('A', 'B', 25), stake('X', 'B', 25)],
      { A: 50, B: 50 },
    ],
    ['not through one that is owned less', [stake('X', 'A', 49), stake('A', 'B', 100)], {}],
    ['not what the shares along the way come to', [stake('X', 'A', 25), stake('A', 'B', 100)], {}],
    ['thirds that add up', [stake('X', 'A', 16.7), stake('Y', 'A', 33.3)], { A: 50 }],
    ['no more than all of it', [stake('X', 'A', 80), stake('Y', 'A', 60)], { A: 100 }],
    ['a share above the whole as the whole', [stake('X', 'A', 1000)], { A: 100 }],
    ['no share that is none', [stake('X', 'A', 0), stake('Y', 'A', -60)], {}],
  ] as const)('counts %s', (_, stakes, expected) => {
    expect(totals([...stakes], 'X', 'Y')).toEqual(expected);
  });

  it('is not owned by itself nor by a circle that nobody listed stands before', () => {
    const circle = [
      stake('A', 'B', 60),
      stake('B', 'C', 60),
      stake('C', 'A', 60),
      stake('A', 'A', 60),
    ];
    expect(totals(circle, 'X')).toEqual({});
    expect(totals([...circle, stake('X', 'A', 50)], 'X')).toEqual({ A: 100, B: 60, C: 60 });
  });

  it('takes the latest stake of an owner, not the sum of what it held at one time or another', () => {
    const stakes = [stake('X', 'A', 30, '2015-01-01'), stake('X', 'A', 40, '2020-01-01')];
    expect(totals(stakes, 'X')).toEqual({});
    expect(
      totals([...stakes, stake('X', 'A', 10, '2021-01-01'), stake('Y', 'A', 45)], 'X', 'Y'),
    ).toEqual({
      A: 55,
    });
  });

  it('counts two records of one listed party once, by the greater', () => {
    const stakes = [stake('X', 'A', 30), stake('entry', 'A', 40)];
    const one = new Map([
      ['X', 'party'],
      ['entry', 'party'],
    ]);
    expect(ownedByListed(stakes, one).size).toBe(0);
    expect(totals(stakes, 'X', 'entry')).toEqual({ A: 70 });
  });

  it('names every stake on the way, nearest first, and stops at who is listed', () => {
    const found = ownedByListed(
      [stake('H', 'A', 40), stake('X', 'A', 20), stake('Y', 'H', 90), stake('Z', 'Y', 100)],
      new Map([
        ['X', 'X'],
        ['Y', 'Y'],
      ]),
    );
    const { stakes, listed, total } = found.get('A')!;
    expect(total).toBe(60);
    expect(stakes.map(({ owner, owned }) => `${owner} ${owned}`)).toEqual(['H A', 'X A', 'Y H']);
    expect(listed).toEqual(['X', 'Y']);
  });

  it('says the same in whatever order the stakes come', () => {
    const stakes = [
      stake('X', 'A', 30),
      stake('Y', 'A', 30),
      stake('A', 'B', 70),
      stake('B', 'A', 5),
    ];
    const listed = new Map([
      ['X', 'X'],
      ['Y', 'Y'],
    ]);
    const forwards = [...ownedByListed(stakes, listed)].sort(([a], [b]) => (a < b ? -1 : 1));
    const backwards = [...ownedByListed([...stakes].reverse(), listed)].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    expect(backwards).toEqual(forwards);
  });
});
