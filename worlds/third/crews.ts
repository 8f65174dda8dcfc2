import { openPurse, type Purse } from './money.ts';
import { drawName, written } from './names.ts';
import type { Net } from './networks.ts';
import { drawCountry, drawFirm, type Desk, type Rhythm, type Seated } from './people.ts';
import { countries, type City, type Country } from './places.ts';
import { DAY } from './regime.ts';
import { handOver, openSeat, steadyClient, type Label, type Role, type Seat } from './seats.ts';
import type { World } from './state.ts';

/** Those who sit behind a ring's accounts, wherever that is. */
export interface Crew {
  country: Country;
  city: City;
  line: Net;
  rhythm: Rhythm;
}

/** A crew sits anywhere people live; its place says nothing. */
export function drawCrew(world: World): Crew {
  const { rng } = world;
  const country = drawCountry(rng);
  const city = rng.pick(country.cities);
  return {
    country,
    city,
    line: world.nets.home(country, city),
    rhythm: {
      offset: city.offset,
      from: rng.between(6, 12),
      span: rng.between(6, 11),
      weekend: rng.between(0.3, 1),
      minutes: rng.logBetween(25, 170),
    },
  };
}

/** Opens a ring's accounts under names drawn like everybody's. */
export function recruit(
  world: World,
  count: number,
  given: { role?: Role; spread?: number; sameTrade?: boolean } = {},
): Seat[] {
  const { rng, regime } = world;
  const spread = given.spread ?? rng.logBetween(4, 300);
  const latest = Math.max(regime.start, regime.end - (spread + 100) * DAY);
  const early = rng.chance(0.45);
  const base = early
    ? regime.start - rng.logBetween(2, 1200) * DAY
    : rng.between(regime.start, latest);
  const first = openSeat(world, { role: given.role ?? 'developer', created: base });
  const seats = [first];
  while (seats.length < count) {
    const created = Math.min(base + rng.next() * spread * DAY, regime.end - 90 * DAY);
    const trade = given.sameTrade === true || rng.chance(0.5) ? { trade: first.trade } : {};
    seats.push(openSeat(world, { role: given.role ?? 'developer', created, ...trade }));
  }
  for (const seat of seats) stayOpen(world, seat);
  return rng.shuffle(seats);
}

/** A ring's account is rarely given up early, and has some work. */
function stayOpen(world: World, seat: Seat): void {
  if (seat.closed !== undefined && seat.closed - seat.created < 120 * DAY) {
    seat.closed = undefined;
    seat.status = 'active';
    seat.closedReason = '';
  }
  seat.bidding = Math.max(seat.bidding, 0.7);
  seat.skill = Math.max(seat.skill, 0.8);
  seat.pace = Math.max(seat.pace, 0.6);
  if (seat.role !== 'client') {
    for (let i = world.rng.int(1, 3); i > 0; i--) steadyClient(world, seat);
  }
}

export function jittered(world: World, rhythm: Rhythm): Rhythm {
  const { rng } = world;
  return {
    ...rhythm,
    from: rhythm.from + rng.normal(0, 0.7),
    span: Math.max(3, rhythm.span + rng.normal(0, 0.8)),
    minutes: rhythm.minutes * rng.heavy(1, 0.3),
  };
}

/** A machine bought for one account, behind an address that fits the claimed country. */
export function maskedDesk(world: World, crew: Crew, claimed: Country): Desk {
  const { rng, nets } = world;
  const way = rng.next();
  const net =
    way < 0.4
      ? nets.proxy(claimed)
      : way < 0.65
        ? nets.tunnel(claimed)
        : way < 0.85
          ? nets.hosted(claimed)
          : nets.home(claimed, rng.pick(claimed.cities));
  const port = way >= 0.65 && rng.chance(0.5) ? { port: rng.pick([3389, 3389, 5900, 5938]) } : {};
  if (port.port !== undefined) net.ports.push(port.port);
  return {
    device: world.machines.draw(),
    net,
    rhythm: jittered(world, crew.rhythm),
    leftOpen: rng.chance(0.25) ? rng.between(0.01, 0.1) : 0,
    ...port,
  };
}

/** The crew sits down at an account, with a phone on the side like anybody. */
export function manned(world: World, crew: Crew, seat: Seat, from = 0): void {
  const { rng } = world;
  const desk = maskedDesk(world, crew, seat.person.home.country);
  const desks: Seated[] = [{ desk, weight: rng.between(5, 10) }];
  if (rng.chance(0.45)) {
    const device = world.machines.draw(true);
    const short = { ...desk.rhythm, minutes: rng.logBetween(4, 30) };
    desks.push({
      desk: { device, net: desk.net, rhythm: short, leftOpen: 0 },
      weight: rng.between(0.5, 3),
    });
  }
  if (rng.chance(0.3)) {
    const net = world.nets.tunnel(rng.chance(0.6) ? seat.person.home.country : rng.pick(countries));
    desks.push({ desk: { ...desk, net, leftOpen: 0 }, weight: rng.between(0.3, 3) });
  }
  handOver(seat, desks, from);
}

function stranger(world: World): string {
  const { rng } = world;
  const { culture } = drawCountry(rng);
  return rng.chance(0.25) ? drawFirm(rng) : written(drawName(rng, culture), culture, rng);
}

/** The purse at which a ring's money ends before it goes to an exchange, a bank abroad or cash. */
export function collector(world: World): Purse {
  const { rng } = world;
  const kind = rng.pick(['crypto', 'crypto', 'bank', 'wallet']);
  const purse = openPurse(world, kind, stranger(world), drawCountry(rng), {
    rest: rng.logBetween(2, 30),
  });
  if (rng.chance(0.6)) {
    purse.outlets.push({
      to: rng.pick(world.hubs.exchanges),
      share: rng.between(0.4, 0.95),
      note: 'sell',
    });
  }
  return purse;
}

/** Sends what a purse gets on, over so many hops, to one destination. */
export function lead(world: World, purse: Purse, end: Purse, hops: number): void {
  const { rng } = world;
  let from = purse;
  for (let hop = 1; hop < hops; hop++) {
    const kind = rng.pick(['wallet', 'bank', 'crypto', 'crypto']);
    const next = openPurse(world, kind, stranger(world), drawCountry(rng), {
      rest: rng.logBetween(0.4, 10),
    });
    from.outlets.unshift({
      to: next,
      share: rng.between(0.6, 0.93),
      note: rng.pick(['', 'invoice', 'transfer']),
    });
    from = next;
  }
  from.outlets.unshift({
    to: end,
    share: rng.between(0.6, 0.95),
    note: rng.pick(['', 'services', 'loan']),
  });
}

/** A payout in the claimed name, of which the holder has no life. */
export function hollowPurse(world: World, seat: Seat, opened?: number): Purse {
  const { rng } = world;
  const kind = rng.pick(['wallet', 'wallet', 'bank', 'crypto', 'prepaid']);
  const { person } = seat;
  const holder = rng.chance(0.8) ? person.display : stranger(world);
  const purse = openPurse(world, kind, holder, person.home.country, {
    rest: rng.logBetween(0.3, 9),
    ...(opened === undefined ? {} : { opened }),
  });
  if (rng.chance(0.3)) {
    const savings = openPurse(world, 'bank', person.display, person.home.country);
    purse.outlets.push({ to: savings, share: rng.between(0.03, 0.2), note: 'withdrawal' });
  }
  return purse;
}

/** All that the accounts earn ends at one place, by ways of their own. */
export function meet(
  world: World,
  seats: Seat[],
  hops: number,
  from?: (seat: Seat) => number,
): Purse {
  const { rng } = world;
  const end = collector(world);
  const second = rng.chance(0.25) ? collector(world) : undefined;
  for (const seat of seats) {
    const start = from?.(seat);
    const purse = hollowPurse(
      world,
      seat,
      start === undefined ? undefined : start - rng.logBetween(0.2, 60) * DAY,
    );
    lead(world, purse, end, hops);
    if (second && rng.chance(0.6)) {
      purse.outlets.push({ to: second, share: rng.between(0.05, 0.25), note: '' });
    }
    if (start === undefined) seat.payouts = [{ purse, from: seat.created }];
    else seat.payouts.push({ purse, from: start });
  }
  return end;
}

export function labelled(
  seats: Seat[],
  cluster: string,
  kind: string,
  note: string,
  role: (seat: Seat, index: number) => string = () => 'operator',
): Label[] {
  return seats.map((seat, i) => ({ seat, cluster, role: role(seat, i), kind, note }));
}
