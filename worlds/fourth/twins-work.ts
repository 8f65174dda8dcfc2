import { company, employ, firmName } from './firms.ts';
import { DAY } from './rules.ts';
import { slip } from './slips.ts';
import { type Account, isDay } from './state.ts';
import { type Twin, benign, list } from './twins-places.ts';

/** A real agency: one purse takes the pay and pays wages; sometimes it says whom it employs, sometimes not. */
export const agency: Twin = (stage) => {
  const { people, random, ties, marks, world } = stage;
  const city = people.city();
  const [head] = ties.crew(1, () => ({ city, role: 'agency' })) as [Account];
  const members = [
    head,
    ...ties.crew(random.int(2, 8), () => (random.chance(0.7) ? { city } : {})),
  ];
  const firm = company(stage, head, firmName(stage), random.logNormal(4, 0.9));
  const wages = members.map((member) =>
    people.bank.flow(member.payouts[0]!.purse, random.real(0.4, 0.9) / members.length, 'salary'),
  );
  firm.purse.flows = [
    ...wages,
    people.bank.shopping(0.05),
    people.bank.flow(people.bank.stranger(city), 0.1, 'rent'),
  ];
  ties.pool(
    members.filter((one) => one === head || random.chance(0.85)),
    firm.purse,
  );
  const office = people.network.place(city, 'business', random.int(1, 2));
  ties.gather(members, office, random.real(0.3, 2.5), undefined, random.chance(0.3) ? 0.3 : 0);
  if (random.chance(world.rules.declared))
    employ(stage, firm.id, members, random.chance(0.7) ? 1 : random.real(0.4, 1));
  list(stage, 'payment_account', firm.purse.id, 'agency');
  list(stage, 'ip', office.block, 'office');
  if (random.chance(0.6))
    marks.voice(
      members,
      { bids: true, messages: random.chance(0.4), resume: random.chance(0.4) },
      0.3,
    );
  if (random.chance(0.4)) marks.mailbox(members);
  if (random.chance(0.4)) marks.website(members, `https://${random.hex(7)}.example`);
  if (random.chance(0.4)) marks.refer(members, 0.6);
  if (random.chance(0.3))
    marks.ship(random.sample(members, 2), people.address(city), city.country.code);
  return benign(members);
};

/** Friends who take jobs each and share one purse and one portfolio; no company, no declaration. */
export const studio: Twin = (stage) => {
  const { people, random, ties, marks } = stage;
  const city = people.city();
  const members = ties.crew(random.int(2, 5), () => ({
    city,
    trade: random.pick(['design', 'web', 'games']),
  }));
  const purse = people.bank.open(members[0]!.person.name, city.country.code, {
    flows: members.map((one) =>
      people.bank.flow(
        people.bank.open(one.person.name, city.country.code, {
          flows: people.bank.habits(one.person.name, city),
        }),
        0.9 / members.length,
        'share',
      ),
    ),
  });
  ties.pool(members, purse, stage.world.moment(-0.3, 0.4));
  if (random.chance(0.5)) ties.gather(members, people.network.home(city), 0.6);
  if (random.chance(0.5)) marks.website(members, `https://${random.hex(7)}.example`);
  if (random.chance(0.4)) marks.voice(members, { bids: true, resume: random.chance(0.5) }, 0.35);
  slip(stage, members, random.int(0, 3));
  return benign(members);
};

/** Strangers paid out through one provider of payroll or escrow. */
export const payroll: Twin = (stage) => {
  const { people, random, ties } = stage;
  const members = ties.crew(random.int(4, 14));
  const provider = people.bank.open(firmName(stage), people.city().country.code, {
    kind: 'wallet',
  });
  provider.flows = members.map((one) =>
    people.bank.flow(one.payouts[0]!.purse, random.real(0.7, 1.1) / members.length, 'payroll'),
  );
  ties.pool(members, provider, stage.world.moment(-0.4, 0.5));
  list(stage, 'payment_account', provider.id, 'payroll provider');
  return benign(members);
};

/** Some fill in the same model of a résumé. */
export const resumeTemplate: Twin = (stage) => {
  const members = stage.ties.crew(stage.random.int(3, 9));
  stage.marks.voice(members, { resume: true }, stage.random.real(0.1, 0.4));
  return benign(members);
};

/** One course, one model pitch, often one day of joining and one address for it. */
export const graduates: Twin = (stage) => {
  const { people, random, ties, marks, world } = stage;
  const city = people.city();
  const day = world.moment(-0.1, 0.6);
  const near = random.chance(0.6);
  const members = ties.crew(random.int(4, 12), () => ({
    ...(near ? { city } : {}),
    ...(random.chance(0.7) ? { from: day + random.real(0, 4) * 3_600_000 } : {}),
  }));
  if (near) {
    const room = people.network.place(city, 'education', 1);
    for (const member of members) {
      member.visits.push({
        at: member.from + random.real(1, 5) * 3_600_000,
        line: room,
        device: member.desks[0]!.device,
        remote: 0,
      });
    }
    list(stage, 'ip', room.block, 'course');
  }
  marks.voice(members, { bids: true, messages: random.chance(0.15) }, random.real(0.1, 0.35));
  if (random.chance(0.5)) marks.issuer(members);
  if (random.chance(0.3)) marks.refer(members, 0.4);
  return benign(members);
};

/** A client with favourites: years of work, five stars every time. */
export const loyalClient: Twin = (stage) => {
  const { people, random, ties, marks } = stage;
  const [client] = ties.crew(1, () => ({ role: 'client' })) as [Account];
  const members = ties.crew(random.int(2, 5), () => ({ role: 'developer' }));
  for (const member of members)
    ties.favour(client, member, random.int(2, 8), random.real(60, 400), 5);
  client.posts = Math.max(client.posts, 0.5);
  if (random.chance(0.4)) marks.refer([client, ...members], 0.6);
  if (random.chance(0.3)) ties.visit(random.pick(members), client, 'address', random.int(1, 3));
  if (random.chance(0.25))
    people.bank.send(members[0]!.payouts[0]!.purse, client.funding, 120, ties.together(members), {
      reference: 'refund',
    });
  return benign([client, ...members]);
};

/** Many small regular payments pulled from the same payers: retainers. */
export const bookkeepers: Twin = (stage) => {
  const { people, random, ties, world } = stage;
  const members = ties.crew(random.int(1, 3), () => ({ trade: 'accounting' }));
  const payers = random.sample(
    world.accounts.filter((one) => !one.marked),
    random.int(6, 14),
  );
  for (const member of members) {
    for (const payer of random.sample(payers, random.int(4, payers.length))) {
      const fee = random.logNormal(45, 0.6);
      const from = payer.funding;
      let at = ties.together([member]);
      for (let month = random.int(2, 9); month > 0 && at < member.until; month--) {
        people.bank.send(from, member.payouts[0]!.purse, fee, at, {
          by: 'payee',
          reference: random.pick(['', 'retainer', 'subscription', 'service']),
          ...(random.chance(0.04) ? { status: random.pick(['disputed', 'reversed']) } : {}),
        });
        at += random.real(27, 33) * DAY;
      }
    }
  }
  return benign(members);
};

/** Two or three on one machine by turns: the day hand, the night hand. */
export const shiftPair: Twin = (stage) => {
  const { people, random, ties, marks } = stage;
  const city = people.city();
  const members = ties.crew(random.int(2, 3), () => ({ city }));
  const office = people.network.place(city, 'business', 1);
  const machine = people.device('desktop', 0.4);
  const start = random.real(5, 9);
  members.forEach((member, turn) => {
    member.clock = {
      offset: city.offset,
      starts: start + (turn * 16) / members.length,
      scatter: 0.7,
    };
    people.desk(member, {
      line: office,
      device: machine,
      weight: 2,
      remote: random.chance(0.3) ? 0.3 : 0,
    });
  });
  if (random.chance(0.4)) marks.voice(members, { messages: true }, 0.3);
  if (random.chance(0.4)) ties.pool(members, members[0]!.payouts[0]!.purse);
  return benign(members);
};

/** An open lead who takes jobs, hands parts on, and pays the helpers; or the helpers pay a finder's fee. */
export const subcontractors: Twin = (stage) => {
  const { people, random, ties, marks, world } = stage;
  const members = ties.crew(random.int(3, 6));
  const [lead, ...below] = members as [Account, ...Account[]];
  const purse = lead.payouts[0]!.purse;
  const fees = random.chance(0.5);
  for (const member of below) {
    const theirs = member.payouts[0]!.purse;
    if (fees)
      theirs.flows.push(people.bank.flow(purse, random.real(0.1, 0.5), random.pick(['fee', ''])));
    else purse.flows.push(people.bank.flow(theirs, random.real(0.1, 0.3), 'invoice'));
    if (!random.chance(world.rules.declared * 0.6)) continue;
    world.tables.links.push({
      from_type: 'account',
      from_id: lead.id,
      to_type: 'account',
      to_id: member.id,
      kind: 'recommended',
      share_percent: '',
      since: isDay(member.from),
      until: '',
      source: 'profile page',
    });
  }
  marks.refer(members, 0.6);
  slip(stage, members, random.int(0, 2));
  return benign(members);
};

/** Friends who put money in one pot and draw it by turns. */
export const savingsClub: Twin = (stage) => {
  const { people, random, ties } = stage;
  const city = people.city();
  const members = ties.crew(random.int(3, 8), () => (random.chance(0.75) ? { city } : {}));
  const pot = people.bank.stranger(city);
  pot.flows = members.map((one) =>
    people.bank.flow(one.payouts[0]!.purse, 0.95 / members.length, 'turn'),
  );
  for (const member of members) {
    const share = random.real(0.2, 0.7);
    const via = random.chance(0.4)
      ? people.bank.open(member.person.name, member.person.city.country.code, {
          flows: [people.bank.flow(pot, 0.7)],
        })
      : pot;
    // The turn comes to a purse that does not pay in again, or money would run in a circle.
    for (const { purse } of member.payouts.slice(1))
      purse.flows.push(people.bank.flow(via, share, 'club'));
    const savings = people.bank.open(member.person.name, member.person.city.country.code);
    pot.flows = pot.flows.map((flow) =>
      flow.to === member.payouts[0]!.purse.id ? { ...flow, to: savings.id } : flow,
    );
    member.payouts[0]!.purse.flows.push(people.bank.flow(via, share, 'club'));
  }
  slip(stage, members, random.int(0, 2));
  return benign(members);
};

/** Customers of one small man who changes money: most of their pay goes there, by their own second purse. */
export const changerCustomers: Twin = (stage) => {
  const { people, random, ties } = stage;
  const city = people.city();
  const members = ties.crew(random.int(3, 9), () => (random.chance(0.8) ? { city } : {}));
  const changer = ties.till(city);
  for (const member of members) {
    for (const { purse } of member.payouts)
      ties.drain(purse, changer, random.chance(0.5) ? 1 : 0, random.real(0.4, 0.85));
  }
  list(stage, 'payment_account', changer.id, 'money changer');
  return benign(members);
};
