import { describe, expect, it } from 'vitest';
import { fitHours, offsetWords } from '../../domain/working-hours.ts';
import { detecting, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('odd-hours');

/** From nine to five and a little in the evening, on the clock of that offset, for so many days. */
function working(account_id: string, offset: number, days = 60) {
  return Array.from({ length: days }, (_, day) =>
    [9, 13, 15, 19].map((local) => ({
      account_id,
      ip: '192.0.2.1',
      started_at: time(day + 1, local - offset, (day * 7) % 60),
      ended_at: time(day + 1, local - offset + 1, (day * 7) % 60),
    })),
  ).flat();
}
const claims = (account_id: string, timezone: string) => ({ account_id, timezone });

describe('odd-hours', () => {
  it('finds an account whose hours fit another offset than it claims', async () => {
    const found = await findingsIn({
      accounts: [claims('a1', 'America/Denver'), claims('b1', 'America/Denver')],
      logins: [...working('a1', 9), ...working('b1', -7)],
    });
    expect(found).toHaveLength(1);
    expect(found[0]!.accounts).toEqual(['a1']);
    const { fit } = found[0]!.facts as { fit: ReturnType<typeof fitHours> };
    expect(fit!.claimed_offset).toBeCloseTo(-7, 1);
    expect(fit!.fitting_offsets).toContain(9);
    expect(fit!.apart).toBeGreaterThan(5);
    expect(found[0]!.score).toBeGreaterThan(0.4);
    expect(found[0]!.title).toContain('UTC+');
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(8))).toEqual([]);
  });

  it('near miss: a night owl, three hours late', async () => {
    const found = await findingsIn({
      accounts: [claims('a1', 'Europe/Berlin')],
      logins: working('a1', 1 - 3),
    });
    for (const { score } of found) expect(score).toBeLessThan(0.15);
  });

  it('says nothing of who keeps the claimed hours, claims no zone or one that nobody knows', async () => {
    const found = await findingsIn({
      accounts: [
        claims('a1', 'Asia/Kolkata'),
        { account_id: 'a2', role: 'developer' },
        claims('a3', 'Mars/Olympus'),
        claims('a4', 'America/New_York'),
      ],
      logins: [
        ...working('a1', 5.5),
        ...working('a2', 9),
        ...working('a3', 9),
        ...working('a4', 9, 3),
      ],
    });
    expect(found).toEqual([]);
  });

  it('follows the claimed zone into summer time', () => {
    const hours = (offset: number) =>
      Array.from({ length: 24 }, (_, utc) =>
        (utc + offset + 24) % 24 >= 8 && (utc + offset + 24) % 24 < 20 ? 10 : 0,
      );
    const fit = fitHours('America/New_York', [
      { month: '2024-01', hours: hours(-5) },
      { month: '2024-07', hours: hours(-4) },
    ]);
    expect(fit).toMatchObject({ claimed_offset: -4.5 });
    expect(fit!.apart).toBeLessThan(1.6);
  });

  it('names offsets across the date line from west to east', () => {
    expect(offsetWords([7, 8, 9])).toBe('UTC+7 to UTC+9');
    expect(offsetWords([-11, 11, 12])).toBe('UTC+11 to UTC−11');
    expect(offsetWords([-5])).toBe('UTC−5');
  });
});
