import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('shared-template');

const rare = [
  'Our crew mapped every drawer of the warehouse before the first scanner arrived on the quay.',
  'Half of the trouble with ticket machines hides in how the rain changes what people press.',
  'Twice a week I walk the staging copy backwards, from the receipt to the very first click.',
  'A calm rollback plan written on one sheet has saved me more nights than any dashboard did.',
  'Old invoices taught me that the odd column at the far right is always the important one.',
];
const openings = ['Good day.', 'Hello there!', 'I saw it.', 'Hi.'];
const own = (account: number, text: number) =>
  `Number${account} letter${text}: ${'abcdefghijklmnop'
    .slice(account % 10, (account % 10) + 6)
    .split('')
    .map((letter, place) => `${letter}${'xyzuvw'[(place + text + account) % 6]!}word`)
    .join(' ')} is how it went.`;

function text(
  account: string,
  number: number,
  words: string,
  more: Readonly<Record<string, string>> = {},
) {
  return {
    document_id: `${account}-${number}`,
    account_id: account,
    kind: 'bid',
    used_for: 'bid',
    text: words,
    submitted_at: time(number * 20),
    ...more,
  };
}
/** What others write, so that the platform has a size. */
const others = Array.from({ length: 60 }, (_, index) => text(`o${index + 1}`, 0, own(index, 0)));
const crowd = plainAccounts(60, 'o');

describe('shared-template', () => {
  it('finds two accounts with several rare texts in common under different openings', async () => {
    const found = await findingsIn({
      accounts: [...plainAccounts(3), ...crowd],
      documents: [
        ...others,
        ...['a1', 'a2'].flatMap((account, person) =>
          rare.map((sentence, number) =>
            text(account, number, `${openings[(number + person) % 4]!} ${sentence}`, {
              kind: number === 3 ? 'message' : 'bid',
            }),
          ),
        ),
        text('a3', 1, own(99, 1)),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2'],
      facts: {
        unrelated: 2,
        most_texts_of_a_pair: 5,
        fewest_users: 2,
        most_users: 2,
        documents: 10,
        kinds: ['bid', 'message'],
        over_days: 80,
      },
      indicators: ['P6', 'M7'],
      ties: [{ a: 'a1', b: 'a2', share: 1 }],
    });
    expect(found[0]!.score).toBeGreaterThan(0.75);
    const types = new Set(found[0]!.evidence.map(({ type }) => type));
    expect(types).toContain('derived.same-text');
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    const early = await findingsAgain(time(25));
    expect(early[0]!.id).toBe(found[0]!.id);
    expect(early[0]!.score).toBeLessThan(found[0]!.score);
    expect(await findingsAgain('2023-06-01T00:00:00Z')).toEqual([]);
  });

  it('counts a text that is used again as one, with all its uses and the last of them', async () => {
    const found = await findingsIn({
      accounts: [...plainAccounts(2), ...crowd],
      documents: [
        ...others,
        ...['a1', 'a2'].flatMap((account) =>
          Array.from({ length: 9 }, (_, number) => text(account, number, rare.join(' '))),
        ),
      ],
    });
    expect(found[0]).toMatchObject({
      facts: { most_texts_of_a_pair: 1, documents: 18, over_days: 160, rare: true },
      last_seen: new Date(time(160)).toISOString(),
    });
    expect(found[0]!.title).toContain('that 2 accounts use in all: up to 1 text between two');
  });

  it('counts more texts than are written, and calls nothing rare that a third of the writers use', async () => {
    const stock = Array.from(
      { length: 9 },
      (_, at) =>
        `${own(200 + at, at)} ${own(300 + at, at + 1)} ${rare[at % 5]!.split(' ').reverse().join(' ')}`,
    );
    const many = await findingsIn({
      accounts: [...plainAccounts(2), ...crowd],
      documents: [
        ...others,
        ...['a1', 'a2'].flatMap((account) => stock.map((words, at) => text(account, at, words))),
      ],
    });
    expect(many[0]!.facts['most_texts_of_a_pair']).toBeGreaterThan(6);
    const users = plainAccounts(18, 'u');
    const common = await findingsIn({
      accounts: [...users, ...crowd],
      documents: [
        ...others,
        // Everybody has two of the sentences, no two have many of the same.
        ...users.map(({ account_id }, at) =>
          text(account_id, 1, `${rare[0]!} ${own(100 + at, 1)} ${at < 2 ? rare[1]! : ''}`),
        ),
      ],
    });
    for (const { facts, indicators } of common)
      expect(indicators.length > 0).toBe(facts['rare'] === true);
  });

  it('near miss: one sentence in common is weak', async () => {
    const found = await findingsIn({
      accounts: [...plainAccounts(2), ...crowd],
      documents: [
        ...others,
        ...['a1', 'a2'].map((account, place) =>
          text(account, 1, `${rare[0]!} ${own(70 + place, 1)}`),
        ),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]!.score).toBeLessThan(0.35);
  });

  it('weighs a whole text in common less, the more accounts have it', async () => {
    const strengthAmong = async (count: number) => {
      const course = plainAccounts(count, 'c');
      const found = await findingsIn({
        accounts: [...course, ...crowd],
        documents: [
          ...others,
          ...course.map(({ account_id }) => text(account_id, 1, rare.join(' '))),
        ],
      });
      expect(found).toHaveLength(1);
      expect(found[0]!.accounts).toHaveLength(count);
      return found[0]!.score;
    };
    const [pair, course, crammed] = [
      await strengthAmong(2),
      await strengthAmong(10),
      await strengthAmong(20),
    ];
    expect(course).toBeLessThan(pair * 0.65);
    expect(crammed).toBeLessThan(0.3);
  });

  it('says nothing of a template of the platform, a quoted client, or names and numbers alone', async () => {
    const all = [...plainAccounts(4), ...crowd];
    const found = await findingsIn({
      accounts: [...all, { account_id: 'client', role: 'client', display_name: 'Cleo Client' }],
      documents: [
        ...all.map(({ account_id }) =>
          text(account_id, 7, `Dear sir, ${rare[0]!} Yours, Person ${account_id}`),
        ),
        text('client', 0, `${rare[1]!} ${rare[2]!}`, { kind: 'message', to_account_id: 'a1' }),
        ...['a1', 'a2'].map((account) =>
          text(account, 3, `You wrote: ${rare[1]!} ${rare[2]!}`, { to_account_id: 'client' }),
        ),
      ],
    });
    expect(found).toEqual([]);
  });

  it('weighs little what openly connected accounts share', async () => {
    const found = await findingsIn({
      accounts: [...plainAccounts(2), ...crowd],
      documents: [
        ...others,
        ...['a1', 'a2'].flatMap((account) =>
          rare.map((sentence, number) => text(account, number, sentence)),
        ),
      ],
      links: [
        {
          from_type: 'account',
          from_id: 'a1',
          to_type: 'account',
          to_id: 'a2',
          kind: 'family_of',
          source: 'stated',
        },
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]!.facts).toMatchObject({ unrelated: 1 });
    expect(found[0]!.score).toBeLessThan(0.16);
  });
});
