import { day, end, start } from './calendar.ts';
import type { Purse } from './money.ts';
import type { Platform } from './platform.ts';

/** A payment a month, about the same each time. */
export function wages(
  platform: Platform,
  from: Purse,
  to: Purse,
  amount = platform.chance.skewed(300, 0.6),
): void {
  const { chance } = platform;
  const first = start + chance.between(3, 60) * day;
  for (let at = first; at < end; at += 30 * day + chance.normal() * 2 * day)
    if (chance.yes(0.85))
      platform.money.transfer(
        from,
        to,
        amount * chance.between(0.85, 1.15),
        at + chance.unit() * day,
      );
}

/** Sums that the payee draws from somebody's card. */
export function debits(
  platform: Platform,
  to: Purse,
  about: number,
  times: number,
  disputed: number,
  from = platform.money.purse(platform.someone(), platform.chance.pick(['card', 'bank'])),
): void {
  const { chance } = platform;
  const first = chance.between(start, end - 40 * day);
  for (let at = 0; at < times; at++)
    platform.money.transfer(
      from,
      to,
      about * chance.between(0.8, 1.2),
      first + at * chance.between(20, 35) * day,
      {
        initiated_by: chance.yes(0.9) ? 'payee' : '',
        status: chance.yes(disputed) ? chance.pick(['disputed', 'reversed']) : 'settled',
      },
    );
}
