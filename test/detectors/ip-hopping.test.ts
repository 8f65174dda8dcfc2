import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('ip-hopping');

const places = ['BR', 'DE', 'JP', 'KE', 'CA'];
const ips = places.flatMap((country, index) => [
  { ip: `192.0.2.${index + 1}`, country, kind: 'residential' },
  { ip: `198.51.100.${index + 1}`, country, kind: 'vpn' },
]);

/** An hour at the nth place, through the address that shows it. */
function hourAt(account_id: string, place: number, day: number, hour: number, net = '192.0.2') {
  return {
    account_id,
    ip: `${net}.${place + 1}`,
    started_at: time(day, hour),
    ended_at: time(day, hour + 1),
  };
}
/** Twenty plain accounts at home, so that one who leaps is not the platform's usual. */
const others = plainAccounts(20, 'o');
const otherLogins = others.flatMap(({ account_id }) =>
  [0, 1, 2].map((day) => hourAt(account_id, 1, day, 9)),
);

describe('ip-hopping', () => {
  it('finds an account that is in several countries within hours', async () => {
    const found = await findingsIn({
      accounts: [...plainAccounts(1), ...others],
      ips,
      logins: [
        ...otherLogins,
        ...[0, 3, 6].flatMap((day) =>
          [0, 1, 2, 3].map((place) => hourAt('a1', place, day, 8 + place * 2)),
        ),
        // At home, long before and after: no part of the leaps.
        ...[-40, 40].map((day) => hourAt('a1', 0, day, 8)),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1'],
      first_seen: time(0, 8),
      last_seen: time(6, 15),
      facts: { leaps: 9, leap_countries: 4, hidden_leaps: 0, most_countries_a_day: 4 },
    });
    expect(found[0]!.score).toBeGreaterThan(0.6);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(0, 9))).toEqual([]);
  });

  it('near miss: two countries within hours, once', async () => {
    const found = await findingsIn({
      accounts: [...plainAccounts(1), ...others],
      ips,
      logins: [...otherLogins, hourAt('a1', 0, 0, 8), hourAt('a1', 1, 0, 10)],
    });
    for (const { score } of found) expect(score).toBeLessThan(0.15);
  });

  it('says nothing of a traveller with days between countries', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(1),
      ips,
      logins: places.flatMap((_, place) =>
        [0, 1, 2, 3, 4].map((day) => hourAt('a1', place, place * 20 + day, 9)),
      ),
    });
    expect(found).toEqual([]);
  });

  it('weighs a VPN that is switched on and off little, and tells it apart', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(1),
      ips,
      logins: Array.from({ length: 30 }, (_, day) => [
        hourAt('a1', 0, day, 8),
        hourAt('a1', 1, day, 10, '198.51.100'),
      ]).flat(),
    });
    for (const { score, facts } of found) {
      expect(score).toBeLessThan(0.15);
      expect(facts['leaps']).toBe(0);
    }
  });

  it('weighs leaps little where many accounts show them', async () => {
    const many = plainAccounts(10);
    const found = await findingsIn({
      accounts: many,
      ips,
      logins: many.flatMap(({ account_id }) =>
        [0, 1, 2].flatMap((day) => [hourAt(account_id, 0, day, 8), hourAt(account_id, 1, day, 10)]),
      ),
    });
    for (const { score } of found) expect(score).toBeLessThan(0.15);
  });
});
