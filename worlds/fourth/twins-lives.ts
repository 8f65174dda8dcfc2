import { type Member } from './ring-teams.ts';
import { DAY } from './rules.ts';
import { type Stage } from './slips.ts';
import { type Account, isDay } from './state.ts';
import { type Twin, benign, list } from './twins-places.ts';

/** Somebody moves abroad: address, hours, bank and telephone change at once. */
export const movedAbroad: Twin = (stage) => {
  const { people, random, ties, world } = stage;
  const members = ties.crew(random.int(1, 3), () => ({ from: world.moment(-0.8, 0.2) }));
  for (const member of members) {
    const city = people.city();
    const at = ties.together([member], 0.2);
    const device = random.chance(0.6) ? member.desks[0]!.device : people.device();
    ties.move(member, at, people.network.home(city), device);
    member.later = { at, clock: ties.hours(city.offset) };
    const { name } = member.person;
    const fresh = people.bank.open(name, city.country.code, {
      at,
      flows: people.bank.habits(name, city),
    });
    if (random.chance(0.8)) ties.pool([member], fresh, at + random.logNormal(20, 0.8) * DAY);
    const later = (): number => at + random.logNormal(15, 0.9) * DAY;
    if (random.chance(0.6)) world.change(member, 'phone', people.phone(city), later());
    if (random.chance(0.5)) world.change(member, 'address', people.address(city), later());
    if (random.chance(0.3)) world.change(member, 'country', city.country.code, later());
    if (random.chance(0.3))
      world.change(
        member,
        'email',
        people.email(member.person.given, member.person.family),
        later(),
      );
  }
  return benign(members);
};

/** A second account of the same person, with the same face, machine, home and words. */
function again(stage: Stage, old: Account, from: number): Account {
  const { people, random, ties, marks } = stage;
  const [fresh] = ties.crew(1, () => ({ person: old.person, from, trade: old.trade })) as [Account];
  const desk = old.desks[0]!;
  fresh.desks[0]!.line = desk.line;
  if (random.chance(0.7)) people.desk(fresh, { line: desk.line, device: desk.device, weight: 1.5 });
  fresh.clock = old.clock;
  if (random.chance(0.6)) ties.pool([fresh], old.payouts.at(-1)!.purse);
  if (random.chance(0.7))
    marks.voice([old, fresh], { bids: true, messages: true, resume: true }, 0.2);
  return fresh;
}

/** Closed at their own wish, and back later under the same name. */
export const returned: Twin = (stage) => {
  const { random, ties, world } = stage;
  const [old] = ties.crew(1, () => ({ from: world.moment(-0.7, 0.2) })) as [Account];
  const ends = ties.together([old], 0.2) - 30 * DAY;
  ties.close(
    old,
    Math.max(ends, old.from + 20 * DAY),
    'closed',
    random.pick(['own request', 'inactive', '']),
  );
  const fresh = again(
    stage,
    old,
    Math.min(old.until, world.rules.end - 60 * DAY) + random.logNormal(30, 0.8) * DAY,
  );
  return benign([old, fresh]);
};

/** A new name after marriage, and a new account with it: one face, two names. */
export const married: Twin = (stage) => {
  const { people, random, ties, world } = stage;
  const [old] = ties.crew(1, () => ({ from: world.moment(-0.7, 0.2) })) as [Account];
  const before = { ...old.person };
  const family = people.person(before.city).family;
  const person = {
    ...before,
    family,
    name: `${before.given} ${family}`,
    email: people.email(before.given, family),
    number: people.person(before.city).number,
  };
  const at = ties.together([old], 0.2);
  if (random.chance(0.4)) {
    world.change(old, 'legal_name', person.name, at);
    world.change(old, 'email', person.email, at + 3 * DAY);
    people.registry.paper(old, 'passport', at, {
      name_on_document: person.name,
      number: person.number,
    });
    return benign([old]);
  }
  old.person = person;
  const fresh = again(stage, old, Math.min(at, world.rules.end - 60 * DAY));
  old.person = before;
  if (random.chance(0.5))
    ties.close(old, fresh.from + random.logNormal(20, 0.9) * DAY, 'closed', 'own request');
  return benign([old, fresh]);
};

/** One person, two accounts, and the platform was told. */
export const declaredTwin: Twin = (stage) => {
  const { random, ties, world } = stage;
  const [first] = ties.crew(1, () => ({ from: world.moment(-0.7, 0.4) })) as [Account];
  const second = again(
    stage,
    first,
    Math.max(first.from, world.rules.start) + random.logNormal(60, 0.7) * DAY,
  );
  if (random.chance(world.rules.declared)) {
    world.tables.links.push({
      from_type: 'account',
      from_id: first.id,
      to_type: 'account',
      to_id: second.id,
      kind: random.pick(['linked_to', 'owner_of', 'other']),
      share_percent: '',
      since: isDay(second.from),
      until: '',
      source: 'declared by the holder',
    });
  }
  list(stage, 'device', first.desks[0]!.device, 'declared second account');
  return benign([first, second]);
};

/** Works in every way like a member of a ring, and shares nothing with anybody. */
export const loner: Twin = (stage) => {
  const { people, random, ties, marks, world } = stage;
  const members = ties.crew(random.int(1, 3));
  for (const member of members) {
    const city = people.city();
    const at = Math.max(member.from, world.rules.start) + random.real(0, 90) * DAY;
    const oddities: (() => void)[] = [
      () => (member.clock = ties.hours(city.offset)),
      () => {
        const line = random.chance(0.5)
          ? people.network.rented(people.network.host())
          : people.network.vpn(member.person.city, 0.8);
        ties.move(member, at, line, people.device('desktop', 0.6), random.real(0, 0.7));
      },
      () => {
        const desk = member.desks[0]!;
        ties.move(member, at, desk.line, desk.device, random.real(0.3, 0.9));
      },
      () => ties.drainAll([member], random.pick(people.bank.exchanges), () => random.int(0, 2)),
      () => ties.drainAll([member], ties.till(city), () => random.int(0, 1)),
      () => {
        member.bids = random.real(6, 28);
        member.skill *= 0.4;
        member.sessions = Math.max(member.sessions, 1);
      },
      () => world.change(member, 'phone', people.phone(city), at),
      () => world.change(member, 'email', people.email(member.person.given, 'work'), at),
      () => people.payout(member, at),
      () => marks.website([member], `https://${random.hex(8)}.example`, 0.6),
      () => marks.issuer([member]),
      () => marks.ship([member], people.address(city), city.country.code),
      () => marks.profile(member, true),
    ];
    for (const oddity of random.sample(oddities, random.int(4, 9))) oddity();
  }
  // Each stands alone: no two share a group.
  return benign(members);
};

/** A popular person brings many; they know each other by that alone. */
export const referrer: Twin = (stage) => {
  const { random, ties, world } = stage;
  const [first] = ties.crew(1, () => ({ from: world.moment(-0.8, 0) })) as [Account];
  const brought = ties.crew(random.int(3, 8), () => ({ from: world.moment(0, 0.7) }));
  for (const member of brought) member.row.referred_by = first.id;
  return benign([first, ...brought]);
};

/** Honest people whose poor scans of one form look alike, or whose clerk mistyped a number. */
export const poorScans: Twin = (stage) => {
  const { people, random, ties, marks } = stage;
  const city = people.city();
  const members = ties.crew(random.int(2, 6), () => ({ city }));
  if (random.chance(0.7)) marks.scan(members);
  else marks.number(members.slice(0, 2));
  if (random.chance(0.4)) marks.issuer(members);
  for (const member of members) {
    for (const paper of member.papers)
      if (random.chance(0.4)) paper.verification_result = 'poor_image';
  }
  return benign(members);
};

/** A relative abroad collects: most of the pay is sent home, and a parcel goes to the same door. */
export const sendsHome: Twin = (stage): Member[] => {
  const { people, random, ties, marks } = stage;
  const home = people.city();
  const members = ties.crew(random.int(2, 4), () => ({
    person: { ...people.person(home), city: people.city() },
  }));
  const elder = people.bank.stranger(home, random.chance(0.5) ? [people.bank.shopping(0.5)] : []);
  for (const member of members) {
    for (const { purse } of member.payouts)
      purse.flows.push(people.bank.flow(elder, random.real(0.3, 1.2), 'family'));
  }
  if (random.chance(0.4)) marks.ship(members, people.address(home), home.country.code);
  if (random.chance(0.3)) marks.refer(members);
  return benign(members);
};
