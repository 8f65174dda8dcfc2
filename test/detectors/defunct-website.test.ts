import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('defunct-website');

const website = (account_id: string, url: string, more: object = {}) => ({
  account_id,
  role: 'developer',
  created_at: time(0),
  website: url,
  ...more,
});
const live = Array.from({ length: 20 }, (_, index) => ({
  url: `https://own-${index}.example`,
  status: 'live',
  checked_at: time(10),
}));

describe('defunct-website', () => {
  it('finds one dead website behind several accounts, however it is spelled', async () => {
    const found = await findingsIn({
      accounts: [
        website('a1', 'https://works.example'),
        website('a2', 'http://www.Works.example/'),
        { ...plainAccounts(1, 'b')[0]!, created_at: time(2) },
      ],
      profiles: [{ profile_id: 'p1', account_id: 'b1', website: 'works.example/' }],
      websites: [...live, { url: 'https://works.example', status: 'defunct', checked_at: time(9) }],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2', 'b1'],
      facts: { website: 'works.example', status: 'defunct', unrelated: 3 },
    });
    expect(found[0]!.score).toBeGreaterThan(0.6);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
  });

  it('is weak for one dead website of one account, weaker when it died years later', async () => {
    const found = await findingsIn({
      accounts: ['one', 'two', 'three'].map((site, index) =>
        website(`a${index + 1}`, `https://${site}.example`),
      ),
      websites: [
        ...live,
        { url: 'https://one.example', status: 'defunct', checked_at: time(5) },
        { url: 'https://two.example', status: 'defunct', checked_at: time(600) },
        { url: 'https://three.example', status: 'defunct', checked_at: time(1_500) },
      ],
    });
    const [one, two, three] = ['a1', 'a2', 'a3'].map((account) =>
      found.find(({ accounts }) => accounts.includes(account)),
    );
    expect(one!.score).toBeLessThan(0.3);
    expect(two!.score).toBeLessThan(one!.score / 2);
    expect(three).toBeUndefined();
  });

  it('near miss: pages of one host, its bare address, and a living site of one’s own', async () => {
    const found = await findingsIn({
      accounts: [
        website('a1', 'https://github.com/a1'),
        website('a2', 'https://github.com/a2'),
        website('a3', 'https://github.com'),
        website('a4', 'https://www.github.com/'),
        website('a5', 'https://own-1.example'),
      ],
      websites: live,
    });
    expect(found).toEqual([]);
  });

  it('weighs colleagues, relatives and a school’s site little', async () => {
    const found = await findingsIn({
      accounts: [
        ...['c1', 'c2', 'c3'].map((id) =>
          website(id, 'https://firm.example', { employer: 'Firm Ltd' }),
        ),
        ...['f1', 'f2'].map((id) => website(id, 'https://family.example')),
        ...Array.from({ length: 30 }, (_, index) => website(`s${index}`, 'https://school.example')),
      ],
      links: [
        {
          from_type: 'account',
          from_id: 'f1',
          to_type: 'account',
          to_id: 'f2',
          kind: 'family_of',
        },
      ],
    });
    for (const { score } of found) expect(score).toBeLessThan(0.25);
  });

  it('uses neither accounts nor checks later than the time asked for', async () => {
    await findingsIn({
      accounts: [
        website('a1', 'https://works.example'),
        website('a2', 'https://works.example', { created_at: time(50) }),
      ],
      websites: [{ url: 'https://works.example', status: 'defunct', checked_at: time(60) }],
    });
    expect(await findingsAgain(time(40))).toEqual([]);
    expect((await findingsAgain(time(55)))[0]).toMatchObject({ facts: { status: 'unknown' } });
  });
});
