import { describe, expect, it } from 'vitest';
import { detecting, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('thin-profile');

const login = (account_id: string) => ({ account_id, ip: '192.0.2.1', started_at: time(3) });
const full = (account_id: string, index: number) => ({
  account_id,
  role: 'developer',
  trade: 'web',
  created_at: time(0),
  city: 'Leeds',
  phone: `+44 7700 900${100 + index}`,
  employer: 'Firm Ltd',
  ...(index % 2 === 0 ? { website: `https://own-${index}.example` } : { education: 'A school' }),
});
const peers = Array.from({ length: 60 }, (_, index) => `p${index}`);
const ordinary = {
  accounts: peers.map(full),
  profiles: peers.map((account_id, index) => ({
    profile_id: `profile-${account_id}`,
    account_id,
    site: `site${index % 3}.example`,
    name: 'A name',
    city: 'Leeds',
    employer: 'Firm Ltd',
    observed_at: time(1),
  })),
  documents: peers.map((account_id, index) => ({
    document_id: `portfolio-${account_id}`,
    account_id,
    kind: 'portfolio',
    text: 'I made this shop. '.repeat(30 + index),
    submitted_at: time(1),
  })),
};
const bare = (account_id: string) => ({
  account_id,
  role: 'developer',
  trade: 'web',
  created_at: time(0),
  city: 'York',
});
const barePortfolio = (account_id: string) => ({
  document_id: `portfolio-${account_id}`,
  account_id,
  kind: 'portfolio',
  text: 'Senior developer.',
  submitted_at: time(1),
});

describe('thin-profile', () => {
  it('finds profiles that are bare in the same way', async () => {
    const ring = ['t1', 't2'];
    const found = await findingsIn({
      accounts: [...ordinary.accounts, ...ring.map(bare)],
      profiles: ordinary.profiles,
      documents: [...ordinary.documents, ...ring.map(barePortfolio)],
      logins: [...peers, ...ring].map(login),
    });
    expect(found.flatMap(({ accounts }) => accounts).sort()).toEqual(ring);
    for (const { score, facts } of found) {
      expect(score).toBeGreaterThan(0.07);
      expect(facts['alike']).toBe(1);
    }
    expect((await findingsAgain()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });

  it('is weaker for one that is bare in its own way', async () => {
    const found = await findingsIn({
      accounts: [...ordinary.accounts, bare('t1')],
      profiles: ordinary.profiles,
      documents: [...ordinary.documents, barePortfolio('t1')],
      logins: [...peers, 't1'].map(login),
    });
    expect(found[0]).toMatchObject({
      accounts: ['t1'],
      facts: { alike: 0, others: 60, others_as_bare: 0 },
    });
    expect(found[0]!.score).toBeLessThan(0.2);
  });

  it('near miss: only the portfolio is short', async () => {
    const found = await findingsIn({
      accounts: [...ordinary.accounts, full('t1', 98)],
      profiles: [
        ...ordinary.profiles,
        {
          profile_id: 'profile-t1',
          account_id: 't1',
          site: 'site1.example',
          name: 'A name',
          employer: 'Firm Ltd',
          education: 'A school',
        },
      ],
      documents: [...ordinary.documents, barePortfolio('t1')],
      logins: [...peers, 't1'].map(login),
    });
    for (const { score } of found) expect(score).toBeLessThan(0.06);
  });

  it('names nobody where a third of the peers is as bare', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `t${index}`);
    const found = await findingsIn({
      accounts: [...ordinary.accounts, ...many.map(bare)],
      profiles: ordinary.profiles,
      documents: [...ordinary.documents, ...many.map(barePortfolio)],
      logins: [...peers, ...many].map(login),
    });
    expect(found).toEqual([]);
  });
});
