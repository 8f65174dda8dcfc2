import { type Member, as } from './ring-teams.ts';
import { DAY } from './rules.ts';
import { type Stage, slip } from './slips.ts';
import { type Account, iso } from './state.ts';

/** An honest group; its members are `benign`. */
export type Twin = (stage: Stage) => Member[];

export const benign = (accounts: Account[]): Member[] => as('benign', accounts);

/** Puts a thing on the platform's list of what is known to be shared, in worlds that keep such a list. */
export function list(stage: Stage, type: string, value: string, reason: string): void {
  if (!stage.random.chance(stage.world.rules.listed)) return;
  const since = iso(stage.world.rules.start - stage.random.real(0, 300) * DAY);
  stage.world.tables.known_shared.push({ type, value, reason, since, until: '' });
}

const gathering =
  (
    ground: 'education' | 'coworking' | 'business',
    least: number,
    most: number,
    reason: string,
  ): Twin =>
  (stage) => {
    const { people, random, ties } = stage;
    const city = people.city();
    const members = ties.crew(random.int(least, most), () => ({ city }));
    const place = people.network.place(city, ground, random.int(1, 4));
    ties.gather(members, place, random.real(0.3, 2));
    list(stage, 'ip', place.block, reason);
    slip(stage, members, random.int(0, 2));
    return benign(members);
  };

export const campus = gathering('education', 4, 14, 'campus network');
export const cafe = gathering('business', 3, 8, 'cafe');
export const coworking = gathering('coworking', 3, 10, 'coworking space');

/** A lab of machines that everybody uses in turn. */
export const computerLab: Twin = (stage) => {
  const { people, random, ties } = stage;
  const city = people.city();
  const members = ties.crew(random.int(3, 9), () => ({ city }));
  const place = people.network.place(city, 'education', 2);
  const machines = Array.from({ length: random.int(1, 4) }, () => people.device('desktop'));
  for (const member of members) {
    for (let n = random.int(2, 9); n > 0; n--) {
      member.visits.push({
        at: ties.together([member]),
        line: place,
        device: random.pick(machines),
        remote: 0,
      });
    }
  }
  list(stage, 'ip', place.block, 'library');
  for (const machine of machines) list(stage, 'device', machine, 'public machine');
  return benign(members);
};

/** One home, one machine, one account at the bank. */
export const family: Twin = (stage) => {
  const { people, random, ties, marks } = stage;
  const city = people.city();
  const name = people.person(city).family;
  const address = people.address(city);
  const members = ties.crew(random.int(2, 4), () => {
    const person = people.person(city, random.chance(0.8) ? name : undefined);
    person.address = address;
    return { person };
  });
  const home = members[0]!.desks[0]!;
  for (const member of members.slice(1)) {
    member.desks[0]!.line = home.line;
    if (random.chance(0.6))
      people.desk(member, { line: home.line, device: home.device, weight: random.real(0.2, 1) });
  }
  if (random.chance(0.7)) ties.pool(members, members[0]!.payouts[0]!.purse);
  if (random.chance(0.4)) ties.topUp(members, members[0]!.funding);
  if (random.chance(0.4)) marks.phone(members);
  if (random.chance(0.5)) marks.ship(members, address, city.country.code);
  if (random.chance(0.4)) marks.refer(members);
  if (random.chance(0.2)) marks.voice(members, { bids: true }, 0.3);
  return benign(members);
};

/** Friends under one roof: they share a home, rent and now and then a machine. */
export const flatmates: Twin = (stage) => {
  const { people, random, ties, marks } = stage;
  const city = people.city();
  const members = ties.crew(random.int(2, 5), () => ({ city }));
  const home = people.network.home(city);
  for (const member of members) member.desks[0]!.line = home;
  const landlord = people.bank.stranger(city);
  for (const member of members) {
    for (const { purse } of member.payouts)
      purse.flows.push(people.bank.flow(landlord, random.real(0.2, 0.7), 'rent'));
  }
  if (random.chance(0.5)) marks.refer(members, 0.7);
  slip(stage, members, random.int(1, 4));
  return benign(members);
};

/** Always on the road: many countries, few weeks each, hostels shared with each other. */
export const nomads: Twin = (stage) => {
  const { people, random, ties, world } = stage;
  const members = ties.crew(random.int(1, 4));
  const hostels = Array.from({ length: 3 }, () =>
    people.network.place(people.city(), 'business', 2),
  );
  for (const member of members) {
    let at = Math.max(world.rules.start, member.from);
    member.desks[0]!.weight *= 0.2;
    while (at < world.rules.end) {
      const until = at + random.logNormal(25, 0.6) * DAY;
      const line = random.chance(0.3) ? random.pick(hostels) : people.network.home(people.city());
      people.desk(member, { line, device: member.desks[0]!.device, from: at, until, weight: 2 });
      at = until;
    }
    member.clock.scatter = 5;
    if (random.chance(0.4))
      ties.drain(member.payouts[0]!.purse, random.pick(people.bank.exchanges), 1, 0.6);
  }
  return benign(members);
};

/** A machine is sold on: one has it until then, the next from then. */
export const refurbished: Twin = (stage) => {
  const { people, random, ties, world } = stage;
  const members = ties.crew(random.int(2, 4), (turn) =>
    turn === 0 ? { from: world.moment(-0.5, 0.2) } : {},
  );
  const machine = members[0]!.desks[0]!.device;
  let at = Math.max(members[0]!.from, world.rules.start);
  for (const member of members) {
    const own = member.desks[0]!;
    const until = Math.max(at, member.from) + random.real(40, 160) * DAY;
    if (member === members[0])
      for (const desk of member.desks) desk.until = desk.device === machine ? until : desk.until;
    else
      people.desk(member, {
        line: own.line,
        device: machine,
        from: Math.max(at, member.from),
        until,
        weight: 2,
      });
    if (member === members[0]) people.desk(member, { line: own.line, from: until });
    at = until + random.real(2, 30) * DAY;
  }
  return benign(members);
};

/** Strangers who hide behind the same few exits of one seller, or rent machines in one room. */
export const vpnUsers: Twin = (stage) => {
  const { people, random, ties } = stage;
  const members = ties.crew(random.int(3, 8));
  const line = people.network.vpn(people.city(), 0.2);
  const room = people.network.host();
  const rents = random.chance(0.5);
  for (const member of members) {
    const own = rents ? people.network.rented(room) : line;
    people.desk(member, {
      line: own,
      device: member.desks[0]!.device,
      weight: random.real(0.5, 4),
      remote: rents ? random.real(0, 0.7) : 0,
    });
  }
  if (!rents && random.chance(stage.world.rules.listed)) {
    for (const ip of people.network.exits()) {
      const known = stage.world.tables.known_shared.some((row) => row.value === ip);
      if (!known && random.chance(0.6)) list(stage, 'ip', ip, 'vpn exit');
    }
  }
  return benign(members);
};

/** Staff who reach machines at the office by remote desktop. */
export const remoteOffice: Twin = (stage) => {
  const { people, random, ties } = stage;
  const city = people.city();
  const members = ties.crew(random.int(2, 7), () => ({ city }));
  const office = people.network.place(city, 'business', random.int(1, 2));
  const server = random.chance(0.4) ? people.device('desktop', 1) : '';
  for (const member of members) {
    const device = server || people.device('desktop', 0.9);
    people.desk(member, {
      line: office,
      device,
      weight: random.real(0.5, 3),
      remote: random.real(0.3, 0.9),
    });
    if (random.chance(0.3)) member.clock.starts += random.real(4, 10);
  }
  list(stage, 'ip', office.block, 'office');
  return benign(members);
};
