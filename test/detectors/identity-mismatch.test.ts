import { describe, expect, it } from 'vitest';
import type { Row } from '../dataset.ts';
import { detecting, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('identity-mismatch');

const account = {
  account_id: 'a1',
  display_name: 'Anna Example',
  legal_name: 'Anna Example',
  birth_date: '1990-01-01',
  nationality: 'DE',
  country: 'DE',
  education: 'Testville Technical University',
  created_at: '2023-01-01T00:00:00Z',
};
const paper = {
  document_id: 'd1',
  account_id: 'a1',
  kind: 'passport',
  name_on_document: 'Anna Example',
  birth_date: '1990-01-01',
  issuing_country: 'DE',
  submitted_at: time(0),
};
const profile = {
  profile_id: 'f1',
  account_id: 'a1',
  name: 'Anna Example',
  nationality: 'DE',
  country: 'DE',
  observed_at: time(1),
};
const payout = [{ account_id: 'a1', payment_account_id: 'p1', purpose: 'payout' }];

function logins(country: string): { ips: Row[]; logins: Row[] } {
  return {
    ips: [{ ip: '192.0.2.1', country, kind: 'residential' }],
    logins: Array.from({ length: 12 }, (_, day) => ({
      account_id: 'a1',
      ip: '192.0.2.1',
      started_at: time(day),
    })),
  };
}

describe('identity-mismatch', () => {
  it('finds papers, profiles and places that contradict the account', async () => {
    const found = await findingsIn({
      accounts: [account],
      documents: [{ ...paper, name_on_document: 'Berta Sample', birth_date: '1981-05-05' }],
      profiles: [
        { ...profile, name: 'Carla Other', nationality: 'FR', education: 'Otherplace Art School' },
      ],
      ...logins('NO'),
    });
    expect(found).toHaveLength(1);
    expect(found[0]!.accounts).toEqual(['a1']);
    expect(found[0]!.score).toBeGreaterThan(0.7);
    const topics = (found[0]!.facts['contradictions'] as { topic: string }[]).map(
      ({ topic }) => topic,
    );
    expect(topics).toEqual([
      'birth_date',
      'name_papers',
      'name_profile',
      'nationality',
      'place',
      'work_history',
    ]);
    expect((await findingsAgain()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
    expect(await findingsAgain('2022-01-01T00:00:00Z')).toEqual([]);
  });

  it('says on how many of the profiles it is, where others agree', async () => {
    const found = await findingsIn({
      accounts: [account],
      profiles: [
        { ...profile, name: 'Carla Other', nationality: 'FR', country: 'FR' },
        { ...profile, profile_id: 'f2' },
      ],
    });
    expect(found[0]!.title).toBe(
      'a1: Anna Example disagrees with the country on 1 of 2 profiles, the name on 1 of 2 profiles, the nationality on 1 of 2 profiles',
    );
  });

  it.each([
    ['정성화', 'Jong Song Hwa', 'Jeong Seonghwa'],
    ['Сергей Лавров', 'Sergey Lavrov', 'LAVROV, Sergei Viktorovich'],
    ['王晓明', 'Wang Xiaoming', 'Xiaoming WANG'],
    ['高市早苗', 'Sanae Takaichi', 'Takaichi Sanae'],
    ['William Example', 'Bill Example', 'EXAMPLE William'],
  ])('near miss: %s in other spellings is the same', async (legal_name, onPaper, onProfile) => {
    const found = await findingsIn({
      accounts: [{ ...account, legal_name, display_name: onPaper }],
      documents: [{ ...paper, name_on_document: onPaper }],
      profiles: [{ ...profile, name: onProfile }],
      payment_accounts: [{ payment_account_id: 'p1', holder_name: legal_name, country: 'DE' }],
      account_payments: payout,
    });
    expect(found).toEqual([]);
  });

  it('benign twins: a move, a married name, a husband’s bank account, a company’s', async () => {
    const moved = await findingsIn({
      accounts: [account],
      profiles: [{ ...profile, country: 'FR' }],
    });
    expect(moved).toEqual([]);
    const married = await findingsIn({
      accounts: [account],
      documents: [{ ...paper, name_on_document: 'Anna Sample' }],
    });
    expect(married.every(({ score }) => score < 0.15)).toBe(true);
    const paid = await findingsIn({
      accounts: [account],
      payment_accounts: [{ payment_account_id: 'p1', holder_name: 'Otto Example', country: 'DE' }],
      account_payments: payout,
    });
    expect(paid).toEqual([]);
    const company = await findingsIn({
      accounts: [account],
      payment_accounts: [{ payment_account_id: 'p1', holder_name: 'Example Design Ltd' }],
      account_payments: payout,
    });
    expect(company).toEqual([]);
  });

  it('grades: two contradictions weigh more than the sum of either alone', async () => {
    const named = { ...paper, name_on_document: 'Berta Sample' };
    const [one] = await findingsIn({ accounts: [account], documents: [named] });
    const [two] = await findingsIn({
      accounts: [account],
      documents: [{ ...named, birth_date: '1981-05-05' }],
    });
    expect(one!.score).toBeLessThan(0.3);
    expect(two!.score).toBeGreaterThan(0.5);
  });

  it('says the same whichever countries and names they are', async () => {
    const scores = [];
    for (const [name, other, home, away] of [
      ['Anna Example', 'Berta Sample', 'DE', 'NO'],
      ['Kim Chol-su', 'Ri Yong-ho', 'KR', 'CN'],
      ['Wang Xiaoming', 'Zhang Wei', 'CN', 'US'],
    ]) {
      const [found] = await findingsIn({
        accounts: [
          {
            ...account,
            legal_name: name!,
            display_name: name!,
            nationality: home!,
            country: home!,
          },
        ],
        documents: [{ ...paper, name_on_document: other!, issuing_country: away! }],
        profiles: [{ ...profile, name: other!, nationality: away!, country: away! }],
      });
      scores.push(found!.score);
    }
    expect(Math.max(...scores) - Math.min(...scores)).toBeLessThan(0.1);
  });
});
