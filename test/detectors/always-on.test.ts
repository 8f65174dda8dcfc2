import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('always-on');

function session(account_id: string, day: number, from: number, hours: number, at = 1) {
  return {
    account_id,
    ip: `192.0.2.${at}`,
    device_id: `d${at}`,
    started_at: time(day, from),
    ended_at: time(day, from + hours),
  };
}
/** Fifty who work by day, so that one who never sleeps is not the platform's usual. */
const others = plainAccounts(50, 'o');
const otherLogins = others.flatMap(({ account_id }) => [
  session(account_id, 0, 8, 3),
  session(account_id, 0, 12, 6),
  session(account_id, 1, 9, 12),
]);
const rows = (accounts: { account_id: string }[], logins: ReturnType<typeof session>[]) => ({
  accounts: [...others, ...accounts],
  logins: [...otherLogins, ...logins],
});
const days = Array.from({ length: 28 }, (_, day) => day);

/** Three relieve each other every eight hours, each at an address and a machine of his own. */
const shifts = (account_id: string) =>
  days.flatMap((day) =>
    [0, 1, 2].map((shift) => session(account_id, day, shift * 8, 7, shift + 1)),
  );

describe('always-on', () => {
  it('finds an account worked in shifts, round the clock', async () => {
    const found = await findingsIn(rows(plainAccounts(1), shifts('a1')));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1'],
      facts: { chains: 1, devices: 3, addresses: 3 },
    });
    expect(found[0]!.facts['longest_hours']).toBeGreaterThan(600);
    expect(found[0]!.score).toBeGreaterThan(0.7);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(0, 22))).toEqual([]);
  });

  it('finds sessions of days, the more of them the stronger', async () => {
    const often = Array.from({ length: 8 }, (_, n) => session('a1', n * 9, 6, 50));
    const found = await findingsIn(rows(plainAccounts(2), [...often, session('a2', 3, 6, 50)]));
    const scores = Object.fromEntries(found.map(({ accounts, score }) => [accounts[0]!, score]));
    expect(scores['a1']).toBeGreaterThan(0.4);
    expect(scores['a2'] ?? 0).toBeLessThan(0.25);
    // One machine at one address: however long, nobody is seen to share it.
    for (const { indicators } of found) expect(indicators).toEqual(['P3']);
  });

  it('near miss: long days, with a night between them', async () => {
    const long = days.flatMap((day) => [session('a1', day, 6, 10), session('a1', day, 17, 8)]);
    expect(await findingsIn(rows(plainAccounts(1), long))).toEqual([]);
  });

  it('weighs a window left open for a night, and an agency’s shifts, little', async () => {
    const found = await findingsIn(
      rows(
        [...plainAccounts(1), { account_id: 'g1', role: 'agency' } as { account_id: string }],
        [session('a1', 0, 9, 26), ...shifts('g1')],
      ),
    );
    for (const { score } of found) expect(score).toBeLessThan(0.25);
  });
});
