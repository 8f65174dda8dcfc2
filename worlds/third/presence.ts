import type { Desk, Rhythm } from './people.ts';
import type { Random } from './random.ts';
import { DAY, WEEK } from './regime.ts';
import { alive, type Seat, type Stint } from './seats.ts';
import type { World } from './state.ts';
import { iso } from './tables.ts';

/** A moment at which somebody with this rhythm might sit down, near a day. */
export function moment(rng: Random, rhythm: Rhythm, day: number): number {
  let at = Math.floor(day / DAY) * DAY;
  const weekday = new Date(at * 1000).getUTCDay();
  if ((weekday === 0 || weekday === 6) && !rng.chance(rhythm.weekend)) {
    at += (weekday === 0 ? 1 : 2) * DAY;
  }
  const middle = (rng.next() + rng.next()) / 2;
  const odd = rng.chance(0.06) ? rng.normal(0, 4) : 0;
  const hour = rhythm.from + rhythm.span * middle + odd - rhythm.offset;
  return at + hour * 3600 + rng.between(0, 59);
}

/** Times within a span, in bursts: people have busy and quiet weeks. */
export function bursts(rng: Random, from: number, until: number, count: number): number[] {
  const weeks = Math.max(1, Math.ceil((until - from) / WEEK));
  const weights = Array.from({ length: weeks }, () => rng.heavy(1, 0.9));
  const sums: number[] = [];
  let total = 0;
  for (const weight of weights) sums.push((total += weight));
  return Array.from({ length: count }, () => {
    const at = rng.next() * total;
    const week = sums.findIndex((sum) => sum >= at);
    return Math.min(until - 1, from + (Math.max(0, week) + rng.next()) * WEEK);
  });
}

/** Writes one session and remembers it, so that bids and messages fall into it. */
export function sit(world: World, seat: Seat, desk: Desk, start: number): void {
  const { rng, regime, tables, nets } = world;
  const { from, until } = alive(world, seat);
  if (start < from || start >= until) return;
  const long = rng.chance(desk.leftOpen);
  const length = long ? rng.between(20, 60) * 3600 : rng.heavy(desk.rhythm.minutes * 60, 0.8);
  const end = Math.min(until, start + Math.min(length, 70 * 3600));
  if (seat.sessions.some((session) => Math.abs(session.start - start) < 2)) return;
  seat.sessions.push({ start, end });
  const port = desk.port ?? desk.net.ports[0];
  const seenPort = port !== undefined && rng.chance(regime.portSeen);
  const other = rng.chance(0.02) ? rng.pick([22, 80, 443, 8080, 3389, 5938]) : '';
  tables.add('logins', {
    account_id: seat.id,
    ip: nets.observe(desk.net, start),
    device_id: desk.device.idAt(start),
    started_at: iso(start),
    ended_at: rng.chance(regime.sessionEnds) ? iso(end) : '',
    user_agent: desk.device.agent(start),
    service_port: seenPort ? port : other,
  });
}

function attend(world: World, seat: Seat, stint: Stint): void {
  const { rng, regime } = world;
  const life = alive(world, seat);
  const from = Math.max(life.from, stint.from);
  const until = Math.min(life.until, stint.until);
  if (until - from < 2 * DAY) return;
  const weeks = (until - from) / WEEK;
  const count = Math.min(600, Math.max(1, rng.poisson(seat.pace * regime.activity * weeks)));
  for (const day of bursts(rng, from, until, count)) {
    const { desk } = rng.pickBy(stint.desks, (seated) => seated.weight);
    sit(world, seat, desk, moment(rng, desk.rhythm, day));
  }
}

export function attendAll(world: World): void {
  for (const deal of world.later) deal();
  for (const seat of world.seats) {
    if (!seat.dealt) for (const stint of seat.stints) attend(world, seat, stint);
    if (seat.sessions.length === 0 && seat.created < world.regime.end - DAY) {
      const { desk } = seat.stints[0]!.desks[0]!;
      const { from, until } = alive(world, seat);
      sit(world, seat, desk, world.rng.between(from, Math.min(until, from + 3 * DAY)));
    }
    seat.sessions.sort((a, b) => a.start - b.start);
  }
}
