import {
  collector,
  drawCrew,
  hollowPurse,
  labelled,
  lead,
  manned,
  maskedDesk,
  meet,
  recruit,
  type Crew,
} from './crews.ts';
import { drawHousehold, drawPhone } from './people.ts';
import { bursts, moment, sit } from './presence.ts';
import { nearHash } from './random.ts';
import { DAY, WEEK } from './regime.ts';
import {
  alive,
  alsoAt,
  handOver,
  moveOpening,
  openSeat,
  purseAt,
  type Label,
  type Seat,
} from './seats.ts';
import { slipUp } from './slips.ts';
import type { World } from './state.ts';
import { copyVoice } from './texts.ts';

function copyTexts(
  world: World,
  seats: Seat[],
  what: { bid?: boolean; talk?: boolean; cv?: boolean },
): void {
  const [first, ...others] = seats;
  for (const seat of others) {
    const edit = world.rng.between(0.1, 0.5);
    seat.voice = copyVoice(world.rng, seat.voice, first!.voice, { ...what, edit });
  }
}

/** One machine and one wallet for each account; only the money's end and the hours are common. */
export function carefulTeam(world: World, cluster: string, count: number): Label[] {
  const crew = drawCrew(world);
  const seats = recruit(world, count);
  for (const seat of seats) manned(world, crew, seat);
  meet(world, seats, world.rng.int(2, 3));
  if (world.rng.chance(0.4)) copyTexts(world, world.rng.sample(seats, 2), { talk: true });
  slipUp(world, seats, 1);
  return labelled(seats, cluster, 'careful-team', 'money meets after two or three hops');
}

/** Copied bids, messages and résumés; everything else is apart. */
export function copiedTexts(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const seats = recruit(world, count, { sameTrade: true });
  const crew = drawCrew(world);
  for (const seat of seats) if (rng.chance(0.6)) manned(world, crew, seat);
  copyTexts(world, seats, { bid: true, talk: true, cv: rng.chance(0.8) });
  if (rng.chance(world.regime.carelessness / 5)) slipUp(world, seats, 1);
  return labelled(seats, cluster, 'copied-texts', 'bids and messages copied with small edits');
}

/** Machines, lines, payouts and papers shared without care. */
export function carelessTeam(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const crew = drawCrew(world);
  const seats = recruit(world, count);
  const desks = Array.from({ length: rng.int(1, 3) }, () => ({
    ...maskedDesk(world, crew, crew.country),
    net: crew.line,
  }));
  const purses = seats.slice(0, rng.int(1, 3)).map((seat) => hollowPurse(world, seat));
  const end = collector(world);
  for (const purse of purses) lead(world, purse, end, 1);
  for (const seat of seats) {
    manned(world, crew, seat);
    for (const desk of desks)
      if (rng.chance(0.6)) alsoAt(seat, { desk, weight: rng.between(1, 8) });
    if (rng.chance(0.7)) seat.payouts = [{ purse: rng.pick(purses), from: seat.created }];
    else {
      const own = hollowPurse(world, seat);
      lead(world, own, end, 1);
      seat.payouts = [{ purse: own, from: seat.created }];
    }
  }
  slipUp(world, seats, 3);
  return labelled(seats, cluster, 'careless-team', 'shares machines, lines and payouts');
}

/** The same face, number or scan under several names. */
export function documentMill(world: World, cluster: string, count: number): Label[] {
  const { rng, regime } = world;
  const crew = drawCrew(world);
  const seats = recruit(world, count);
  const face = rng.hex(16);
  const statement = { perceptual: rng.hex(16), address: '' };
  const number = seats[0]!.papers.number;
  seats.forEach((seat, i) => {
    const { papers } = seat;
    if (i < 2 || rng.chance(0.7)) papers.photo = nearHash(rng, face, rng.int(0, 2));
    if (rng.chance(0.35)) papers.number = number;
    if (i < 2 || rng.chance(0.6)) papers.statement = { ...statement, address: seat.address };
    if (rng.chance(0.25)) {
      const at = seat.created + rng.logBetween(1, 90) * DAY;
      papers.extra.push({ name: rng.pick(seats).person.display, photo: face, number, at });
    }
    if (rng.chance(0.5)) manned(world, crew, seat);
  });
  if (rng.chance(0.6)) meet(world, seats, 2);
  const blind =
    regime.lost.has('documents.photo_hash') || regime.lost.has('documents.perceptual_hash');
  slipUp(world, seats, blind ? 2 : 1);
  return labelled(seats, cluster, 'document-mill', 'one face or scan under several names');
}

/** A suspended account comes back under another name, again and again. */
export function reopened(world: World, cluster: string, count: number): Label[] {
  const { rng, regime } = world;
  const crew = drawCrew(world);
  const seats = recruit(world, count).sort((a, b) => a.created - b.created);
  const step = ((regime.end - regime.start) / (count + 0.5)) * rng.between(0.7, 1);
  const desk = maskedDesk(world, crew, seats[0]!.person.home.country);
  const shared = hollowPurse(world, seats[0]!);
  lead(world, shared, collector(world), 1);
  const keepsDesk = rng.chance(0.65);
  seats.forEach((seat, i) => {
    if (i > 0) {
      const before = seats[i - 1]!;
      moveOpening(seat, before.closed! + rng.heavy(5, 1) * DAY);
      if (rng.chance(0.4)) seat.phone = before.phone;
      if (rng.chance(0.3)) seat.site = before.site;
      if (rng.chance(0.6))
        seat.voice = copyVoice(rng, seat.voice, before.voice, {
          bid: true,
          talk: true,
          cv: true,
          edit: 0.15,
        });
      seat.trade = before.trade;
    } else moveOpening(seat, regime.start - rng.between(-20, 60) * DAY);
    seat.closed =
      i < count - 1 ? Math.max(seat.created, regime.start) + step * rng.between(0.6, 1) : undefined;
    const out = seat.closed !== undefined;
    seat.status = out ? rng.pick(['suspended', 'suspended', 'closed']) : 'active';
    seat.closedReason = out ? rng.pick(['terms', '', 'identity']) : '';
    seat.changes = [];
    manned(world, crew, seat);
    if (keepsDesk) alsoAt(seat, { desk, weight: rng.between(2, 10) });
    if (rng.chance(keepsDesk ? 0.4 : 0.8)) seat.payouts = [{ purse: shared, from: seat.created }];
    else {
      const own = hollowPurse(world, seat);
      own.outlets.unshift({ to: shared, share: 0.7, note: '' });
      seat.payouts = [{ purse: own, from: seat.created }];
    }
  });
  slipUp(world, seats, 1);
  return labelled(seats, cluster, 'reopened', 'suspended and back under another name');
}

/** Laptops in one flat, steered from afar: one line, one parcel address, many names. */
export function laptopFarm(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const host = drawHousehold(world);
  const crews: Crew[] = Array.from({ length: rng.int(1, 2) }, () => drawCrew(world));
  const seats = recruit(world, count);
  const port = rng.pick([3389, 3389, 5938, 7070]);
  host.line.ports.push(port);
  const tool = rng.pick(['AnyDesk', 'TeamViewer', 'RustDesk', 'RDP']);
  const oneMachine = rng.chance(0.3) ? world.machines.draw() : undefined;
  for (const seat of seats) {
    const crew = rng.pick(crews);
    const desk = { ...maskedDesk(world, crew, host.country), net: host.line, port };
    if (oneMachine) desk.device = oneMachine;
    if (rng.chance(0.8)) desk.device.tools.add(tool);
    desk.leftOpen = rng.chance(0.5) ? rng.between(0.02, 0.2) : 0;
    handOver(seat, [{ desk, weight: 8 }]);
    if (rng.chance(0.3)) alsoAt(seat, { desk: maskedDesk(world, crew, host.country), weight: 2 });
    if (rng.chance(0.6))
      seat.shipTo = { address: `${host.address}, ${host.city.name}`, name: seat.person.display };
  }
  if (rng.chance(0.75)) meet(world, seats, rng.int(1, 2));
  slipUp(world, seats, 0);
  const renter = rng.int(0, count * 2);
  return labelled(seats, cluster, 'laptop-farm', 'laptops of one flat steered from afar', (_, i) =>
    i === renter ? 'mule' : 'operator',
  );
}

/** One worker goes from account to account, each with its own machine and address; the sessions never overlap. */
export function oneWorker(world: World, cluster: string, count: number): Label[] {
  const { rng, regime } = world;
  const crew = drawCrew(world);
  const seats = recruit(world, count, { sameTrade: true });
  for (const seat of seats) {
    manned(world, crew, seat);
    seat.dealt = true;
  }
  const weeks = (regime.end - regime.start) / WEEK;
  const total = rng.poisson(Math.min(700, weeks * regime.activity * rng.between(3, 8)));
  world.later.push(() => {
    const days = bursts(rng, regime.start, regime.end, Math.ceil(total / 2));
    for (const day of days.sort((a, b) => a - b)) {
      let at = moment(rng, crew.rhythm, day);
      for (const seat of rng.sample(seats, rng.int(1, Math.min(4, count)))) {
        if (at > alive(world, seat).until) continue;
        const stint = seat.stints.find(({ from, until }) => from <= at && at < until);
        if (!stint) continue;
        const before = seat.sessions.length;
        const { desk } = rng.pickBy(stint.desks, ({ weight }) => weight);
        sit(world, seat, { ...desk, leftOpen: 0 }, at);
        const last = seat.sessions[before];
        if (last) at = last.end + rng.heavy(240, 1.2);
      }
    }
  });
  meet(world, seats, 2);
  copyTexts(world, rng.sample(seats, rng.int(2, count)), { talk: true, bid: rng.chance(0.5) });
  slipUp(world, seats, 0);
  return labelled(
    seats,
    cluster,
    'one-worker',
    'one person behind several names, one after the other',
  );
}

/** The first one hired brings in the others; they vouch and stand in for each other at one client. */
export function referralChain(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const crew = drawCrew(world);
  const seats = recruit(world, count, { spread: rng.between(60, 240) }).sort(
    (a, b) => a.created - b.created,
  );
  const client = openSeat(world, { role: 'client' });
  client.favourites.push(...seats);
  client.loyalty = rng.between(0.5, 0.85);
  client.posting = rng.between(1.2, 3);
  seats.forEach((seat, i) => {
    manned(world, crew, seat);
    const by = i === 0 ? undefined : seats[rng.int(Math.max(0, i - 2), i - 1)];
    if (!by) return;
    if (rng.chance(0.7)) seat.referredBy = by;
    world.tables.add('links', {
      from_type: 'account',
      from_id: by.id,
      to_type: 'account',
      to_id: seat.id,
      kind: 'recommended',
      source: 'client',
    });
    if (rng.chance(0.4)) {
      const at = seat.created + rng.logBetween(5, 60) * DAY;
      const after = drawPhone(rng, seat.person.home.country);
      seat.changes.push({ field: 'phone', before: seat.phone, after, at });
      seat.phone = after;
    }
    const end = purseAt(by, seat.created);
    if (end && rng.chance(0.3))
      seat.payouts[0]!.purse.outlets.unshift({ to: end, share: 0.3, note: '' });
  });
  if (rng.chance(0.8)) meet(world, seats, 2);
  copyTexts(world, seats, { talk: true, cv: rng.chance(0.5) });
  slipUp(world, seats, 1);
  return labelled(seats, cluster, 'referral-chain', 'hired on each other’s word at one client');
}
