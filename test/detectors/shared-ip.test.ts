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

/** A morning's session on that day, begun at the minute given. */
function morning(account_id: string, ip: string, day: number, minute = 0) {
  return { account_id, ip, started_at: time(day, 9, minute), ended_at: time(day, 11, minute) };
}
/** A number in [0, 1) without order, the same in every run. */
const scatter = (day: number, index: number) =>
  Math.abs(Math.sin(day * 12.9898 + index * 78.233) * 43758.5453) % 1;

const days = Array.from({ length: 120 }, (_, day) => day);

describe('shared-ip', () => {
  it('finds accounts at work from one address at the same minutes', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      ips: [{ ip: '192.0.2.1', kind: 'residential' }],
      logins: daily(four, '192.0.2.1', 10),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: four,
      facts: { ip: '192.0.2.1', unrelated: 4, days_together: 10 },
    });
    expect(found[0]!.ties).toHaveLength(6);
    expect(found[0]!.score).toBeGreaterThan(0.6);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(-1))).toEqual([]);
  });

  it('finds two accounts that take turns: one begins when the other has stopped', async () => {
    const turns = days.slice(0, 20).flatMap((day) => [
      { account_id: 'a1', ip: '192.0.2.1', started_at: time(day, 9), ended_at: time(day, 11) },
      { account_id: 'a2', ip: '192.0.2.1', started_at: time(day, 11, 4), ended_at: time(day, 12) },
    ]);
    const found = await findingsIn({ accounts: plainAccounts(2), logins: turns });
    expect(found[0]).toMatchObject({
      facts: { handovers: 20, days_together: 20, days_at_once: 0 },
    });
    expect(found[0]!.title).toContain('one right after another 20 times');
    expect(found[0]!.title).not.toContain('at the same minutes');
    expect(found[0]!.score).toBeGreaterThan(0.3);
  });

  it('near miss: the same address, never in the same hour', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(2),
      logins: daily(['a1', 'a2'], '192.0.2.1', 10, 5),
    });
    expect(found[0]).toMatchObject({ facts: { days_together: 0 } });
    expect(found[0]!.score).toBeLessThan(0.2);
  });

  it('near miss: an address that its provider gave to somebody else', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(2),
      logins: days.map((day) => morning(day < 60 ? 'a1' : 'a2', '192.0.2.1', day)),
    });
    expect(found).toEqual([]);
  });

  it('names of a café’s guests only the two who come together more often than chance has it', async () => {
    const guests = plainAccounts(10, 'g');
    const found = await findingsIn({
      accounts: [...guests, ...plainAccounts(2)],
      ips: [{ ip: '192.0.2.1', kind: 'coworking' }],
      logins: [
        ...guests.flatMap(({ account_id }, index) =>
          days
            .filter((day) => scatter(day, index) < 0.25)
            .map((day) => morning(account_id, '192.0.2.1', day, index)),
        ),
        ...days
          .filter((day) => day % 5 === 0)
          .flatMap((day) => ['a1', 'a2'].map((id) => morning(id, '192.0.2.1', day))),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ accounts: ['a1', 'a2'], facts: { accounts: 12, named: 2 } });
    expect(found[0]!.ties).toEqual([{ a: 'a1', b: 'a2', share: 1 }]);
    expect(found[0]!.score).toBeGreaterThan(0.1);
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

  it('sees the household in the IPv6 network that its machines share, unless its addresses disagree', async () => {
    const logins = ['a1', 'a2'].flatMap((id, index) =>
      days.slice(0, 10).map((day) => morning(id, `2001:db8:7::${index + 1}`, day)),
    );
    const found = await findingsIn({ accounts: plainAccounts(2), logins });
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2'],
      facts: { ip: '2001:db8:7:0::/64', days_together: 10 },
    });
    const apart = await findingsIn({
      accounts: plainAccounts(2),
      ips: ['AS64500', 'AS64501'].map((asn, index) => ({ ip: `2001:db8:7::${index + 1}`, asn })),
      logins,
    });
    expect(apart).toEqual([]);
  });

  it('weighs a network that is known to be shared little, by its CIDR, and a declared team', async () => {
    const found = await findingsIn({
      accounts: [...plainAccounts(4), ...plainAccounts(2, 'f')],
      known_shared: [{ type: 'ip', value: '192.0.2.0/25', reason: 'a hostel' }],
      links: [
        { from_type: 'account', from_id: 'f1', to_type: 'account', to_id: 'f2', kind: 'family_of' },
      ],
      logins: [
        ...daily(four, '192.0.2.1', 10),
        ...daily(four, '192.0.2.200', 10),
        ...daily(['f1', 'f2'], '198.51.100.1', 60),
      ],
    });
    const scores = Object.fromEntries(
      found.map(({ facts, score }) => [String(facts['ip']), score]),
    );
    expect(scores['192.0.2.1'] ?? 0).toBeLessThan(0.25);
    expect(scores['198.51.100.1'] ?? 0).toBeLessThan(0.1);
    expect(scores['192.0.2.200']).toBeGreaterThan(0.5);
  });

  it('says nothing of an address that more accounts use than work in one room', async () => {
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
