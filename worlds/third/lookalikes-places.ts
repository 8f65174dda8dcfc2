import { labelled } from './crews.ts';
import { payoutFor } from './money.ts';
import type { Net } from './networks.ts';
import { drawCountry, drawHousehold, drawPerson, type Person } from './people.ts';
import type { City, Country } from './places.ts';
import { DAY } from './regime.ts';
import { alive, alsoAt, drawOpening, handOver, openSeat, type Label, type Seat } from './seats.ts';
import type { World } from './state.ts';

export function benign(seats: Seat[], cluster: string, kind: string, note: string): Label[] {
  return labelled(seats, cluster, kind, note, () => 'benign');
}

export function declareShared(world: World, type: string, value: string, reason: string): void {
  if (world.rng.chance(world.regime.knowsShared))
    world.tables.add('known_shared', { type, value, reason });
}

/** Mostly people who work; now and then somebody who hires. */
export function worker(world: World, person?: Person): Seat {
  const role = world.rng.chance(0.12) ? 'both' : 'developer';
  return openSeat(world, person ? { role, person } : { role });
}

/** People of one town, each from their own home. */
export function townsfolk(
  world: World,
  count: number,
): { country: Country; city: City; seats: Seat[] } {
  const first = drawHousehold(world);
  const { country, city } = first;
  const seats = Array.from({ length: count }, (_, i) => {
    const home = i === 0 ? first : { ...drawHousehold(world, country), city };
    return worker(world, drawPerson(world, { home }));
  });
  return { country, city, seats };
}

export function family(world: World, cluster: string, count: number): Label[] {
  const { rng, regime } = world;
  const home = drawHousehold(world);
  const first = drawPerson(world, { home });
  const people = [first];
  while (people.length < Math.min(count, 5)) {
    people.push(
      drawPerson(world, rng.chance(0.75) ? { home, family: first.name.family } : { home }),
    );
  }
  const seats = people.map((person) => worker(world, person));
  const declared = rng.chance(regime.declares);
  const bank = seats[0]!.payouts[0]!;
  for (const seat of seats.slice(1)) {
    if (rng.chance(0.7)) alsoAt(seat, { desk: first.desks[0]!.desk, weight: rng.between(3, 14) });
    if (rng.chance(0.6)) seat.payouts = [{ purse: bank.purse, from: seat.created }];
    if (rng.chance(0.3)) seat.phone = first.phone;
    if (rng.chance(0.3)) seat.referredBy = seats[0];
    if (!declared) continue;
    world.tables.add('links', {
      from_type: 'account',
      from_id: seats[0]!.id,
      to_type: 'account',
      to_id: seat.id,
      kind: 'family_of',
      source: 'own statement',
    });
  }
  return benign(seats, cluster, 'family', 'one home, one machine, one bank account');
}

export function housemates(world: World, cluster: string, count: number): Label[] {
  const home = drawHousehold(world);
  const seats = Array.from({ length: Math.min(count, 5) }, () =>
    worker(world, drawPerson(world, { home })),
  );
  return benign(seats, cluster, 'housemates', 'strangers who share a flat');
}

function gather(world: World, seats: Seat[], net: Net, low: number, high: number): void {
  for (const seat of seats) {
    const own = seat.person.desks[0]!.desk;
    alsoAt(seat, { desk: { ...own, net }, weight: world.rng.between(low, high) });
  }
}

export function campus(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const { country, city, seats } = townsfolk(world, count + rng.int(1, 5));
  const net = world.nets.place('education', country, city, rng.int(1, 6));
  gather(world, seats, net, 4, 30);
  const shared = rng.chance(0.35) ? world.machines.draw() : undefined;
  for (const seat of seats) {
    if (rng.chance(0.7)) seat.school = seats[0]!.school;
    const own = seat.person.desks[0]!.desk;
    if (shared && rng.chance(0.4))
      alsoAt(seat, { desk: { ...own, net, device: shared }, weight: 2 });
  }
  const ips = new Set(Array.from({ length: 40 }, () => net.at(0)));
  for (const ip of ips) declareShared(world, 'ip', `${ip}/32`, 'campus');
  return benign(seats, cluster, 'campus', 'students of one school');
}

export function cafe(world: World, cluster: string, count: number): Label[] {
  const { country, city, seats } = townsfolk(world, count);
  const net = world.nets.place('business', country, city);
  gather(world, seats, net, 2, 14);
  declareShared(world, 'ip', `${net.at(0)}/32`, 'café');
  return benign(seats, cluster, 'cafe', 'guests of one café');
}

export function coworking(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const { country, city, seats } = townsfolk(world, count + rng.int(0, 4));
  const net = world.nets.place('coworking', country, city, rng.int(1, 2));
  gather(world, seats, net, 6, 30);
  if (rng.chance(0.3))
    for (const seat of seats)
      if (rng.chance(0.4))
        seat.referredBy = rng.pick(
          seats.filter((other) => other.created < seat.created).concat(seat),
        );
  for (const seat of seats) if (seat.referredBy === seat) seat.referredBy = undefined;
  declareShared(world, 'ip', `${net.at(0)}/32`, 'coworking');
  return benign(seats, cluster, 'coworking', 'tenants of one coworking space');
}

export function vpnUsers(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const exit = drawCountry(rng);
  const provider = rng.int(0, 4);
  const seats = Array.from({ length: count }, () => worker(world));
  gather(world, seats, world.nets.tunnel(exit, provider), 8, 60);
  return benign(seats, cluster, 'vpn-users', 'customers of one VPN');
}

/** Staff of an ordinary firm who work on its terminal server. */
export function terminalServer(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const { country, seats } = townsfolk(world, count);
  const net = world.nets.hosted(country);
  net.ports.push(3389);
  const device = rng.chance(0.6) ? world.machines.draw() : undefined;
  device?.tools.add('RDP');
  for (const seat of seats) {
    const own = seat.person.desks[0]!.desk;
    const desk = {
      ...own,
      net,
      port: 3389,
      device: device ?? own.device,
      leftOpen: rng.between(0, 0.08),
    };
    alsoAt(seat, { desk, weight: rng.between(4, 40) });
    seat.employer = rng.chance(0.6) ? seats[0]!.employer : seat.employer;
  }
  return benign(seats, cluster, 'terminal-server', 'staff on one remote desktop server');
}

/** A machine that is used, wiped, sold on and used again. */
export function refurbished(world: World, cluster: string, count: number): Label[] {
  const { rng, regime } = world;
  const seats = Array.from({ length: Math.min(count, 4) }, () => worker(world));
  const device = world.machines.draw();
  const part = (regime.end - regime.start) / seats.length;
  seats.forEach((seat, i) => {
    const from = regime.start + part * i + rng.between(0, 0.2) * part;
    const until = regime.start + part * (i + 1) - rng.between(0, 0.2) * part;
    if (seat.created > until - 20 * DAY) seat.created = regime.start - rng.logBetween(3, 500) * DAY;
    const own = seat.person.desks[0]!.desk;
    alsoAt(seat, { desk: { ...own, device }, weight: rng.between(10, 60) }, from, until);
  });
  return benign(seats, cluster, 'refurbished', 'one machine with one owner after another');
}

/** Two or three at one office machine, one after the other each day. */
export function shifts(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const { country, city, seats: folk } = townsfolk(world, Math.min(count, 3));
  const device = world.machines.draw();
  const net = world.nets.place('business', country, city);
  folk.forEach((seat, i) => {
    const rhythm = { ...seat.person.rhythm, offset: city.offset, from: 6 + i * 7, span: 7 };
    const desk = { device, net, rhythm, leftOpen: 0 };
    handOver(seat, [
      { desk, weight: rng.between(5, 20) },
      ...seat.person.desks.map((seated) => ({ ...seated, weight: seated.weight / 3 })),
    ]);
    seat.employer = folk[0]!.employer;
  });
  return benign(folk, cluster, 'shifts', 'shifts at one office machine');
}

/** An assistant who looks after the accounts of several busy people. */
export function assistant(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const helper = drawPerson(world);
  const seats = Array.from({ length: Math.min(count, 5) }, (_, i) =>
    i === 0
      ? worker(world, helper)
      : openSeat(world, { role: rng.pick(['client', 'developer', 'both']) }),
  );
  for (const seat of seats.slice(1)) {
    const { from, until } = alive(world, seat);
    const start = rng.chance(0.5) ? 0 : rng.between(from, until);
    alsoAt(seat, { desk: helper.desks[0]!.desk, weight: rng.between(2, 14) }, start);
    const pay = seats[0]!.payouts[0]!.purse;
    const own = seat.funding?.purse ?? seat.payouts[0]?.purse;
    own?.dues.push({
      to: pay,
      amount: rng.heavy(90, 0.5),
      day: rng.int(1, 25),
      note: 'assistance',
    });
  }
  return benign(seats, cluster, 'assistant', 'one assistant for several owners');
}

export function namesakes(world: World, cluster: string): Label[] {
  const { rng } = world;
  const first = worker(world);
  const seats = [first];
  const count = rng.int(2, 3);
  while (seats.length < count) {
    const person = drawPerson(world, rng.chance(0.7) ? { country: first.person.home.country } : {});
    person.name = first.person.name;
    person.display = first.person.display;
    if (rng.chance(0.3)) person.birth = first.person.birth;
    const seat = worker(world, person);
    seat.payouts = [{ purse: payoutFor(world, person), from: drawOpening(world) }];
    seat.payouts[0]!.from = seat.created;
    seats.push(seat);
  }
  return benign(seats, cluster, 'namesakes', 'different people of one name');
}
