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
      facts: { device: 'd1', returns: 9 },
      last_seen: time(11, 12),
    });
    expect(found[0]!.score).toBeGreaterThan(0.8);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
  });

  it('near miss: a machine that was sold on passes once and does not come back', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(2),
      logins: Array.from({ length: 12 }, (_, day) => session(day < 6 ? 'a1' : 'a2', day)),
    });
    expect(found[0]).toMatchObject({ facts: { returns: 0 } });
    expect(found[0]!.score).toBeLessThan(0.2);
  });

  it('weighs a family computer and a public machine little', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      logins: Array.from({ length: 12 }, (_, day) => [
        session(`a${(day % 2) + 1}`, day, 'family'),
        session(`a${(day % 2) + 3}`, day, 'library'),
      ]).flat(),
      links: [
        {
          from_type: 'account',
          from_id: 'a1',
          to_type: 'account',
          to_id: 'a2',
          kind: 'family_of',
        },
      ],
      known_shared: [{ type: 'device', value: 'library', reason: 'a machine in a library' }],
    });
    expect(found).toHaveLength(2);
    for (const { score } of found) expect(score).toBeLessThan(0.2);
  });
});
