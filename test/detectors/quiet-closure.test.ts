import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('quiet-closure');

const jobs = Array.from({ length: 40 }, (_, index) => ({
  job_id: `j${index}`,
  client_account_id: `c${index % 20}`,
  posted_at: time(0),
}));
const won = (account_id: string, day: number, job = 0) => ({
  bid_id: `${account_id}-${job}`,
  account_id,
  job_id: `j${job}`,
  submitted_at: time(day),
  status: 'accepted',
});
const closing = (account_id: string, day: number, trade = 'web') => ({
  account_id,
  role: 'developer',
  trade,
  status: 'closed',
  created_at: time(0),
  closed_at: time(day),
});
const staying = {
  accounts: plainAccounts(20),
  bids: plainAccounts(20).map(({ account_id }, index) => won(account_id, 10, index)),
};
const session = (account_id: string, device_id: string, day = 5) => ({
  account_id,
  device_id,
  ip: `192.0.2.${day}`,
  started_at: time(day),
});

describe('quiet-closure', () => {
  it('finds accounts of one machine that are closed days after the first accepted bid', async () => {
    const ring = ['q1', 'q2', 'q3'];
    const found = await findingsIn({
      accounts: [...staying.accounts, ...ring.map((id, index) => closing(id, 22 + 10 * index))],
      jobs,
      bids: [...staying.bids, ...ring.map((id, index) => won(id, 20 + 10 * index, 30 + index))],
      logins: ring.map((id, index) => session(id, 'd1', 5 + index)),
    });
    expect(found.map(({ accounts }) => accounts)).toHaveLength(3);
    for (const finding of found) {
      expect(finding.score).toBeGreaterThan(0.35);
      expect(finding.facts['linked']).toHaveLength(2);
    }
    expect((await findingsAgain()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
    expect(await findingsAgain(time(21))).toEqual([]);
  });

  it('counts a message to a client as contact; one alone is weak', async () => {
    const found = await findingsIn({
      accounts: [...staying.accounts, closing('q1', 22)],
      jobs,
      bids: staying.bids,
      documents: [
        {
          document_id: 'm1',
          account_id: 'q1',
          kind: 'message',
          text: 'Hello',
          submitted_at: time(20),
          to_account_id: 'c1',
        },
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]!.accounts).toEqual(['q1']);
    expect(found[0]!.score).toBeLessThan(0.15);
  });

  it('near miss: closed months later, or without ever meeting a client', async () => {
    const found = await findingsIn({
      accounts: [...staying.accounts, closing('q1', 200), closing('q2', 22)],
      jobs,
      bids: [...staying.bids, won('q1', 20, 30)],
      logins: [session('q1', 'd1'), session('q2', 'd1', 6)],
    });
    expect(found).toEqual([]);
  });

  it('weighs relatives who give up together little', async () => {
    const found = await findingsIn({
      accounts: [...staying.accounts, closing('q1', 24, 'web'), closing('q2', 25, 'design')],
      jobs,
      bids: [...staying.bids, won('q1', 20, 30), won('q2', 20, 31)],
      logins: [session('q1', 'd1'), session('q2', 'd1', 6)],
      links: [
        {
          from_type: 'account',
          from_id: 'q1',
          to_type: 'account',
          to_id: 'q2',
          kind: 'family_of',
        },
      ],
    });
    for (const { score } of found) expect(score).toBeLessThan(0.15);
  });
});
