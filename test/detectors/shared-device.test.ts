import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('shared-device');

function session(account_id: string, day: number, device_id = 'd1') {
  return {
    account_id,
    device_id,
    ip: `192.0.2.${day + 1}`,
    started_at: time(day),
    ended_at: time(day, 12),
  };
}

describe('shared-device', () => {
  it('finds accounts between which one machine goes back and forth', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(3),
      logins: Array.from({ length: 12 }, (_, day) => session(`a${(day % 3) + 1}`, day)),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2', 'a3'],
      facts: { device: 'd1', passes: 11, returns: 8 },
      last_seen: time(11, 12),
    });
    expect(found[0]!.ties).toHaveLength(3);
    expect(found[0]!.score).toBeGreaterThan(0.75);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(0, 12))).toEqual([]);
  });

  it('near miss: a machine that was sold on passes once and does not come back', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(2),
      logins: Array.from({ length: 12 }, (_, day) => session(day < 6 ? 'a1' : 'a2', day)),
    });
    expect(found[0]).toMatchObject({ facts: { returns: 0 }, indicators: [] });
    expect(found[0]!.score).toBeLessThan(0.1);
  });

  it('ties a guest of the machine less than the two who take turns on it', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(3),
      logins: [
        ...Array.from({ length: 12 }, (_, day) => session(`a${(day % 2) + 1}`, day)),
        session('a3', 12),
        session('a1', 13),
      ],
    });
    const shares = Object.fromEntries(found[0]!.ties!.map(({ a, b, share }) => [a + b, share]));
    expect(shares['a1a2']).toBe(1);
    expect(shares['a1a3'] ?? 0).toBeLessThan(0.6);
  });

  it('weighs a family computer and a public machine little', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      logins: Array.from({ length: 12 }, (_, day) => [
        session(`a${(day % 2) + 1}`, day, 'family'),
        session(`a${(day % 2) + 3}`, day, 'library'),
      ]).flat(),
      links: [
        { from_type: 'account', from_id: 'a1', to_type: 'account', to_id: 'a2', kind: 'family_of' },
      ],
      known_shared: [{ type: 'device', value: 'library', reason: 'a machine in a library' }],
    });
    expect(found).toHaveLength(2);
    for (const { score } of found) expect(score).toBeLessThan(0.2);
    for (const { indicators } of found) expect(indicators).toEqual([]);
  });

  it('weighs an unlisted machine of many strangers little', async () => {
    const crowd = plainAccounts(24);
    const found = await findingsIn({
      accounts: crowd,
      logins: crowd.flatMap(({ account_id }, index) =>
        [0, 1, 2].map((round) => session(account_id, (index * 5 + round * 31) % 90)),
      ),
    });
    for (const { score } of found) expect(score).toBeLessThan(0.3);
  });
});
