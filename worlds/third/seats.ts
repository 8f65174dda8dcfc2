import { payoutFor, personalPurse, type Purse } from './money.ts';
import { drawAddress, drawPerson, type Person, type Seated } from './people.ts';
import { schools, trades, type Trade } from './phrases.ts';
import { DAY } from './regime.ts';
import type { World } from './state.ts';
import { copyVoice, drawVoice, type Voice } from './texts.ts';

export type Role = 'developer' | 'client' | 'both' | 'agency';

/** A span of time in which certain people sit at an account, at certain desks. */
export interface Stint {
  from: number;
  until: number;
  desks: Seated[];
}

interface Change {
  field: string;
  before: string;
  after: string;
  at: number;
}

/** What is shown as proof of who one is. */
interface Papers {
  name: string;
  birth: string;
  number: string;
  photo: string;
  kind: string;
  /** Issuer of a diploma as written on it. */
  issuer: { name: string; email: string; phone: string } | undefined;
  /** A résumé file used as it is by several people. */
  resumeFile: { sha256: string; perceptual: string } | undefined;
  /** A statement used by several people with another name. */
  statement: { perceptual: string; address: string } | undefined;
  extra: { name: string; photo: string; number: string; at: number }[];
}

export interface Session {
  start: number;
  end: number;
}

/** One account of the platform, as it is lived. */
export interface Seat {
  id: string;
  role: Role;
  person: Person;
  trade: Trade;
  years: number;
  created: number;
  verified: number | undefined;
  video: boolean;
  closed: number | undefined;
  status: string;
  closedReason: string;
  display: string;
  email: string;
  phone: string;
  site: string;
  address: string;
  employer: string;
  school: string;
  zone: string;
  referredBy: Seat | undefined;
  stints: Stint[];
  payouts: { purse: Purse; from: number }[];
  funding: { purse: Purse; from: number } | undefined;
  voice: Voice;
  papers: Papers;
  changes: Change[];
  shipTo: { address: string; name: string } | undefined;
  /** Sessions per week. */
  pace: number;
  /** How readily a developer bids, and how good the work is. */
  bidding: number;
  skill: number;
  rate: number;
  /** A client's favourites, and how often they get the job. */
  favourites: Seat[];
  loyalty: number;
  posting: number;
  /** A client's own season, if the jobs are not spread over the whole life. */
  season: { from: number; until: number } | undefined;
  kindness: number;
  sessions: Session[];
  /** Set when the hours were dealt out beforehand. */
  dealt: boolean;
}

export interface Label {
  seat: Seat;
  cluster: string;
  role: string;
  kind: string;
  note: string;
}

/** A time at which an account might be opened: some are old, some come during the span. */
export function drawOpening(world: World): number {
  const { rng, regime } = world;
  return rng.chance(0.45)
    ? regime.start - rng.logBetween(2, 1500) * DAY
    : rng.between(regime.start, regime.end - 60 * DAY);
}

export function alive(world: World, seat: Seat): { from: number; until: number } {
  const { regime } = world;
  return {
    from: Math.max(seat.created, regime.start),
    until: Math.min(seat.closed ?? regime.end, regime.end),
  };
}

/** An account opened by somebody in their own name, used from their own desks and paid to themselves. */
export function openSeat(
  world: World,
  given: { person?: Person; role?: Role; created?: number; trade?: Trade } = {},
): Seat {
  const { rng, regime } = world;
  const person = given.person ?? drawPerson(world);
  const created = given.created ?? drawOpening(world);
  const role =
    given.role ??
    (rng.chance(regime.clientShare) ? 'client' : rng.chance(0.06) ? 'both' : 'developer');
  const own = drawVoice(rng);
  const borrowed = rng.chance(regime.publicTexts);
  const voice = borrowed
    ? copyVoice(rng, own, rng.pick(world.publicVoices), { bid: true, edit: rng.between(0, 0.5) })
    : own;
  const closed = rng.chance(0.07)
    ? rng.between(Math.max(created, regime.start) + 30 * DAY, regime.end)
    : undefined;
  const suspended = rng.chance(0.025);
  const seat: Seat = {
    id: world.newId('acc'),
    role,
    person,
    trade: given.trade ?? rng.pick(trades),
    years: rng.int(1, 15),
    created,
    verified: rng.chance(0.85) ? created + rng.heavy(2.5, 1.2) * DAY : undefined,
    video: rng.chance(0.3),
    closed,
    status: closed !== undefined ? 'closed' : suspended ? 'suspended' : 'active',
    closedReason: closed === undefined ? '' : rng.pick(['own request', 'inactive', 'terms', '']),
    display: rng.chance(0.25)
      ? `${person.name.given} ${person.name.family.charAt(0)}.`
      : person.display,
    email: person.email,
    phone: person.phone,
    site: person.site,
    address: `${person.home.address}, ${person.home.city.name}`,
    employer: person.employer,
    school: person.school,
    zone: person.home.city.zone,
    referredBy: undefined,
    stints: [{ from: 0, until: Infinity, desks: person.desks }],
    payouts: [],
    funding: undefined,
    voice,
    papers: {
      name: person.display,
      birth: person.birth,
      number: person.idNumber,
      photo: person.face,
      kind: person.idKind,
      issuer: undefined,
      resumeFile: undefined,
      statement: undefined,
      extra: [],
    },
    changes: [],
    shipTo: undefined,
    pace: Math.min(14, rng.heavy(1.3, 0.7)),
    bidding: rng.heavy(1, 1.1),
    skill: rng.heavy(1, 0.6),
    rate: rng.heavy(1, 0.5),
    favourites: [],
    loyalty: rng.between(0, 0.6),
    posting: Math.min(14, rng.heavy(1, 1)),
    season: undefined,
    kindness: rng.normal(0, 0.12),
    sessions: [],
    dealt: false,
  };
  if (role !== 'client') seat.payouts.push({ purse: payoutFor(world, person), from: created });
  if (role === 'client' || role === 'both' || role === 'agency') {
    const reuse = seat.payouts[0];
    const kind = rng.pick(['card', 'card', 'bank', 'wallet']);
    const purse = reuse && rng.chance(0.3) ? reuse.purse : personalPurse(world, person, kind);
    seat.funding = { purse, from: created };
  }
  ordinaryChanges(world, seat);
  world.seats.push(seat);
  return seat;
}

/** Phones, mails and flats change in any life. */
function ordinaryChanges(world: World, seat: Seat): void {
  const { rng } = world;
  const { from, until } = alive(world, seat);
  if (until <= from) return;
  const at = (): number => rng.between(from, until);
  const { person } = seat;
  const { restless } = world.regime;
  for (let i = rng.poisson(0.09 * restless); i > 0; i--) {
    const before = `+${person.home.country.dial}0${rng.digits(8)}`;
    seat.changes.push({ field: 'phone', before, after: seat.phone, at: at() });
  }
  for (let i = rng.poisson(0.07 * restless); i > 0; i--) {
    const before = seat.email.replace(/^[^@]+/, (local) => `${local.slice(0, 4)}${rng.digits(3)}`);
    seat.changes.push({ field: 'email', before, after: seat.email, at: at() });
  }
  if (rng.chance(0.06 * restless)) {
    const before = `${drawAddress(rng)}, ${person.home.city.name}`;
    seat.changes.push({ field: 'address', before, after: seat.address, at: at() });
  }
  for (let i = rng.poisson(0.09 * restless); i > 0 && seat.payouts.length > 0; i--) {
    seat.payouts.push({ purse: payoutFor(world, person), from: at() });
  }
  if (rng.chance(0.05)) {
    seat.changes.push({ field: 'education', before: '', after: rng.pick(schools), at: at() });
  }
}

/** An ordinary client who now and then comes back to this developer. */
export function steadyClient(world: World, seat: Seat): void {
  const { rng } = world;
  const known = world.seats.slice(0, world.ordinary);
  const clients = rng.sample(known, 40).filter((other) => other.funding && other !== seat);
  if (clients.length === 0) return;
  const client = rng.pickBy(clients, (other) => other.posting ** 2);
  client.favourites.push(seat);
  client.loyalty = Math.max(client.loyalty, 0.25);
}

/** Opens an account at another time than first drawn, verification and all. */
export function moveOpening(seat: Seat, created: number): void {
  const shift = created - seat.created;
  if (seat.verified !== undefined) seat.verified += shift;
  for (const payout of seat.payouts) if (payout.from === seat.created) payout.from = created;
  if (seat.funding) seat.funding.from += shift;
  seat.created = created;
}

/** Replaces whoever sits at the account from a time on. */
export function handOver(seat: Seat, desks: Seated[], from = 0): void {
  for (const stint of seat.stints) stint.until = Math.min(stint.until, from);
  seat.stints = seat.stints.filter((stint) => stint.until > stint.from);
  seat.stints.push({ from, until: Infinity, desks });
}

/** Adds a desk to those in use, for part of the sessions (`share`) and of the time. */
export function alsoAt(seat: Seat, seated: Seated, from = 0, until = Infinity): void {
  const parts: Stint[] = [];
  for (const stint of seat.stints) {
    const start = Math.max(stint.from, from);
    const end = Math.min(stint.until, until);
    if (start >= end) {
      parts.push(stint);
      continue;
    }
    if (stint.from < start) parts.push({ ...stint, until: start });
    parts.push({ from: start, until: end, desks: [...stint.desks, seated] });
    if (end < stint.until) parts.push({ ...stint, from: end });
  }
  seat.stints = parts;
}

export function purseAt(seat: Seat, time: number): Purse | undefined {
  let found: Purse | undefined;
  let best = -Infinity;
  for (const { purse, from } of seat.payouts) {
    if (from <= time && from > best) {
      found = purse;
      best = from;
    }
  }
  return found ?? seat.payouts[0]?.purse;
}
