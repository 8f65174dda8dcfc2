import { company, employ, firmName } from './firms.ts';
import { type Scheme, as, hands, slips } from './ring-teams.ts';
import { DAY } from './rules.ts';
import { type Stage, slip } from './slips.ts';
import { type Account, isDay } from './state.ts';

/** Ordinary clients who have an account at that time. */
function clientsAt({ random, world }: Stage, at: number, count: number): Account[] {
  const open = (one: Account): boolean => one.from <= at && one.until > at + 60 * DAY;
  return random.sample(
    world.accounts.filter((one) => one.posts > 0 && !one.marked && open(one)),
    count,
  );
}

/** Clients that exist to rate their own developers; what they pay comes back to them by a detour. */
export const boosters: Scheme = (stage, size) => {
  const { people, random, ties, marks, world } = stage;
  const clients = ties.crew(Math.max(1, Math.round(size * random.real(0.2, 0.45))), () => ({
    role: 'client',
  }));
  const developers = ties.crew(size - clients.length, () => ({ role: 'developer' }));
  const city = people.city();
  hands(stage, [...clients, ...developers], city, random.real(0.2, 0.8));
  const purses = clients.map((client) => client.funding);
  // Careless ones pay in and out by one purse; the others let the money go round.
  const blunt = random.chance(0.25 * world.rules.carelessness + 0.05);
  for (const developer of developers) {
    const back = random.pick(purses);
    if (blunt && random.chance(0.6)) ties.pool([developer], back);
    else {
      for (const { purse } of developer.payouts) {
        ties.drain(
          purse,
          back,
          random.int(world.rules.hops > 0.5 ? 1 : 0, 2),
          random.real(0.4, 0.85),
        );
      }
    }
    developer.minPaid = random.int(2, 6);
    const from = Math.max(developer.from, world.rules.start) + random.real(0, 60) * DAY;
    for (const client of random.sample(clients, random.int(1, clients.length))) {
      ties.favour(client, developer, random.int(2, 6), random.real(40, 160), 5, from);
    }
  }
  for (const client of clients) client.posts *= 0.5;
  if (random.chance(0.6))
    marks.voice(clients, { remarks: true, messages: random.chance(0.5) }, 0.2);
  if (random.chance(0.4)) marks.scan(random.sample([...clients, ...developers], 3));
  slip(stage, [...clients, ...developers], slips(stage, 1, 4));
  return as('operator', [...clients, ...developers]);
};

/** A company in front, declared or not; its developers are others' hands, and what it earns passes through a second one. */
export const frontAgency: Scheme = (stage, size) => {
  const { people, random, ties, marks, world } = stage;
  const [head] = ties.crew(1, () => ({ role: 'agency' })) as [Account];
  const members = ties.crew(size - 1);
  const far = people.city();
  hands(stage, members, far, 0.7);
  const firm = company(stage, head, firmName(stage), random.logNormal(1.2, 0.9));
  const second = company(stage, head, firmName(stage), random.logNormal(0.8, 0.9));
  const till = ties.till(far);
  second.purse.flows = [
    people.bank.flow(till, random.real(0.6, 0.9), 'invoice'),
    people.bank.shopping(0.05),
  ];
  ties.drain(
    firm.purse,
    second.purse,
    random.chance(world.rules.hops * 0.4) ? 1 : 0,
    random.real(0.6, 0.9),
  );
  ties.pool([head, ...members.filter(() => random.chance(0.75))], firm.purse);
  for (const member of members) {
    const last = member.payouts.at(-1)!.purse;
    if (last !== firm.purse) ties.drain(last, firm.purse, 1, random.real(0.5, 0.9));
  }
  if (random.chance(world.rules.declared))
    employ(stage, firm.id, [head, ...members], random.real(0.3, 1));
  marks.voice(
    random.sample([head, ...members], size - 1),
    { resume: true, bids: random.chance(0.6) },
    0.3,
  );
  if (random.chance(0.5)) marks.issuer(random.sample(members, 3));
  if (random.chance(0.6)) {
    marks.website([head, ...random.sample(members, 1)], `https://${random.hex(7)}.example`, 0.5);
  }
  slip(stage, [head, ...members], slips(stage, 1, 4));
  return [{ account: head, role: 'mule' }, ...as('operator', members)];
};

/** One face, one scan, one number or one issuer under several names; else the accounts live apart. */
export const documentMill: Scheme = (stage, size) => {
  const { people, random, ties, marks, world } = stage;
  const begun = world.moment(0, 0.6);
  const members = ties.crew(size, () => ({ from: begun + random.logNormal(12, 0.9) * DAY }));
  const room = people.network.host();
  for (const member of members) {
    const line = random.chance(0.7)
      ? people.network.rented(room)
      : people.network.vpn(member.person.city);
    member.visits.push({
      at: member.from + random.real(1, 50) * 3_600_000,
      line,
      device: member.desks[0]!.device,
      remote: 0.2,
    });
  }
  const arts = [
    {
      on: world.has('documents.photo_hash'),
      do: () => marks.face(random.sample(members, random.int(2, 4))),
    },
    {
      on: world.has('documents.perceptual_hash'),
      do: () => marks.scan(random.sample(members, random.int(2, size))),
    },
    { on: world.has('documents.number'), do: () => marks.number(random.sample(members, 2)) },
    {
      on: world.has('documents.issuer_email'),
      do: () => marks.issuer(random.sample(members, random.int(2, size))),
    },
  ].filter((art) => art.on);
  for (const art of random.sample(arts, random.int(2, 4))) art.do();
  marks.scan(members);
  if (random.chance(0.6)) ties.topUp(members, members[0]!.funding);
  else ties.drainAll(members, ties.till(people.city()), () => random.int(0, 1));
  slip(stage, members, slips(stage, 1, 4));
  return as('operator', members);
};

/** Suspended under one name, back under another: the machine, the words, the clients or the purse come along. */
export const reopened: Scheme = (stage, size) => {
  const { people, random, ties, marks, world } = stage;
  const firsts = ties.crew(Math.max(1, Math.floor(size / 2)), () => ({
    from: world.moment(-0.6, 0.2),
  }));
  const members = [...firsts];
  const till = ties.till(people.city());
  let last = firsts;
  while (members.length < size) {
    const next: Account[] = [];
    for (const old of last.slice(0, size - members.length)) {
      const ends = Math.max(old.from, world.rules.start) + random.real(40, 110) * DAY;
      ties.close(old, ends, 'suspended', random.pick(['terms', 'identity', 'payment dispute', '']));
      const [fresh] = ties.crew(1, () => ({
        from: ends + random.logNormal(9, 1) * DAY,
        trade: old.trade,
      })) as [Account];
      fresh.clock = { ...old.clock, starts: old.clock.starts + random.normal() };
      old.sessions = Math.max(old.sessions, random.real(1, 2));
      const desk = old.desks[0]!;
      const spoken = random.chance(0.8);
      if (!spoken || random.chance(0.5))
        people.desk(fresh, {
          line: desk.line,
          device: fresh.desks[0]!.device,
          weight: random.real(0.3, 1),
        });
      if (random.chance(0.35)) ties.move(fresh, fresh.from, fresh.desks[0]!.line, desk.device);
      if (random.chance(0.8))
        marks.voice([old, fresh], { bids: true, messages: true, resume: random.chance(0.5) }, 0.3);
      for (const client of clientsAt(stage, ends, 2)) {
        ties.favour(client, old, 2, 300, 5);
        ties.favour(client, fresh, 2, 300, 5);
      }
      if (random.chance(0.25)) ties.pool([fresh], old.payouts.at(-1)!.purse);
      next.push(fresh);
    }
    members.push(...next);
    last = next;
  }
  ties.drainAll(members, till, () => random.int(0, 1));
  slip(stage, members, slips(stage, 1, 4));
  return as('operator', members);
};

/** Many small pulls from strangers' cards, some disputed; the takings meet at one till. */
export const smallDebits: Scheme = (stage, size) => {
  const { people, random, ties, marks, world } = stage;
  const members = ties.crew(size);
  const city = people.city();
  const till = ties.till(city);
  const strangers = world.accounts.filter((one) => !one.marked);
  const list = random.sample(strangers, random.int(14, 40)).map((one) => one.funding);
  ties.drainAll(members, till, () => random.int(0, 1));
  for (const member of members) {
    const purse = member.payouts[0]!.purse;
    const from = Math.max(member.from, ties.together([member], 0.1) - 100 * DAY);
    for (let n = random.int(10, 34); n > 0; n--) {
      const at = from + random.real(0, 100) * DAY;
      if (at > member.until) continue;
      const payer = random.chance(0.7) ? random.pick(list) : people.bank.stranger(people.city());
      people.bank.send(payer, purse, random.logNormal(45, 0.9), at, {
        by: 'payee',
        reference: random.pick(['', 'service', 'order', 'subscription']),
        ...(random.chance(0.16) ? { status: random.pick(['disputed', 'reversed']) } : {}),
      });
    }
  }
  hands(stage, members, city, 0.6);
  if (random.chance(0.4)) marks.issuer(random.sample(members, 3));
  slip(stage, members, slips(stage, 1, 4));
  return as('operator', members);
};

/** Honest people's accounts, taken over within days of each other: new contact, new purse, one set of hands. */
export const takenOver: Scheme = (stage, size) => {
  const { people, random, ties, marks, world } = stage;
  const members = ties.crew(size, () => ({ from: world.moment(-0.9, 0.1) }));
  const city = people.city();
  const till = ties.till(city);
  const begun = world.moment(0.35, 0.7);
  const machines = [people.device(), people.device()];
  const room = people.network.host();
  const domain = `${random.hex(8)}.example`;
  for (const member of members) {
    const at = begun + random.real(0, 25) * DAY;
    const line = random.chance(0.5)
      ? people.network.rented(room)
      : people.network.vpn(member.person.city, 0.6);
    const device = random.chance(0.5 + 0.3 * world.rules.carelessness)
      ? random.pick(machines)
      : people.device();
    ties.move(member, at, line, device, 0.1);
    member.later = { at, clock: ties.hours(city.offset) };
    member.sessions = Math.max(member.sessions, 1.2);
    const mine = member.person.given.toLowerCase().replaceAll(' ', '');
    const mail = random.chance(0.4)
      ? `${mine}@${domain}`
      : people.email(member.person.given, member.person.family);
    if (random.chance(0.6)) world.change(member, 'email', mail, at + random.real(0, 3) * DAY);
    if (random.chance(0.5))
      world.change(member, 'phone', people.phone(city), at + random.real(0, 3) * DAY);
    const fresh = people.bank.open(member.person.name, city.country.code, { at });
    ties.drain(fresh, till, random.int(0, 1), random.real(0.7, 0.95));
    ties.pool([member], fresh, at + random.real(0, 6) * DAY);
    const clients = clientsAt(stage, at, 4);
    for (const client of clients) ties.favour(client, member, 1, 300, 5, at);
    if (random.chance(0.5))
      ties.close(
        member,
        at + random.real(40, 120) * DAY,
        'suspended',
        random.pick(['identity', '', 'terms']),
      );
  }
  if (random.chance(0.6)) marks.voice(members, { bids: true, messages: true }, 0.25, begun);
  slip(stage, members, slips(stage, 0, 2), ['card', 'phone', 'device', 'website']);
  return as('victim', members);
};

/** Once hired they bring their own kind; helpers do the work and most of the pay is passed up. */
export const referralChain: Scheme = (stage, size) => {
  const { people, random, ties, marks, world } = stage;
  const members = ties.crew(size, (turn) => ({
    from: world.moment(-0.2 + turn * 0.06, 0.2 + turn * 0.06),
  }));
  const [boss, ...below] = members as [Account, ...Account[]];
  marks.refer(members, 0.85);
  for (const member of below) member.minPaid = random.int(3, 7);
  const clients = clientsAt(stage, world.moment(0.3, 0.5), 3);
  for (const member of members) {
    for (const client of random.sample(clients, 2))
      ties.favour(client, member, random.int(1, 3), 320, 5);
  }
  const city = people.city();
  hands(stage, members, city, 0.5);
  ties.drainAll(below, boss.payouts[0]!.purse, () => random.int(0, 1));
  if (random.chance(0.5)) ties.drainAll([boss], ties.till(city), () => 0);
  marks.voice(
    random.sample(members, random.int(2, size)),
    { resume: true, bids: random.chance(0.5) },
    0.3,
  );
  for (const member of below) {
    if (!random.chance(0.4)) continue;
    world.tables.links.push({
      from_type: 'account',
      from_id: boss.id,
      to_type: 'account',
      to_id: member.id,
      kind: 'recommended',
      share_percent: '',
      since: isDay(member.from),
      until: '',
      source: 'client message',
    });
  }
  slip(stage, members, slips(stage, 1, 4));
  return [
    ...as('operator', [boss]),
    ...below.map((account) => ({ account, role: random.chance(0.4) ? 'unwitting' : 'operator' })),
  ];
};
