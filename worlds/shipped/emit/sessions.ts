import type { Random } from '../chance/random.ts';
import { day, hour, iso, minute, offsetAt, worldEnds } from '../chance/time.ts';
import type { Account, Use } from '../world/account.ts';
import type { Device } from '../world/network.ts';
import type { World } from '../world/world.ts';

/** Sessions come in spells of work, some days each, in the hours of whoever works then. */
export function emitSessions(world: World, account: Account): void {
  const random = account.random.fork('sessions');
  const span = account.ends - account.begins;
  let left = account.sessions;
  while (left > 0) {
    const first = account.begins + random.next() * span;
    const days = random.int(1, 9);
    for (let at = 0; at < days && left > 0; at++) {
      const when = first + at * day;
      if (when > account.ends) break;
      left -=
        account.chain > 0 && random.chance(0.55)
          ? chainOfSessions(world, account, random, when, left)
          : dayOfSessions(world, account, random, when, left);
    }
  }
}

function dayOfSessions(
  world: World,
  account: Account,
  random: Random,
  when: number,
  left: number,
): number {
  const sessions = Math.min(
    left,
    random.weighted([1, 2, 3, 4], (count) => 6 - count),
  );
  for (let at = 0; at < sessions; at++) {
    const clock = inUse(random, account.clocks, when);
    const offset = offsetAt(clock.place.offset, clock.place.summer, when) * hour;
    const midnight = Math.floor((when + offset) / day) * day - offset;
    // Two draws: the middle of the day is busier.
    const part = (random.next() + random.next()) / 2;
    session(
      world,
      account,
      random,
      midnight + (clock.start + part * clock.span) * hour,
      random.lognormal(75, 0.9) * minute,
    );
  }
  return sessions;
}

/** Sessions end to end: somebody who does not stop, or several who take turns. */
function chainOfSessions(
  world: World,
  account: Account,
  random: Random,
  when: number,
  left: number,
): number {
  const until = when + account.chain * random.between(0.7, 1.15) * hour;
  let at = when;
  let made = 0;
  while (at < until && made < left) {
    const length = random.lognormal(150, 0.5) * minute;
    session(world, account, random, at, length);
    at += length + random.exponential(14) * minute;
    made++;
  }
  return Math.max(1, made);
}

function session(
  world: World,
  account: Account,
  random: Random,
  begun: number,
  length: number,
): void {
  // Nobody is there before the account is.
  const started = Math.floor(
    begun > account.created ? begun : account.created + random.exponential(5) * hour,
  );
  if (started >= worldEnds) return;
  const ended = Math.floor(started + Math.min(Math.max(length, 40_000), 14 * hour));
  const use = inUse(random, account.lines, started);
  const seat = inUse(random, account.seats, started);
  const { ips, lasts } = use.line;
  const ip = lasts === null ? random.pick(ips) : ips[Math.floor(started / lasts) % ips.length]!;
  world.network.seen(ip);
  world.sink.add('logins', {
    account_id: account.id,
    ip,
    device_id: random.chance(0.03) ? undefined : seat.device.id,
    started_at: iso(started),
    ended_at: random.chance(0.05) ? undefined : iso(ended),
    user_agent: random.chance(0.05) ? undefined : userAgent(seat.device, started),
    service_port:
      use.port && random.chance(use.port.share) ? use.port.number : anyPort(random, use.line.kind),
  });
}

function anyPort(random: Random, kind: string): number | undefined {
  if (kind === 'hosting' && random.chance(0.5)) return random.pick([22, 443, 443, 3389]);
  if (random.chance(0.84)) return undefined;
  return random.weighted(
    [443, 80, 7547, 22, 8080, 3389, 5900],
    (port) => ({ 443: 30, 80: 25, 7547: 20, 22: 6, 8080: 8, 3389: 1.2, 5900: 0.5 })[port] ?? 0,
  );
}

function inUse<T extends Use>(random: Random, uses: readonly T[], at: number): T {
  const valid = uses.filter(({ from, until }) => at >= from && at < until);
  return random.weighted(valid.length > 0 ? valid : uses, ({ weight }) => weight);
}

/** A browser is some weeks behind the newest. */
function userAgent(device: Device, at: number): string {
  const months = (at - Date.UTC(2021, 0, 1)) / (30 * day);
  const version = { Chrome: 87, Firefox: 84, Edge: 87, Safari: 14 }[device.browser] ?? 87;
  const newest =
    device.browser === 'Safari'
      ? version + Math.floor(months / 12)
      : version + Math.max(0, Math.floor(months * 0.85));
  return `${device.browser} ${newest} on ${device.os}`;
}
