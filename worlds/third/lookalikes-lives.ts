import { benign, worker } from './lookalikes-places.ts';
import { openPurse, payoutFor } from './money.ts';
import { drawName } from './names.ts';
import {
  drawCountry,
  drawEmail,
  drawHousehold,
  drawPerson,
  drawPhone,
  type Seated,
} from './people.ts';
import { DAY } from './regime.ts';
import { alive, alsoAt, handOver, moveOpening, openSeat, type Label, type Seat } from './seats.ts';
import type { World } from './state.ts';
import { copyVoice, drawVoice } from './texts.ts';

function midlife(world: World, seat: Seat): number {
  const { from, until } = alive(world, seat);
  return world.rng.between(from + (until - from) * 0.1, from + (until - from) * 0.7);
}

/** The desks one has after going to live in another place. */
function desksIn(world: World, seat: Seat, keepClock: boolean): Seated[] {
  const home = drawHousehold(world);
  const offset = keepClock ? seat.person.rhythm.offset : home.city.offset;
  const rhythm = { ...seat.person.rhythm, offset };
  const net = world.rng.chance(0.5) ? home.line : world.cafe(home.country, home.city);
  const { laptop, pocket } = seat.person;
  return [
    { desk: { device: laptop, net, rhythm, leftOpen: 0 }, weight: 6 },
    {
      desk: {
        device: pocket,
        net: world.nets.mobile(home.country, home.city),
        rhythm,
        leftOpen: 0,
      },
      weight: 2,
    },
  ];
}

export function nomad(world: World, cluster: string): Label[] {
  const { rng } = world;
  const seat = worker(world);
  const { from, until } = alive(world, seat);
  for (let at = from; at < until; at += rng.logBetween(7, 90) * DAY) {
    handOver(seat, desksIn(world, seat, rng.chance(0.5)), at);
  }
  if (rng.chance(0.4)) {
    const net = world.nets.tunnel(seat.person.home.country);
    alsoAt(seat, { desk: { ...seat.person.desks[0]!.desk, net }, weight: 6 });
  }
  return benign([seat], cluster, 'nomad', 'works from many countries');
}

export function mover(world: World, cluster: string): Label[] {
  const { rng } = world;
  const seat = worker(world);
  const at = midlife(world, seat);
  const before = seat.person.home;
  handOver(seat, desksIn(world, seat, false), at);
  const old = drawHousehold(world, before.country);
  const days = (): number => at + rng.normal(0, 12) * DAY;
  const was = drawHousehold(world);
  seat.changes.push({
    field: 'address',
    before: `${old.address}, ${old.city.name}`,
    after: seat.address,
    at: days(),
  });
  if (rng.chance(0.7)) {
    seat.changes.push({
      field: 'country',
      before: was.country.code,
      after: before.country.code,
      at: days(),
    });
    seat.changes.push({ field: 'timezone', before: was.city.zone, after: seat.zone, at: days() });
  }
  if (rng.chance(0.6)) {
    const phone = drawPhone(rng, was.country);
    seat.changes.push({ field: 'phone', before: phone, after: seat.phone, at: days() });
  }
  if (rng.chance(0.7))
    seat.payouts.push({ purse: payoutFor(world, seat.person), from: at + rng.heavy(9, 1) * DAY });
  return benign([seat], cluster, 'mover', 'moved abroad');
}

/** Closed one account and opened another later, in the same name. */
export function returner(world: World, cluster: string): Label[] {
  const { rng, regime } = world;
  const person = drawPerson(world);
  const first = openSeat(world, { role: 'developer', person });
  const second = openSeat(world, { role: 'developer', person, trade: first.trade });
  const span = regime.end - regime.start;
  moveOpening(first, regime.start - rng.logBetween(10, 900) * DAY);
  first.closed = regime.start + span * rng.between(0.2, 0.5);
  first.status = rng.chance(0.2) ? 'suspended' : 'closed';
  first.closedReason = rng.pick(['own request', 'inactive', '']);
  moveOpening(second, first.closed + rng.logBetween(3, 120) * DAY);
  second.closed = undefined;
  second.status = 'active';
  second.closedReason = '';
  second.voice = copyVoice(rng, second.voice, first.voice, {
    bid: true,
    talk: true,
    cv: true,
    edit: 0.05,
  });
  if (rng.chance(0.6)) second.payouts = [{ purse: first.payouts[0]!.purse, from: second.created }];
  if (rng.chance(0.5)) second.email = drawEmail(rng, person.name);
  return benign([first, second], cluster, 'returner', 'came back after closing');
}

/** A marriage: another name on the newer papers and the bank account. */
export function twoNames(world: World, cluster: string): Label[] {
  const { rng } = world;
  const seat = worker(world);
  const { person } = seat;
  const at = midlife(world, seat);
  const maiden = drawName(rng, person.nationality.culture);
  const before = `${person.name.given} ${maiden.family}`;
  const old = seat.papers;
  old.extra.push({
    name: before,
    photo: old.photo,
    number: `${rng.pick(['P', 'K', 'T'])}${rng.digits(8)}`,
    at: seat.created,
  });
  seat.changes.push({ field: 'legal_name', before, after: person.display, at });
  if (rng.chance(0.6))
    seat.changes.push({ field: 'display_name', before, after: seat.display, at });
  const bank = openPurse(
    world,
    'bank',
    rng.chance(0.5) ? before : person.display,
    person.home.country,
  );
  seat.payouts.push({ purse: bank, from: at + rng.heavy(10, 1) * DAY });
  return benign([seat], cluster, 'two-names', 'changed name by marriage');
}

/** Two accounts of one person, one for each trade, said openly. */
export function twins(world: World, cluster: string): Label[] {
  const { rng, regime } = world;
  const person = drawPerson(world);
  const first = openSeat(world, { role: 'developer', person });
  const second = openSeat(world, { role: 'both', person });
  if (rng.chance(0.7)) second.payouts = [{ purse: first.payouts[0]!.purse, from: second.created }];
  if (rng.chance(0.5)) second.voice = first.voice;
  if (rng.chance(Math.max(0.3, regime.declares))) {
    const link = { from_type: 'account', from_id: first.id, to_type: 'account', to_id: second.id };
    world.tables.add('links', { ...link, kind: 'linked_to', source: 'own statement' });
  }
  return benign([first, second], cluster, 'twin-accounts', 'two accounts of one person');
}

/** Works like a ring's member in every way, and shares nothing with anybody. */
export function loner(world: World, cluster: string): Label[] {
  const { rng } = world;
  const seat = worker(world);
  const { person } = seat;
  const far = drawCountry(rng);
  const rhythm = {
    ...person.rhythm,
    offset: rng.pick(far.cities).offset,
    minutes: rng.logBetween(40, 200),
  };
  const way = rng.next();
  const claimed = person.home.country;
  const net =
    way < 0.35
      ? world.nets.hosted(claimed)
      : way < 0.6
        ? world.nets.tunnel(claimed)
        : way < 0.8
          ? world.nets.proxy(claimed)
          : person.home.line;
  const port = rng.pick([3389, 5938, 5900]);
  net.ports.push(port);
  if (rng.chance(0.6)) person.laptop.tools.add(rng.pick(['AnyDesk', 'TeamViewer', 'RDP']));
  const desk = { device: world.machines.draw(), net, rhythm, port, leftOpen: rng.between(0, 0.12) };
  handOver(seat, [{ desk, weight: 8 }]);
  if (rng.chance(0.7)) seat.bidding *= rng.between(2, 7);
  if (rng.chance(0.7)) {
    const purse = openPurse(
      world,
      rng.pick(['crypto', 'wallet', 'prepaid']),
      person.display,
      claimed,
      { rest: rng.logBetween(0.3, 5) },
    );
    const next = openPurse(world, rng.pick(['crypto', 'bank']), person.display, drawCountry(rng), {
      rest: rng.logBetween(0.4, 9),
    });
    purse.outlets.push({ to: next, share: rng.between(0.6, 0.95), note: '' });
    next.outlets.push({
      to: rng.pick(world.hubs.exchanges),
      share: rng.between(0.6, 0.95),
      note: 'sell',
    });
    seat.payouts = [{ purse, from: seat.created }];
  }
  if (rng.chance(0.6)) {
    const model = rng.pick(world.publicVoices);
    seat.voice = copyVoice(rng, seat.voice, model, { bid: true, edit: rng.between(0, 0.4) });
  }
  return benign([seat], cluster, 'loner', 'works like a ring’s member, alone');
}

/** On a journey, works through the own machine at home. */
export function homeRemote(world: World, cluster: string): Label[] {
  const { rng } = world;
  const seat = worker(world);
  const { laptop, home, rhythm } = seat.person;
  const port = rng.pick([3389, 5938, 7070]);
  home.line.ports.push(port);
  laptop.tools.add(rng.pick(['AnyDesk', 'TeamViewer', 'RustDesk']));
  const away = { ...rhythm, offset: rng.pick(drawCountry(rng).cities).offset };
  const at = midlife(world, seat);
  handOver(
    seat,
    [
      {
        desk: { device: laptop, net: home.line, rhythm: away, port, leftOpen: rng.between(0, 0.1) },
        weight: 8,
      },
    ],
    at,
  );
  if (rng.chance(0.5))
    seat.payouts.push({ purse: payoutFor(world, seat.person), from: at + rng.normal(0, 20) * DAY });
  return benign([seat], cluster, 'home-remote', 'works through the own machine at home');
}

/** A stolen bag: new phone, mail, machine and bank card within a week. */
export function freshStart(world: World, cluster: string): Label[] {
  const { rng } = world;
  const seat = worker(world);
  const at = midlife(world, seat);
  const device = world.machines.draw();
  const desks = seat.person.desks.map((seated) => ({
    ...seated,
    desk: { ...seated.desk, device },
  }));
  handOver(seat, desks, at);
  const phone = drawPhone(rng, seat.person.home.country);
  seat.changes.push({
    field: 'phone',
    before: phone,
    after: seat.phone,
    at: at + rng.heavy(1, 1) * DAY,
  });
  if (rng.chance(0.6)) {
    const before = drawEmail(rng, seat.person.name);
    seat.changes.push({
      field: 'email',
      before,
      after: seat.email,
      at: at + rng.heavy(1, 1) * DAY,
    });
  }
  seat.payouts.push({ purse: payoutFor(world, seat.person), from: at + rng.heavy(4, 1) * DAY });
  if (rng.chance(0.3)) seat.voice = drawVoice(rng);
  return benign([seat], cluster, 'fresh-start', 'new phone, machine and bank at once');
}
