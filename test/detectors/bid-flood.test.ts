import { describe, expect, it } from 'vitest';
import { detecting, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('bid-flood');

const jobs = Array.from({ length: 150 }, (_, index) => ({
  job_id: `j${index}`,
  client_account_id: 'client',
  posted_at: time(0),
}));

function developer(account_id: string) {
  return { account_id, role: 'developer', trade: 'web', created_at: time(-30) };
}

/** So many bids in January, every `wonEvery`th of them accepted. */
function bids(account_id: string, count: number, wonEvery: number) {
  return Array.from({ length: count }, (_, index) => ({
    bid_id: `${account_id}-${index}`,
    account_id,
    job_id: `j${index}`,
    submitted_at: time(index % 28, 9, index % 60),
    status: wonEvery > 0 && index % wonEvery === 0 ? 'accepted' : 'rejected',
  }));
}

function logins(account_id: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    account_id,
    ip: '192.0.2.1',
    started_at: time(index, 8),
  }));
}

const peers = Array.from({ length: 30 }, (_, index) => `p${index}`);
const usual = {
  accounts: peers.map(developer),
  bids: peers.flatMap((peer, index) => bids(peer, 5 + (index % 10), 5)),
  logins: peers.flatMap((peer) => logins(peer, 10)),
};

describe('bid-flood', () => {
  it('finds many bids, few of them accepted, for few logins', async () => {
    const found = await findingsIn({
      accounts: [...usual.accounts, developer('a1'), developer('a2')],
      jobs,
      bids: [...usual.bids, ...bids('a1', 120, 60), ...bids('a2', 40, 20)],
      logins: [...usual.logins, ...logins('a1', 6), ...logins('a2', 25)],
    });
    const score = (account: string) =>
      found.find(({ accounts }) => accounts.includes(account))?.score ?? 0;
    expect(score('a1')).toBeGreaterThan(0.4);
    for (const { facts, first_seen, last_seen } of found)
      expect([first_seen, last_seen]).toEqual([facts['first_bid'], facts['last_bid']]);
    expect(score('a2')).toBeGreaterThan(0.1);
    expect(score('a2')).toBeLessThan(score('a1'));
    for (const peer of peers) expect(score(peer)).toBeLessThan(0.1);
    expect((await findingsAgain()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });

  it('near miss: many bids that are accepted as often as those of peers', async () => {
    const found = await findingsIn({
      accounts: [...usual.accounts, developer('a1')],
      jobs,
      bids: [...usual.bids, ...bids('a1', 60, 4)],
      logins: [...usual.logins, ...logins('a1', 60)],
    });
    expect(found.filter(({ accounts }) => accounts.includes('a1'))).toEqual([]);
  });

  it('weighs a newcomer little who bids like the busiest and is not accepted yet', async () => {
    const found = await findingsIn({
      accounts: [...usual.accounts, developer('a1')],
      jobs,
      bids: [...usual.bids, ...bids('a1', 16, 0)],
      logins: [...usual.logins, ...logins('a1', 12)],
    });
    for (const { score } of found) expect(score).toBeLessThan(0.15);
  });

  it('uses no bid later than the time asked for', async () => {
    await findingsIn({
      accounts: [...usual.accounts, developer('a1')],
      jobs,
      bids: [...usual.bids, ...bids('a1', 120, 0)],
    });
    const bidsOfA1 = (finding: { accounts: string[] }) => finding.accounts.includes('a1');
    expect((await findingsAgain(time(2))).find(bidsOfA1)!.facts['bids']).toBeLessThan(20);
  });
});
