import { type City } from './places.ts';
import { DAY } from './rules.ts';
import { type Stage, slip, slipAll } from './slips.ts';
import { type Account } from './state.ts';

export interface Member {
  account: Account;
  role: string;
}

export type Scheme = (stage: Stage, size: number) => Member[];

export const as = (role: string, accounts: Account[]): Member[] =>
  accounts.map((account) => ({ account, role }));

/** How many slips a ring of this world makes. */
export function slips(stage: Stage, least: number, most: number): number {
  const { random, world } = stage;
  return least + random.whole((most - least) * random.next() * world.rules.carelessness);
}

/** Puts the hands of a team behind its accounts: the day of their place, and a way in that hides it. */
export function hands(stage: Stage, members: Account[], city: City, hidden: number): void {
  const { people, random, ties, world } = stage;
  const room = people.network.host();
  const style = random.int(0, 2);
  for (const member of members) {
    if (random.chance(0.88)) member.clock = ties.hours(city.offset);
    const at = member.from + random.real(0, 25) * DAY;
    if (!random.chance(hidden)) continue;
    const line =
      style === 0
        ? people.network.rented(random.chance(0.8) ? room : people.network.host())
        : style === 1
          ? people.network.vpn(member.person.city, 0.8)
          : people.network.home(member.person.city);
    const remote = style === 1 ? 0 : random.real(0.1, 0.7);
    const device = people.device('desktop', Math.max(world.rules.remote, 0.4));
    if (random.chance(0.7)) ties.move(member, at, line, device, remote);
    else people.desk(member, { line, device, from: at, weight: 1.5, remote });
  }
}

const hops =
  ({ random, world }: Stage, least: number) =>
  (): number =>
    least + (random.chance(world.rules.hops) ? 1 : 0) + (random.chance(0.1) ? 1 : 0);

/** One machine, one wallet, one story each; the money meets behind two doors, and the texts are cousins. */
export const carefulTeam: Scheme = (stage, size) => {
  const { people, random, ties, marks } = stage;
  const members = ties.crew(size);
  const city = people.city();
  hands(stage, members, city, 0.9);
  ties.drainAll(members, ties.till(city), hops(stage, 1));
  const cousins = random.sample(members, random.int(2, members.length));
  if (random.chance(0.75)) marks.voice(cousins, { bids: true, messages: random.chance(0.4) }, 0.45);
  if (random.chance(0.4)) marks.refer(members, 0.5);
  if (random.chance(0.4)) marks.issuer(random.sample(members, 3));
  slip(stage, members, slips(stage, 1, 4));
  return as('operator', members);
};

/** Everything is shared that can be: machine, address, purse, papers. */
export const carelessTeam: Scheme = (stage, size) => {
  const { people, random, ties, marks } = stage;
  const city = people.city();
  const near = random.chance(0.3);
  const members = ties.crew(size, () => (near ? { city } : {}));
  hands(stage, members, city, 0.4);
  const den = people.network.home(city);
  ties.gather(random.sample(members, size - random.int(0, 1)), den, random.real(0.3, 2));
  slipAll(stage, members, 1);
  slip(stage, members, slips(stage, 2, 8));
  if (random.chance(0.5)) ties.pool(random.sample(members, 3), members[0]!.payouts[0]!.purse);
  else ties.drainAll(members, ties.till(city), () => 0);
  if (random.chance(0.4)) marks.face(random.sample(members, 2));
  return as('operator', members);
};

/** Only words give them away: pitch, talk and résumé, each edited a little. Homes, purses, papers are their own. */
export const copyists: Scheme = (stage, size) => {
  const { random, ties, marks, people } = stage;
  const members = ties.crew(size);
  const trade = members[0]!.trade;
  for (const member of members) {
    if (random.chance(0.7)) member.trade = trade;
    member.row.trade = member.trade;
    member.bids = Math.max(member.bids, random.real(0.8, 2.5));
  }
  marks.voice(
    members,
    { bids: true, messages: true, resume: true, remarks: true },
    random.real(0.1, 0.35),
  );
  const offset = people.city().offset;
  for (const member of members) if (random.chance(0.7)) member.clock = ties.hours(offset);
  slip(stage, members, slips(stage, 0, 3));
  return as('operator', members);
};

/** Real people verify, then other hands take over: by remote access to the owner's machine, or elsewhere. */
export const rentedAccounts: Scheme = (stage, size) => {
  const { people, random, ties, marks, world } = stage;
  const members = ties.crew(size, () => ({ from: world.moment(-0.6, 0.25) }));
  const city = people.city();
  const till = ties.till(city);
  const through = random.chance(0.5);
  const owned = members[0]!;
  for (const member of members) {
    const at = Math.max(member.from, world.rules.start) + random.logNormal(45, 0.6) * DAY;
    member.later = { at, clock: ties.hours(city.offset) };
    const desk = member.desks[0]!;
    if (through !== random.chance(0.15))
      ties.move(member, at, desk.line, desk.device, random.real(0.4, 0.95));
    else ties.move(member, at, people.network.vpn(member.person.city, 0.8), people.device(), 0.1);
    const old = member.payouts[0]!.purse;
    const holder = random.chance(0.5) ? member.person.name : people.person(people.city()).name;
    const fresh = people.bank.open(holder, member.person.city.country.code, { at });
    ties.drain(fresh, till, hops(stage, 0)(), random.real(0.55, 0.85));
    fresh.flows.push(
      people.bank.flow(old, random.real(0.08, 0.25), random.pick(['', 'rent', 'thanks'])),
    );
    ties.pool([member], fresh, at + random.logNormal(6, 0.8) * DAY);
    for (let n = random.int(1, 3); n > 0; n--) {
      const client = random.pick(world.accounts.filter((one) => one.posts > 0 && !one.marked));
      ties.favour(client, member, 1, 300, 5, at);
    }
    member.minPaid = random.int(3, 7);
    member.sessions *= random.real(1, 1.6);
    if (random.chance(0.45))
      world.change(
        member,
        'email',
        people.email(member.person.given, 'work'),
        at + random.real(0, 9) * DAY,
      );
    if (random.chance(0.4))
      world.change(member, 'phone', people.phone(member.person.city), at + random.real(0, 9) * DAY);
  }
  if (random.chance(0.7))
    marks.voice(members, { bids: true, messages: true }, 0.3, owned.later!.at);
  slip(stage, members, slips(stage, 1, 4), [
    'text',
    'referral',
    'shipping',
    'card',
    'address',
    'website',
  ]);
  return members.map((account) => ({ account, role: random.chance(0.7) ? 'unwitting' : 'mule' }));
};

/** One household keeps many machines; somebody far away works on them; parcels go to the keeper. */
export const laptopFarm: Scheme = (stage, size) => {
  const { people, random, ties, marks, world } = stage;
  const members = ties.crew(size);
  const [keeper, ...others] = members as [Account, ...Account[]];
  const abroad = people.city();
  const farm = people.network.home(keeper.person.city);
  for (const member of others) {
    const at = Math.max(member.from + random.logNormal(8, 0.8) * DAY, world.rules.start);
    const device = random.chance(0.15) ? keeper.desks[0]!.device : people.device('laptop', 0.85);
    ties.move(member, at, farm, device, random.real(0.15, 0.7));
    member.clock = ties.hours(abroad.offset);
    for (const { purse } of member.payouts) {
      purse.flows.push(
        people.bank.flow(
          keeper.payouts[0]!.purse,
          random.real(0.04, 0.15),
          random.pick(['', 'rent', 'power']),
        ),
      );
    }
  }
  ties.gather([keeper], farm, 1);
  if (random.chance(0.6)) ties.drainAll(others, ties.till(abroad), hops(stage, 0));
  marks.ship(
    random.sample(others, random.int(2, others.length)),
    keeper.person.address,
    keeper.person.city.country.code,
  );
  slip(stage, members, slips(stage, 0, 3));
  return [{ account: keeper, role: 'mule' }, ...as('operator', others)];
};

/** One seat, many accounts: sessions follow each other through the day and never overlap. */
export const relay: Scheme = (stage, size) => {
  const { people, random, ties, marks } = stage;
  const members = ties.crew(size);
  const city = people.city();
  const room = people.network.host();
  const seat = people.network.rented(room);
  const start = random.real(7, 12);
  members.forEach((member, turn) => {
    member.clock = { offset: city.offset, starts: start + (turn * 11) / size, scatter: 0.5 };
    const own = random.chance(0.5)
      ? people.network.rented(room)
      : people.network.vpn(member.person.city);
    people.desk(member, {
      line: own,
      device: member.desks[0]!.device,
      weight: random.real(0.5, 2),
    });
    for (let n = random.int(2, 6); n > 0; n--) {
      member.visits.push({
        at: ties.together([member]),
        line: seat,
        device: member.desks[0]!.device,
        remote: 0.3,
      });
    }
  });
  marks.voice(random.sample(members, size - 1), { messages: true, resume: true }, 0.35);
  ties.drainAll(random.sample(members, size - 1), ties.till(city), hops(stage, 0));
  slip(stage, members, slips(stage, 1, 4));
  return as('operator', members);
};

/** Floods of bids from one mould; an account is dropped once a client writes, the next one stands ready. */
export const bidFactory: Scheme = (stage, size) => {
  const { people, random, ties, marks, world } = stage;
  const step = (world.rules.end - world.rules.start) / (size + 1);
  const trade = random.pick(['web', 'mobile', 'ai', 'data', 'design', 'blockchain']);
  const members = ties.crew(size, (turn) => ({
    trade,
    from: world.rules.start + step * (turn + random.real(-0.5, 0.4)),
  }));
  const city = people.city();
  hands(stage, members, city, 0.6);
  for (const member of members) {
    member.bids = random.real(6, 28);
    member.skill *= random.real(0.1, 0.6);
    member.sessions = Math.max(member.sessions, 1);
    member.minPaid = random.int(0, 3);
    if (random.chance(0.6)) {
      const at = member.from + step * random.real(0.6, 1.6);
      ties.close(
        member,
        at,
        random.chance(0.7) ? 'closed' : 'suspended',
        random.pick(['own request', 'inactive', 'terms', '']),
      );
    }
  }
  marks.voice(members, { bids: true, messages: random.chance(0.5) }, random.real(0.15, 0.4));
  if (random.chance(0.6))
    ties.topUp(random.sample(members, size - random.int(0, 1)), members[0]!.funding);
  else marks.refer(members);
  slip(stage, members, slips(stage, 1, 4));
  return as('operator', members);
};
