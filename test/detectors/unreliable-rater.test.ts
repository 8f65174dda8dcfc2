import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('unreliable-rater');

function rated(from: string, to: string, score: number, day = 10) {
  return {
    rating_id: `r-${from}-${to}`,
    from_account_id: from,
    to_account_id: to,
    score,
    rated_at: time(day),
  };
}

const clients = plainAccounts(10, 'c');
const developers = plainAccounts(8, 'd');
const accounts = [...clients, ...developers, { account_id: 'x', role: 'client' }];

/** Everybody is content with d1 to d6, and nobody with d7 and d8. */
const everyday = clients.flatMap((client, index) =>
  developers
    .filter((_, at) => (at + index) % 2 === 0 || at >= 6)
    .map(({ account_id }, at) => [account_id, at] as const)
    .map(([developer]) =>
      rated(client.account_id, developer, ['d7', 'd8'].includes(developer) ? 1 : 5),
    ),
);

describe('unreliable-rater', () => {
  it('finds an account that praises whom all others warn of, and shows beside whom', async () => {
    const found = await findingsIn({
      accounts,
      ratings: [
        ...everyday,
        rated('x', 'd7', 5, 20),
        rated('x', 'd8', 5, 21),
        rated('x', 'd1', 1, 22),
        rated('x', 'd2', 3, 23),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['x'],
      facts: { rater: 'x', rated: 4, judged: 3, against: 3, least_borne_out: ['d1', 'd7', 'd8'] },
    });
    expect(found[0]!.score).toBeGreaterThan(0.15);
    expect(found[0]!.nodes).toContainEqual({ type: 'account', id: 'd7' });
    expect(found[0]!.evidence.map(({ type }) => type)).toContain('ratings.to_account_id');
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(15))).toEqual([]);
  });

  it('near miss: praises those whom everybody praises', async () => {
    const found = await findingsIn({
      accounts,
      ratings: [...everyday, ...['d1', 'd2', 'd3'].map((to) => rated('x', to, 5))],
    });
    expect(found).toEqual([]);
  });

  it('weighs one bad experience of somebody else fair hardly at all', async () => {
    const found = await findingsIn({
      accounts,
      ratings: [
        ...everyday,
        ...['d1', 'd2', 'd3', 'd4', 'd5'].map((to) => rated('x', to, 5)),
        rated('x', 'd6', 1),
      ],
    });
    for (const { score } of found) expect(score).toBeLessThan(0.06);
  });

  it('says nothing of an account by the ratings it receives', async () => {
    const found = await findingsIn({
      accounts,
      ratings: [
        ...everyday,
        rated('x', 'd1', 5),
        ...clients.map(({ account_id }) => rated(account_id, 'x', 1)),
      ],
    });
    expect(found).toEqual([]);
  });

  it('reads ratings without a time, a scale or a point of view', async () => {
    const found = await findingsIn({
      accounts,
      ratings: [
        { rating_id: 'r1', from_account_id: 'x', to_account_id: 'd1', score: 3 },
        { rating_id: 'r2', from_account_id: 'x', to_account_id: 'x', score: 5 },
        { rating_id: 'r3', from_account_id: 'x', to_account_id: 'd2', score: 5, scale_min: 5 },
        { rating_id: 'r4', from_account_id: 'y', to_account_id: 'nobody', score: 99 },
      ],
    });
    expect(found).toEqual([]);
  });
});
