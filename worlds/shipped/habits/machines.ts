import type { Random } from '../chance/random.ts';
import { oldest, worldEnds } from '../chance/time.ts';
import type { Account, Clock, LineUse, Seat } from '../world/account.ts';
import type { Device, Line } from '../world/network.ts';
import type { Place } from '../people/places.ts';

const always = { from: oldest, until: worldEnds * 2 };

/** A line that several use, beside their own; `part` is about the share of their sessions. */
export function alsoFrom(
  account: Account,
  line: Line,
  part: number,
  about: { from?: number; until?: number; port?: LineUse['port'] } = {},
): void {
  const others = account.lines.reduce((sum, { weight }) => sum + weight, 0);
  account.lines.push({
    line,
    from: about.from ?? always.from,
    until: about.until ?? always.until,
    weight: (others * part) / Math.max(0.02, 1 - part),
    ...(about.port ? { port: about.port } : {}),
  });
}

export function alsoOn(account: Account, device: Device, part: number, from = always.from): void {
  const others = account.seats.reduce((sum, { weight }) => sum + weight, 0);
  account.seats.push({
    device,
    from,
    until: always.until,
    weight: (others * part) / Math.max(0.02, 1 - part),
  });
}

/** Everything from then on happens elsewhere: what was used before ends. */
export function changesHands(
  account: Account,
  at: number,
  lines: readonly LineUse[],
  seats: readonly Seat[],
  clocks: readonly Clock[],
): void {
  const cut = <T extends { from: number; until: number }>(uses: T[], next: readonly T[]) => {
    if (next.length === 0) return uses;
    const before = uses.filter((use) => use.from < at);
    for (const use of before) use.until = Math.min(use.until, at);
    return [...before, ...next];
  };
  account.lines = cut(account.lines, lines);
  account.seats = cut(account.seats, seats);
  account.clocks = cut(account.clocks, clocks);
}

/** Works by the clock of another place; `part` of the time, the rest by one's own. */
export function worksFrom(
  random: Random,
  account: Account,
  place: Place,
  part: number,
  start = random.between(7, 10),
): void {
  const clock: Clock = { place, start, span: random.between(6, 11), ...always, weight: part };
  account.clocks =
    part >= 1
      ? [clock]
      : [
          clock,
          ...account.clocks.map((one) => ({ ...one, weight: (1 - part) / account.clocks.length })),
        ];
}
