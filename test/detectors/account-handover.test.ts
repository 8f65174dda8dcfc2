import { describe, expect, it } from 'vitest';
import { detecting, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('account-handover');

const account = {
  account_id: 'a1',
  role: 'developer',
  created_at: '2023-11-01T00:00:00Z',
  verified_at: '2023-11-05T00:00:00Z',
};
const ips = [
  { ip: '192.0.2.1', country: 'PT', kind: 'residential' },
  { ip: '192.0.2.2', country: 'CL', kind: 'residential' },
];
interface Way {
  ip?: string;
  device_id?: string;
  hour?: number;
}
/** A session every other day. */
function use(from: number, to: number, { ip = '192.0.2.1', device_id = 'old', hour = 9 }: Way) {
  return Array.from({ length: Math.floor((to - from) / 2) }, (_, n) => ({
    account_id: 'a1',
    ip,
    device_id,
    started_at: time(from + n * 2, hour, n),
    ended_at: time(from + n * 2, hour + 2, n),
  }));
}
const payout = (payment_account_id: string, day: number) => ({
  account_id: 'a1',
  payment_account_id,
  purpose: 'payout',
  first_used_at: time(day),
});
const change = (field: string, day: number) => ({
  account_id: 'a1',
  field,
  old_value: 'one',
  new_value: 'another',
  changed_at: time(day),
});

describe('account-handover', () => {
  it('finds an account of which payout, contact, machine, country and hours change in a week: sold', async () => {
    const found = await findingsIn({
      accounts: [account],
      ips,
      account_payments: [payout('p1', 0), payout('p2', 63)],
      account_changes: [change('email', 61), change('phone', 61)],
      logins: [...use(0, 60, {}), ...use(64, 120, { ip: '192.0.2.2', device_id: 'new', hour: 17 })],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1'],
      possible_role: 'mule',
      facts: {
        changed: ['device', 'email', 'payout', 'phone'],
        other_country: true,
        verified: true,
        declared_move: false,
      },
    });
    expect(found[0]!.score).toBeGreaterThan(0.8);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(60))).toEqual([]);
  });

  it('finds one that keeps machine and address, and gains remote control, a payout and other hours: rented', async () => {
    const found = await findingsIn({
      accounts: [account],
      ips,
      account_payments: [payout('p1', 0), payout('p2', 66)],
      logins: [
        ...use(0, 60, {}),
        ...use(60, 120, { hour: 19 }).map((row) => ({ ...row, service_port: 3389 })),
      ],
    });
    expect(found[0]).toMatchObject({
      facts: { changed: ['payout', 'remote'], other_country: false, same_addresses: 1 },
    });
    expect(found[0]!.score).toBeGreaterThan(0.4);
    expect([found[0]!.first_seen, found[0]!.last_seen]).toEqual([time(60, 19), time(66)]);
  });

  it('says of a hosting address that it is one, and of no tool', async () => {
    const found = await findingsIn({
      accounts: [account],
      ips: [...ips, { ip: '192.0.2.3', country: 'PT', kind: 'hosting' }],
      account_payments: [payout('p1', 0), payout('p2', 66)],
      logins: [...use(0, 60, {}), ...use(60, 120, { hour: 19, ip: '192.0.2.3' })],
    });
    expect(found[0]).toMatchObject({ facts: { changed: ['hosting', 'payout'] } });
    expect(found[0]!.title).toContain('way in (hosting address)');
  });

  it('near miss: a new laptop; or the same changes, months apart', async () => {
    const laptop = await findingsIn({
      accounts: [account],
      ips,
      logins: [...use(0, 60, {}), ...use(60, 120, { device_id: 'new' })],
    });
    expect(laptop).toEqual([]);
    const apart = await findingsIn({
      accounts: [account],
      ips,
      account_payments: [payout('p1', 0), payout('p2', 180)],
      account_changes: [change('email', 120)],
      logins: [...use(0, 60, {}), ...use(60, 200, { device_id: 'new' })],
    });
    expect(apart).toEqual([]);
  });

  it('weighs a declared move abroad, with a new bank, little', async () => {
    const found = await findingsIn({
      accounts: [account],
      ips,
      account_payments: [payout('p1', 0), payout('p2', 70)],
      account_changes: [change('country', 62)],
      logins: [...use(0, 60, {}), ...use(62, 120, { ip: '192.0.2.2', hour: 13 })],
    });
    for (const { score } of found) expect(score).toBeLessThan(0.2);
  });
});
