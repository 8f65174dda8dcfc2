import { describe, expect, it } from 'vitest';
import ratingRing from '../../cypher/detectors/rating-ring.ts';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('rating-ring');

const client = { account_id: 'c1', role: 'client' };

function rated(to: string, day: number, score = 5, from = 'c1') {
  return {
    rating_id: `r-${from}-${to}-${day}`,
    from_account_id: from,
    to_account_id: to,
    score,
    rated_at: time(day),
  };
}

function passport(account_id: string, number: string) {
  return {
    document_id: `doc-${account_id}`,
    account_id,
    kind: 'passport',
    used_for: 'signup',
    number,
    submitted_at: time(-100),
  };
}
function job(job_id: string, client_account_id: string, day: number) {
  return { job_id, client_account_id, posted_at: time(day) };
}

describe('rating-ring', () => {
  it('finds a client who rates several developers within days when papers are shared', async () => {
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(3)],
      ratings: [rated('a1', 1), rated('a2', 3), rated('a3', 6)],
      documents: ['a1', 'a2', 'a3'].map((id) => passport(id, 'X200')),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2', 'a3', 'c1'],
      facts: { client: 'c1', developers: 3, ratings: 3, repeated_papers: ['number X200'] },
    });
    expect(found[0]!.title).toContain(`within 5 days from ${time(1).slice(0, 10)}`);
    expect(found[0]!.title).toContain('(3 with identity papers of the same kind)');
    expect(found[0]!.score).toBeGreaterThan(0.6);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(4))).toEqual([]);
  });

  it('names a developer without such a tie only as rated beside the others', async () => {
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(3)],
      ratings: [rated('a1', 1), rated('a2', 3), rated('a3', 6)],
      documents: [passport('a1', 'X200'), passport('a3', 'X200'), passport('a2', 'X300')],
    });
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a3', 'c1'],
      facts: { rated_beside: ['a2'], with_repeated_papers: 2 },
    });
  });

  it('tells papers for sign-up from identity papers, and how long the ratings took', async () => {
    const diploma = (account: string) => ({ ...passport(account, 'D1'), kind: 'diploma' });
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(5)],
      ratings: [1, 6, 12, 17, 20].map((day, at) => rated(`a${at + 1}`, day)),
      documents: ['a1', 'a2', 'a3', 'a4', 'a5'].map(diploma),
    });
    expect(found[0]).toMatchObject({
      facts: { over_days: 19, with_repeated_papers: 5, with_repeated_identity: 0 },
    });
    expect(found[0]!.title).toContain('within 19 days from');
  });

  it('near miss: three developers over three months, or rated low, or only two', async () => {
    const found = await findingsIn({
      accounts: [client, { account_id: 'c2' }, { account_id: 'c3' }, ...plainAccounts(3)],
      ratings: [
        ...['a1', 'a2', 'a3'].map((to, index) => rated(to, index * 30)),
        ...['a1', 'a2', 'a3'].map((to, index) => rated(to, index, 3, 'c2')),
        ...['a1', 'a2'].map((to, index) => rated(to, index, 5, 'c3')),
      ],
    });
    expect(found).toEqual([]);
  });

  it('weighs a long-standing client with many happy developers little', async () => {
    const developers = plainAccounts(10);
    const others = Array.from({ length: 10 }, (_, index) => `o${index}`);
    const found = await findingsIn({
      accounts: [client, ...developers, ...others.map((account_id) => ({ account_id }))],
      ratings: developers.flatMap(({ account_id }, index) => [
        rated(account_id, index * 5),
        ...others.map((other, day) => rated(account_id, index + day * 17, 4, other)),
      ]),
    });
    for (const { score } of found) expect(score).toBeLessThan(0.5);
  });

  it('weighs praise little of whom a crowd has praised as well', async () => {
    const crowd = Array.from({ length: 60 }, (_, index) => `o${index}`);
    const praised = plainAccounts(5);
    const scoreAmong = async (others: readonly string[]) => {
      const [found] = await findingsIn({
        accounts: [client, ...praised, ...others.map((account_id) => ({ account_id }))],
        ratings: praised.flatMap(({ account_id }, index) => [
          rated(account_id, index),
          ...others.map((other, day) => rated(account_id, 30 + day * 17, 3, other)),
        ]),
      });
      return found!.score;
    };
    const among = await scoreAmong(crowd);
    expect(await scoreAmong(crowd.slice(0, 9))).toBeGreaterThan(1.5 * among);
    expect(among).toBeLessThan(0.05);
  });

  it('weighs a project of weeks that ends for everyone less than ratings days after the job', async () => {
    const developers = plainAccounts(5);
    const round = (client: string, posted: number) => ({
      jobs: developers.map(({ account_id }) => job(`j-${client}-${account_id}`, client, posted)),
      ratings: developers.map(({ account_id }, at) => ({
        ...rated(account_id, 100 + at, 5, client),
        job_id: `j-${client}-${account_id}`,
      })),
    });
    const [project, hasty] = [round('c1', 20), round('c2', 99)];
    const found = await findingsIn({
      accounts: [client, { account_id: 'c2', role: 'client' }, ...developers],
      jobs: [...project.jobs, ...hasty.jobs],
      ratings: [...project.ratings, ...hasty.ratings],
    });
    const of = (id: string) => found.find(({ facts }) => facts['client'] === id)!.score;
    expect(of('c1')).toBeLessThan(0.1);
    expect(of('c2')).toBeGreaterThan(2 * of('c1'));
  });
});

describe('rating-ring, blocks', () => {
  const raters = plainAccounts(5, 'f').map((account) => ({ ...account, role: 'client' }));
  const lifted = plainAccounts(5, 'd');
  const honest = plainAccounts(20, 'h');
  const clients = plainAccounts(30, 'k').map((account) => ({ ...account, role: 'client' }));
  const accounts = [...raters, ...lifted, ...honest, ...clients];
  /** Everybody hires two of the honest, over a year. */
  const everyday = [...clients, ...raters].flatMap(({ account_id }, at) => [
    rated(`h${(at % 20) + 1}`, at * 9, 5, account_id),
    rated(`h${((at * 7) % 20) + 1}`, at * 9 + 200, 5, account_id),
  ]);

  it('finds raters who all lift one group over months, camouflage or not', async () => {
    const found = await findingsIn({
      accounts,
      ratings: [
        ...everyday,
        ...raters.flatMap((rater, r) =>
          lifted.map(({ account_id }, d) =>
            rated(account_id, r * 31 + d * 47, 5, rater.account_id),
          ),
        ),
      ],
    });
    const blocks = found.filter(({ facts }) => facts['shape'] === 'block');
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({
      accounts: [...lifted, ...raters].map(({ account_id }) => account_id).sort(),
      facts: { raters: 5, developers: 5, pairs: 25 },
    });
    expect(blocks[0]!.score).toBeGreaterThan(0.4);
    expect(blocks[0]!.ties).toHaveLength(25);
    const again = await findingsAgain();
    expect(again.map(({ id }) => id)).toEqual(found.map(({ id }) => id));
    expect((await findingsAgain(time(20))).map(({ facts }) => facts['shape'])).not.toContain(
      'block',
    );
  });

  it('finds two clients who rate the same three over a year and nobody else', async () => {
    const pair = plainAccounts(2, 'p').map((account) => ({ ...account, role: 'client' }));
    const three = lifted.slice(0, 3);
    const found = await findingsIn({
      accounts: [...accounts, ...pair],
      ratings: [
        ...everyday,
        ...pair.flatMap((rater, r) =>
          three.map(({ account_id }, d) => rated(account_id, r * 31 + d * 97, 5, rater.account_id)),
        ),
      ],
    });
    const blocks = found.filter(({ facts }) => facts['shape'] === 'block');
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({
      accounts: [...three, ...pair].map(({ account_id }) => account_id).sort(),
      facts: { raters: 2, developers: 3, pairs: 6, given_overall: 6 },
    });
    expect(blocks[0]!.score).toBeGreaterThan(0.3);
    // A firm or a studio explains raters with others of their own, and these two hardly.
    const { explainedBy } = ratingRing;
    const facts = blocks[0]!.facts as Parameters<NonNullable<typeof explainedBy>>[0];
    const spread = { ...facts, given_overall: 30 };
    expect(explainedBy!(facts).studio!).toBeLessThan(explainedBy!(spread).studio! / 2);
  });

  it('near miss: clients with one popular developer or two in common', async () => {
    const found = await findingsIn({
      accounts,
      ratings: [
        ...everyday,
        ...clients.flatMap(({ account_id }, at) => [
          rated('d1', at * 3, 5, account_id),
          rated('d2', at * 3 + 150, 5, account_id),
        ]),
      ],
    });
    expect(found).toEqual([]);
  });

  it('benign: what developers say of their clients makes no block', async () => {
    const found = await findingsIn({
      accounts,
      ratings: raters.flatMap((rater, r) =>
        lifted.map(({ account_id }, d) => rated(rater.account_id, r * 31 + d * 47, 5, account_id)),
      ),
    });
    expect(found).toEqual([]);
  });

  it('benign: buyers of one firm count as one', async () => {
    const found = await findingsIn({
      accounts,
      companies: [{ company_id: 'firm', name: 'A firm' }],
      links: raters.map(({ account_id }) => ({
        from_type: 'company',
        from_id: 'firm',
        to_type: 'account',
        to_id: account_id,
        kind: 'employs',
      })),
      ratings: raters.flatMap((rater, r) =>
        lifted.map(({ account_id }, d) => rated(account_id, r * 31 + d * 47, 5, rater.account_id)),
      ),
    });
    for (const { score } of found) expect(score).toBeLessThan(0.1);
  });
});

describe('rating-ring, circles', () => {
  const accounts = plainAccounts(3).map((account) => ({ ...account, role: 'both' }));
  const hires = (from: string, to: string, day: number) => ({
    jobs: [job(`j-${from}-${to}`, from, day - 3)],
    ratings: [{ ...rated(to, day, 5, from), job_id: `j-${from}-${to}` }],
  });
  const together = (parts: ReturnType<typeof hires>[]) => ({
    accounts,
    jobs: parts.flatMap(({ jobs }) => jobs),
    ratings: parts.flatMap(({ ratings }) => ratings),
  });

  it('finds accounts that hire and rate each other round', async () => {
    const found = await findingsIn(
      together([hires('a1', 'a2', 10), hires('a2', 'a3', 60), hires('a3', 'a1', 110)]),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2', 'a3'],
      facts: { shape: 'circle', raters: 3, ratings: 3 },
    });
    expect(found[0]!.score).toBeGreaterThan(0.3);
    expect(await findingsAgain(time(100))).toEqual([]);
  });

  it('near miss: client and developer rate each other for the same job', async () => {
    const both = together([hires('a1', 'a2', 10), hires('a2', 'a3', 60)]);
    const found = await findingsIn({
      ...both,
      ratings: [
        ...both.ratings,
        { ...rated('a1', 11, 5, 'a2'), job_id: 'j-a1-a2' },
        { ...rated('a2', 61, 5, 'a3'), job_id: 'j-a2-a3' },
      ],
    });
    expect(found).toEqual([]);
  });
});
