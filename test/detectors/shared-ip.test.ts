import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('shared-ip');

/** Daily sessions of two hours, from day 0, each account a few minutes after the one before. */
function daily(accounts: readonly string[], ip: string, days: number, hoursApart = 0) {
  return accounts.flatMap((account_id, index) =>
    Array.from({ length: days }, (_, day) => ({
      account_id,
      ip,
      started_at: time(day, 8 + index * hoursApart, index),
      ended_at: time(day, 9 + index * hoursApart, 50),
    })),
  );
}
const four = ['a1', 'a2', 'a3', 'a4'];

describe('shared-ip', () => {
  it('finds accounts at work from one address in the same hours', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      ips: [{ ip: '192.0.2.1', kind: 'residential' }],
      logins: daily(four, '192.0.2.1', 10),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: four,
      facts: { ip: '192.0.2.1', unrelated: 4, hours_together: 20, most_at_once: 4 },
    });
    expect(found[0]!.score).toBeGreaterThan(0.6);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(-1))).toEqual([]);
  });

  it('near miss: the same address, never in the same hour', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(2),
      logins: daily(['a1', 'a2'], '192.0.2.1', 10, 5),
    });
    expect(found[0]).toMatchObject({ facts: { hours_together: 0 } });
    expect(found[0]!.score).toBeLessThan(0.2);
  });

  it.each(['vpn', 'education', 'mobile', 'coworking', 'tor'])(
    'weighs an address of kind %s little',
    async (kind) => {
      const found = await findingsIn({
        accounts: plainAccounts(4),
        ips: [{ ip: '2001:db8::1', kind }],
        logins: daily(four, '2001:DB8:0::1', 10),
      });
      expect(found[0]!.score).toBeLessThan(0.2);
    },
  );

  it('weighs a network that is known to be shared little, by its CIDR', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      known_shared: [{ type: 'ip', value: '192.0.2.0/25', reason: 'a hostel' }],
      logins: [...daily(four, '192.0.2.1', 10), ...daily(four, '192.0.2.200', 10)],
    });
    const scores = Object.fromEntries(
      found.map(({ facts, score }) => [String(facts['ip']), score]),
    );
    expect(scores['192.0.2.1']).toBeLessThan(0.15);
    expect(scores['192.0.2.200']).toBeGreaterThan(0.5);
  });

  it('leaves out an address that more accounts use than work in one room', async () => {
    const crowd = plainAccounts(30);
    const found = await findingsIn({
      accounts: crowd,
      logins: daily(
        crowd.map(({ account_id }) => account_id),
        '192.0.2.1',
        2,
      ),
    });
    expect(found).toEqual([]);
  });
});
