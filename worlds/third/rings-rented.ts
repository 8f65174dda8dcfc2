import {
  collector,
  drawCrew,
  hollowPurse,
  jittered,
  labelled,
  lead,
  manned,
  maskedDesk,
  meet,
  recruit,
  type Crew,
} from './crews.ts';
import { openPurse } from './money.ts';
import { drawEmail, drawFirm, drawPerson, drawPhone, type Desk } from './people.ts';
import { DAY } from './regime.ts';
import { alive, alsoAt, handOver, moveOpening, purseAt, type Label, type Seat } from './seats.ts';
import { slipUp } from './slips.ts';
import type { World } from './state.ts';
import { copyVoice, drawVoice } from './texts.ts';

/** A time within an account's life at which it passes into other hands. */
function turn(world: World, seat: Seat): number {
  const { from, until } = alive(world, seat);
  return from + (until - from) * world.rng.between(0.05, 0.45);
}

function newContact(world: World, seat: Seat, at: number): void {
  const { rng } = world;
  if (rng.chance(0.6)) {
    const after = drawPhone(rng, seat.person.home.country);
    seat.changes.push({
      field: 'phone',
      before: seat.phone,
      after,
      at: at + rng.heavy(1, 1.3) * DAY,
    });
    seat.phone = after;
  }
  if (rng.chance(0.6)) {
    const after = drawEmail(rng, seat.person.name);
    seat.changes.push({
      field: 'email',
      before: seat.email,
      after,
      at: at + rng.heavy(1, 1.3) * DAY,
    });
    seat.email = after;
  }
}

/** The owner's own machine and line, somebody else's hours. */
function throughOwner(world: World, crew: Crew, seat: Seat): Desk {
  const { rng } = world;
  const { laptop, home } = seat.person;
  const port = rng.pick([3389, 5938, 7070, 5900]);
  home.line.ports.push(port);
  if (rng.chance(0.75)) laptop.tools.add(rng.pick(['AnyDesk', 'TeamViewer', 'RustDesk']));
  return {
    device: laptop,
    net: home.line,
    rhythm: jittered(world, crew.rhythm),
    port,
    leftOpen: rng.between(0, 0.1),
  };
}

function takeOver(world: World, crew: Crew, seats: Seat[], remote: number): Map<Seat, number> {
  const turns = new Map<Seat, number>();
  const { rng } = world;
  const model = drawVoice(rng);
  for (const seat of seats) {
    const at = turn(world, seat);
    turns.set(seat, at);
    if (rng.chance(remote))
      handOver(seat, [{ desk: throughOwner(world, crew, seat), weight: 8 }], at);
    else manned(world, crew, seat, at);
    if (rng.chance(0.25)) {
      const visit = seat.person.desks[0]!;
      alsoAt(seat, { ...visit, weight: 0.6 }, at);
    }
    newContact(world, seat, at);
    seat.voice = copyVoice(rng, seat.voice, model, {
      talk: rng.chance(0.7),
      bid: rng.chance(0.5),
      edit: 0.3,
    });
  }
  return turns;
}

/** Real people verify; then somebody else works through their machines and the payout changes. */
export function rentedAccounts(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const crew = drawCrew(world);
  const seats = recruit(world, count);
  const turns = takeOver(world, crew, seats, 0.8);
  const end = meet(world, seats, rng.int(1, 2), (seat) => turns.get(seat)! + rng.heavy(4, 1) * DAY);
  for (const seat of seats) {
    if (!rng.chance(0.5)) continue;
    const cut = openPurse(world, 'bank', seat.person.display, seat.person.home.country);
    end.outlets.push({ to: cut, share: rng.between(0.03, 0.12) / count, note: 'rent' });
  }
  slipUp(world, seats, 0);
  return labelled(seats, cluster, 'rented-accounts', 'rented out after verification', () =>
    rng.chance(0.7) ? 'mule' : 'unwitting',
  );
}

/** Accounts with a past of their own, stolen or sold; mail, machine and payout change. */
export function takenOver(world: World, cluster: string, count: number): Label[] {
  const { rng, regime } = world;
  const crew = drawCrew(world);
  const seats = recruit(world, count, { spread: 300 });
  for (const seat of seats) {
    if (seat.created < regime.start + 60 * DAY) continue;
    moveOpening(seat, seat.created - rng.between(80, 220) * DAY);
  }
  const turns = takeOver(world, crew, seats, 0);
  meet(world, seats, rng.int(1, 2), (seat) => turns.get(seat)! + rng.heavy(5, 1) * DAY);
  slipUp(world, seats, 1);
  return labelled(seats, cluster, 'taken-over', 'aged accounts in new hands', () => 'victim');
}

/** Helpers who do not know for whom: they meet clients and keep a part; the work is done by others at odd hours. */
export function subcontractFronts(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const crew = drawCrew(world);
  const seats = recruit(world, count);
  const end = collector(world);
  const model = drawVoice(rng);
  seats.forEach((seat, i) => {
    if (i === 0) {
      manned(world, crew, seat);
      const purse = hollowPurse(world, seat);
      purse.outlets.unshift({ to: end, share: 0.8, note: '' });
      seat.payouts = [{ purse, from: seat.created }];
      return;
    }
    const at = turn(world, seat);
    alsoAt(
      seat,
      { desk: maskedDesk(world, crew, seat.person.home.country), weight: rng.between(8, 20) },
      at,
    );
    const purse = purseAt(seat, at)!;
    const share = rng.between(0.55, 0.85);
    const straight = rng.chance(0.5);
    if (straight)
      purse.outlets.unshift({ to: end, share, note: rng.pick(['', 'subcontract', 'services']) });
    else lead(world, purse, end, 2);
    purse.rest = Math.min(purse.rest, rng.logBetween(1, 12));
    seat.voice = copyVoice(rng, seat.voice, model, {
      bid: rng.chance(0.6),
      talk: false,
      edit: 0.3,
    });
  });
  slipUp(world, seats, 0);
  return labelled(
    seats,
    cluster,
    'subcontract-fronts',
    'stands in for others for a share',
    (_, i) => (i === 0 ? 'operator' : 'unwitting'),
  );
}

/** A company in front, other people's hands behind it, and the money leaves at once. */
export function frontAgency(world: World, cluster: string, count: number): Label[] {
  const { rng, regime } = world;
  const crew = drawCrew(world);
  const owner = drawPerson(world);
  const name = drawFirm(rng);
  const company = world.newId('co');
  const site = `https://${name.toLowerCase().replaceAll(' ', '-')}.example`;
  const founded = regime.start - rng.logBetween(20, 900) * DAY;
  world.tables.add('companies', {
    company_id: company,
    name,
    country: owner.home.country.code,
    registration_number: rng.digits(8),
    address: `${owner.home.address}, ${owner.home.city.name}`,
    email: `office@${site.slice(8)}`,
    phone: owner.phone,
    website: site,
    incorporated_on: new Date(founded * 1000).toISOString().slice(0, 10),
  });
  const purse = openPurse(world, 'bank', name, owner.home.country, {
    company,
    rest: rng.logBetween(1, 10),
  });
  lead(world, purse, collector(world), rng.int(1, 2));
  const fee = openPurse(world, 'bank', owner.display, owner.home.country);
  purse.outlets.push({ to: fee, share: rng.between(0.04, 0.12), note: 'fee' });
  const seats = recruit(world, count);
  const declared = rng.chance(regime.declares);
  const pool = Array.from({ length: rng.int(2, 4) }, () =>
    maskedDesk(world, crew, owner.home.country),
  );
  seats.forEach((seat, i) => {
    if (i === 0) seat.role = rng.chance(0.6) ? 'agency' : 'developer';
    seat.employer = rng.chance(0.6) ? name : seat.employer;
    if (rng.chance(0.4)) seat.site = site;
    seat.payouts = [{ purse, from: seat.created }];
    handOver(
      seat,
      rng.sample(pool, rng.int(1, 2)).map((desk) => ({ desk, weight: rng.between(3, 8) })),
    );
    if (rng.chance(0.4)) alsoAt(seat, { ...seat.person.desks[0]!, weight: rng.between(0.5, 3) });
    if (!declared || !rng.chance(0.85)) return;
    world.tables.add('links', {
      from_type: 'company',
      from_id: company,
      to_type: 'account',
      to_id: seat.id,
      kind: 'employs',
      since: new Date(seat.created * 1000).toISOString().slice(0, 10),
      source: 'company page',
    });
  });
  const lead1 = seats[0]!.voice;
  for (const seat of seats.slice(1)) {
    seat.voice = copyVoice(rng, seat.voice, lead1, {
      bid: rng.chance(0.8),
      talk: true,
      edit: 0.25,
    });
  }
  slipUp(world, seats, 1);
  return labelled(seats, cluster, 'front-agency', 'a firm in front, other hands behind', (_, i) =>
    i === 0 && rng.chance(0.4) ? 'mule' : 'operator',
  );
}

/** Clients that exist to rate their own developers; what is paid comes back. */
export function ratingBoosters(world: World, cluster: string, count: number): Label[] {
  const { rng, regime } = world;
  const crew = drawCrew(world);
  const buyers = Math.max(1, Math.min(3, Math.floor(count / 3)));
  const seats = recruit(world, count - buyers);
  const clients = recruit(world, buyers, { role: 'client' });
  const start = rng.between(regime.start + 20 * DAY, regime.end - 100 * DAY);
  for (const seat of seats) {
    if (rng.chance(0.8)) manned(world, crew, seat);
    moveOpening(seat, Math.min(seat.created, start - rng.heavy(12, 1) * DAY));
    seat.payouts = [{ purse: hollowPurse(world, seat), from: seat.created }];
  }
  for (const client of clients) {
    manned(world, crew, client);
    moveOpening(client, Math.min(client.created, start - rng.heavy(12, 1) * DAY));
    client.closed = undefined;
    client.status = 'active';
    client.pace = Math.max(client.pace, 1.5);
    client.favourites = seats;
    client.loyalty = rng.between(0.75, 0.97);
    client.kindness = 0.35;
    client.season = {
      from: start,
      until: Math.min(regime.end, start + rng.between(30, 150) * DAY),
    };
    client.posting = rng.between(1.5, 4);
    if (rng.chance(world.regime.carelessness / 6))
      client.funding = { purse: rng.pick(seats).payouts[0]!.purse, from: client.created };
  }
  for (const seat of seats) {
    const { purse } = seat.payouts[0]!;
    const back = rng.pick(clients).funding!.purse;
    if (back === purse) continue;
    lead(world, purse, back, rng.int(1, 2));
    purse.rest = rng.logBetween(0.5, 8);
  }
  slipUp(world, [...seats, ...clients], 1);
  return labelled(
    [...seats, ...clients],
    cluster,
    'rating-boosters',
    'clients that rate their own',
  );
}

/** Many small payments pulled from other people's cards, into purses that meet. */
export function smallDebits(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const crew = drawCrew(world);
  const seats = recruit(world, count);
  for (const seat of seats) manned(world, crew, seat);
  meet(world, seats, rng.int(1, 2));
  const cards = Array.from({ length: rng.int(8, 30) }, () => {
    const holder = drawPerson(world);
    return openPurse(
      world,
      rng.pick(['card', 'card', 'bank']),
      holder.display,
      holder.home.country,
    );
  });
  const honest = world.seats.slice(0, world.ordinary).filter((seat) => seat.funding);
  for (const seat of rng.sample(honest, rng.int(1, 4))) cards.push(seat.funding!.purse);
  const note = rng.pick(['service fee', 'subscription', 'order', 'membership']);
  for (const seat of seats) {
    const times = rng.int(8, 30);
    const { from, until } = alive(world, seat);
    const start = rng.between(from, until - (until - from) / 2);
    for (let i = 0; i < times; i++) {
      const at = rng.between(start, Math.min(until, start + 150 * DAY));
      world.extra.push({
        from: rng.pick(cards),
        to: purseAt(seat, at)!,
        amount: rng.heavy(45, 0.6),
        at,
        note,
        by: 'payee',
        status: rng.chance(0.12) ? rng.pick(['disputed', 'reversed']) : 'settled',
      });
    }
  }
  slipUp(world, seats, 1);
  return labelled(seats, cluster, 'small-debits', 'small debits that nobody ordered');
}
