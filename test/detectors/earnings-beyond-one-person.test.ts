import { describe, expect, it } from 'vitest';
import type { Row } from '../dataset.ts';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('earnings-beyond-one-person');

let sent = 0;
function paid(account: string, amount: number, day: number, currency = 'USD'): Row {
  sent += 1;
  return {
    transfer_id: `t${String(sent).padStart(5, '0')}`,
    from_payment_account_id: 'escrow',
    to_payment_account_id: `p-${account}`,
    amount,
    currency,
    sent_at: time(day),
    initiated_by: 'platform',
  };
}

const payout = (id: string, purse = `p-${id}`) => ({
  account_id: id,
  payment_account_id: purse,
  purpose: 'payout',
  first_used_at: time(0),
});
/** Forty who earn between 700 and 2,650 a month over half a year. */
const peers = plainAccounts(40, 'peer').map((account) => ({ ...account, trade: 'web' }));
const peerPay = peers.flatMap(({ account_id }, index) =>
  [0, 30, 60, 90, 120, 150].map((day) => paid(account_id, 700 + 50 * index, day)),
);
const months = [0, 30, 60, 90, 120, 150];
const web = (account: Row): Row => ({ ...account, trade: 'web' });

describe('earnings-beyond-one-person', () => {
  it('finds an account that earns, delivers and works more than its peers', async () => {
    const found = await findingsIn({
      accounts: [...peers, ...plainAccounts(2).map(web)],
      account_payments: [...peers, ...plainAccounts(2)].map(({ account_id }) => payout(account_id)),
      transfers: [
        ...peerPay,
        ...months.map((day) => paid('a1', 25_000, day)),
        ...['failed', 'reversed', 'disputed'].map((status) => ({ ...paid('a1', 900, 75), status })),
        ...months.map((day) => paid('a2', 2_900, day)),
      ],
      logins: Array.from({ length: 28 }, (_, day) =>
        [0, 1].map((machine) => ({
          account_id: 'a1',
          ip: `192.0.2.${machine + 1}`,
          started_at: time(day, machine * 4),
          ended_at: time(day, machine * 4 + 14),
        })),
      ).flat(),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1'],
      facts: {
        unit: 'account a1',
        income: {
          currency: 'USD',
          peer_trade: 'web',
          total: 150_000,
          payments: 6,
          months: 5,
          monthly: 30_000,
        },
        weekly_hours: 196,
      },
    });
    expect(found[0]!.indicators).toEqual(['C14', 'C5']);
    expect(found[0]!.score).toBeGreaterThan(0.7);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(-5))).toEqual([]);
  });

  it('finds a payout that brings in what several people earn', async () => {
    const found = await findingsIn({
      accounts: [...peers, ...plainAccounts(3).map(web)],
      account_payments: [
        ...peers.map(({ account_id }) => payout(account_id)),
        ...['a1', 'a2', 'a3'].map((id) => payout(id, 'p-common')),
      ],
      transfers: [...peerPay, ...months.map((day) => paid('common', 16_000, day))],
    });
    expect(found.map(({ facts }) => facts['unit'])).toEqual(['payout p-common']);
    expect(found[0]!.accounts).toEqual(['a1', 'a2', 'a3']);
    expect(found[0]!.title).toContain('for its 3 accounts together');
    expect(found[0]!.indicators).toEqual(['C5']);
    expect(found[0]!.score).toBeGreaterThan(0.3);
  });

  it('near miss: another currency’s large figures, and one good month', async () => {
    const found = await findingsIn({
      accounts: [...peers, ...plainAccounts(22, 'yen').map(web), ...plainAccounts(1).map(web)],
      account_payments: [...peers, ...plainAccounts(22, 'yen'), ...plainAccounts(1)].map(
        ({ account_id }) => payout(account_id),
      ),
      transfers: [
        ...peerPay,
        ...plainAccounts(22, 'yen').flatMap(({ account_id }, index) =>
          months.map((day) => paid(account_id, 150_000 + 9_000 * index, day, 'JPY')),
        ),
        paid('a1', 6_500, 40),
      ],
    });
    expect(found).toEqual([]);
  });

  describe('says by the month what was earned in months of the calendar, in UTC', () => {
    /** What is said of an account that was paid so much at each of these times. */
    async function income(times: readonly string[], amount: number, more: readonly Row[] = []) {
      const found = await findingsIn({
        accounts: [...peers, ...plainAccounts(1).map(web)],
        account_payments: [...peers, ...plainAccounts(1)].map(({ account_id }) =>
          payout(account_id),
        ),
        transfers: [
          ...peerPay,
          ...times.map((sent_at) => ({ ...paid('a1', amount, 0), sent_at })),
          ...more,
        ],
      });
      expect(found.map(({ accounts }) => accounts)).toEqual([['a1']]);
      return { ...(found[0]!.facts['income'] as Record<string, unknown>), title: found[0]!.title };
    }
    const noon = (...days: string[]) => days.map((day) => `${day}T12:00:00Z`);
    const firsts = (year: number, count: number) =>
      Array.from({ length: count }, (_, at) => new Date(Date.UTC(year, at, 1)).toISOString());

    it.each<[string, readonly string[], number, number | null]>([
      ['one payment: a month, of which nothing is said', noon('2024-03-15'), 1, null],
      [
        'one day: the same',
        ['2024-03-15T00:00:00Z', '2024-03-15T23:59:59Z', '2024-03-15T12:00:00Z'],
        1,
        null,
      ],
      [
        'the two sides of a border, a second apart',
        ['2024-01-31T23:59:59Z', '2024-02-01T00:00:00Z'],
        2,
        null,
      ],
      [
        'the first and last second of three months',
        ['2024-01-01T00:00:00Z', '2024-03-31T23:59:59Z'],
        3,
        20_000,
      ],
      ['a second more is a fourth', ['2024-01-01T00:00:00Z', '2024-04-01T00:00:00Z'], 4, 15_000],
      [
        'February of a leap year has a 29th',
        ['2023-12-31T12:00:00Z', '2024-02-29T23:59:59Z'],
        3,
        20_000,
      ],
      ['over the turn of the year', noon('2023-11-20', '2023-12-20', '2024-01-20'), 3, 30_000],
      ['thirteen, each paid on its first', firsts(2023, 13), 13, 30_000],
      ['twenty-five, each paid on its first', firsts(2022, 25), 25, 30_000],
      ['months without pay between two with it', noon('2024-01-10', '2024-05-10'), 5, 12_000],
      [
        'each week of three months',
        noon(...Array.from({ length: 13 }, (_, week) => time(7 * week).slice(0, 10))),
        3,
        130_000,
      ],
      // In UTC, 31 January 23:30 in New York is February already, and 1 April 00:30 in Delhi is March still.
      [
        'in UTC, whatever zone a row is written in',
        ['2024-01-31T23:30:00-05:00', '2024-04-01T00:30:00+05:30'],
        2,
        null,
      ],
    ])('%s', async (_, times, expected, monthly) => {
      const each = 30_000;
      const its = await income(times, each);
      expect(its).toMatchObject({
        months: expected,
        monthly,
        payments: times.length,
        total: times.length * each,
      });
      const said = monthly === null ? /month/ : `a month over ${expected} calendar months`;
      const [own] = its.title.split('; the middle of');
      if (monthly === null) expect(own).not.toMatch(said);
      else expect(own).toContain(`${monthly.toLocaleString('en')} ${said}`);
    });

    it('of the currency that stands out alone, whatever was paid in another', async () => {
      const yen = noon('2023-06-01', '2024-09-01').map((sent_at) => ({
        ...paid('a1', 900_000, 0, 'JPY'),
        sent_at,
      }));
      const its = await income(noon('2024-01-05', '2024-02-05', '2024-03-05'), 20_000, yen);
      expect(its).toMatchObject({
        currency: 'USD',
        total: 60_000,
        payments: 3,
        months: 3,
        monthly: 20_000,
      });
    });

    it('and leaves out of the middle of others what they moved between purses of their own', async () => {
      const second = peers.map(({ account_id }) => payout(account_id, `q-${account_id}`));
      const moved = peers.flatMap(({ account_id }) =>
        months.map((day) => ({
          ...paid(account_id, 9_000, day),
          from_payment_account_id: `p-${account_id}`,
          to_payment_account_id: `q-${account_id}`,
        })),
      );
      const found = await findingsIn({
        accounts: [...peers, ...plainAccounts(1).map(web)],
        account_payments: [
          ...[...peers, ...plainAccounts(1)].map(({ account_id }) => payout(account_id)),
          ...second,
        ],
        transfers: [...peerPay, ...moved, ...months.map((day) => paid('a1', 25_000, day))],
      });
      // With a1 they are 41, the middle one paid 1,700 six times from January to May: 1,700 × 6 / 5.
      expect(found[0]!.facts['income']).toMatchObject({ usual_monthly: 2_040 });
    });
  });

  it('says what was delivered in a week of weeks of the calendar, from Monday on', async () => {
    const jobs = Array.from({ length: 40 }, (_, at) => ({
      job_id: `j${at}`,
      // From Monday, 1 January, to Sunday, 28 January.
      finished_at: at < 39 ? time(Math.floor((27 * at) / 39)) : '2024-01-28T23:59:59Z',
    }));
    const few = peers.map((_, at) => ({ job_id: `p${at}`, finished_at: time(at % 20) }));
    const found = await findingsIn({
      accounts: [...peers, ...plainAccounts(1).map(web), { account_id: 'c1', role: 'client' }],
      jobs: [...jobs, ...few].map((job) => ({ ...job, client_account_id: 'c1' })),
      bids: [
        ...jobs.map(({ job_id }) => ({
          bid_id: `b-${job_id}`,
          account_id: 'a1',
          job_id,
          submitted_at: time(-9),
          status: 'accepted',
        })),
        ...few.map(({ job_id }, at) => ({
          bid_id: `b-${job_id}`,
          account_id: peers[at]!.account_id,
          job_id,
          submitted_at: time(-9),
          status: 'accepted',
        })),
      ],
    });
    expect(found[0]).toMatchObject({
      accounts: ['a1'],
      facts: { delivered: 40, weeks_delivering: 4, weekly_delivered: 10 },
    });
    expect(found[0]!.title).toContain('10.0 a week over 4 calendar weeks');
  });

  it('expects it of an agency, and of people who openly earn together', async () => {
    const found = await findingsIn({
      accounts: [
        ...peers,
        { ...plainAccounts(1, 'agency')[0]!, trade: 'web', role: 'agency' },
        ...plainAccounts(5, 's').map(web),
      ],
      account_payments: [
        ...peers.map(({ account_id }) => payout(account_id)),
        payout('agency1'),
        ...plainAccounts(5, 's').map(({ account_id }) => payout(account_id, 'p-studio')),
      ],
      transfers: [
        ...peerPay,
        ...months.map((day) => paid('agency1', 30_000, day)),
        ...months.map((day) => paid('studio', 9_000, day)),
      ],
      links: ['s2', 's3', 's4', 's5'].map((id) => ({
        from_type: 'account',
        from_id: 's1',
        to_type: 'account',
        to_id: id,
        kind: 'employs',
        source: 'platform',
      })),
    });
    for (const finding of found) expect(finding.score).toBeLessThan(0.1);
  });
});
