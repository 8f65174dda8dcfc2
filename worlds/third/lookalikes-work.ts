import { live, openPurse, personalPurse, payoutFor } from './money.ts';
import { drawFirm, drawPerson } from './people.ts';
import { benign, declareShared, townsfolk, worker } from './lookalikes-places.ts';
import { DAY } from './regime.ts';
import { alive, alsoAt, openSeat, purseAt, type Label, type Seat } from './seats.ts';
import type { World } from './state.ts';
import { isoDay } from './tables.ts';
import { copyVoice, drawVoice } from './texts.ts';

/** A firm that is what it says: one payout, wages back to its people, one pitch. */
export function agency(world: World, cluster: string, count: number): Label[] {
  const { rng, regime } = world;
  const { country, city, seats } = townsfolk(world, count);
  const owner = seats[0]!;
  const name = drawFirm(rng);
  const company = world.newId('co');
  const site = `https://${name.toLowerCase().replaceAll(' ', '-')}.example`;
  const office = rng.chance(0.6) ? world.nets.place('business', country, city) : undefined;
  const registered = rng.chance(0.8);
  if (registered) {
    world.tables.add('companies', {
      company_id: company,
      name,
      country: country.code,
      registration_number: rng.digits(8),
      address: owner.address,
      email: `office@${site.slice(8)}`,
      phone: owner.phone,
      website: site,
      incorporated_on: isoDay(regime.start - rng.logBetween(20, 3000) * DAY),
    });
  }
  const purse = openPurse(world, 'bank', name, country, registered ? { company } : {});
  if (rng.chance(0.5)) owner.role = 'agency';
  const declared = registered && rng.chance(regime.declares);
  const keeps = rng.between(0.1, 0.4);
  const foreign = rng.chance(0.25);
  for (const seat of seats) {
    const bank = personalPurse(world, seat.person, 'bank');
    live(world, seat.person, bank);
    purse.outlets.push({ to: bank, share: (1 - keeps) / seats.length, note: 'wages' });
    seat.payouts = [{ purse, from: seat.created }];
    if (rng.chance(0.7)) seat.employer = name;
    if (rng.chance(0.5)) seat.site = site;
    const own = seat.person.desks[0]!.desk;
    if (office) alsoAt(seat, { desk: { ...own, net: office }, weight: rng.between(5, 25) });
    if (rng.chance(0.2)) alsoAt(seat, { desk: owner.person.desks[0]!.desk, weight: 1.5 });
    if (seat !== owner && rng.chance(0.7)) {
      seat.voice = copyVoice(rng, seat.voice, owner.voice, {
        bid: true,
        talk: rng.chance(0.3),
        edit: 0.2,
      });
    }
    if (!declared || !rng.chance(0.9)) continue;
    const since = isoDay(seat.created);
    const link = { from_type: 'company', from_id: company, to_type: 'account', to_id: seat.id };
    world.tables.add('links', { ...link, kind: 'employs', since, source: 'company page' });
  }
  purse.outlets.push({ to: world.taxOffice(country), share: keeps / 3, note: 'tax' });
  if (foreign) {
    const supplier = openPurse(world, 'bank', drawFirm(rng), drawPerson(world).home.country);
    purse.outlets.push({ to: supplier, share: keeps / 2, note: 'invoice' });
  }
  if (declared && rng.chance(0.6)) declareShared(world, 'payment_account', purse.id, 'agency');
  return benign(seats, cluster, 'agency', declared ? 'a declared agency' : 'an undeclared agency');
}

/** Friends who work under one payout and split it. */
export function studio(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const seats = Array.from({ length: Math.min(count, 5) }, () => worker(world));
  const holder = seats[0]!;
  const purse = openPurse(
    world,
    rng.pick(['wallet', 'bank']),
    holder.person.display,
    holder.person.home.country,
  );
  const site = `https://${drawFirm(rng).toLowerCase().replaceAll(' ', '')}.example`;
  for (const seat of seats) {
    const own = seat.payouts[0]!.purse;
    purse.outlets.push({ to: own, share: 0.95 / seats.length, note: 'split' });
    if (seat === holder || rng.chance(0.8)) seat.payouts = [{ purse, from: seat.created }];
    if (rng.chance(0.6)) seat.site = site;
    if (seat !== holder && rng.chance(0.3)) seat.referredBy = holder;
    if (seat !== holder && rng.chance(0.5)) {
      seat.voice = copyVoice(rng, seat.voice, holder.voice, {
        bid: true,
        cv: rng.chance(0.2),
        edit: 0.3,
      });
    }
  }
  return benign(seats, cluster, 'studio', 'friends with one payout');
}

export function graduates(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const model = drawVoice(rng);
  const seats = Array.from({ length: count + rng.int(0, 6) }, () => worker(world));
  for (const seat of seats) {
    const edit = rng.between(0, 0.5);
    seat.voice = copyVoice(rng, seat.voice, model, { bid: true, talk: rng.chance(0.15), edit });
    if (rng.chance(0.5)) seat.trade = seats[0]!.trade;
  }
  return benign(seats, cluster, 'graduates', 'one course, one model pitch');
}

export function resumeTemplate(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const model = drawVoice(rng);
  const perceptual = rng.hex(16);
  const seats = Array.from({ length: count + rng.int(0, 6) }, () => worker(world));
  for (const seat of seats) {
    seat.papers.resumeFile = { sha256: rng.hex(64), perceptual };
    const cv = [...rng.sample(model.cv, rng.int(1, 2)), ...seat.voice.cv.slice(0, 3)];
    seat.voice = { ...seat.voice, cv: rng.shuffle(cv) };
  }
  return benign(seats, cluster, 'resume-template', 'one résumé template');
}

/** A client who comes back to the same good people for years. */
export function favourites(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const client = openSeat(world, { role: 'client' });
  const trade = rng.chance(0.5) ? { trade: client.trade } : {};
  const liked = Array.from({ length: Math.min(count, 6) }, () =>
    openSeat(world, { role: 'developer', ...trade }),
  );
  client.favourites = liked;
  client.loyalty = rng.between(0.5, 0.95);
  client.kindness = rng.between(0.1, 0.35);
  client.posting = rng.between(1.2, 5);
  if (rng.chance(0.35)) {
    const { from, until } = alive(world, client);
    const start = rng.between(from, from + (until - from) / 2);
    client.season = { from: start, until: start + rng.between(40, 160) * DAY };
  }
  const seats = [client, ...liked];
  return benign(seats, cluster, 'favourites', 'a client with favourite freelancers');
}

/** Unrelated people paid through one payroll or escrow firm. */
export function payroll(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const seats = Array.from({ length: count + rng.int(1, 5) }, () => worker(world));
  const firm = `${drawFirm(rng)} Payroll`;
  const purse = openPurse(world, 'bank', firm, seats[0]!.person.home.country, {
    rest: rng.logBetween(1, 6),
  });
  for (const seat of seats) {
    purse.outlets.push({ to: seat.payouts[0]!.purse, share: 0.97 / seats.length, note: 'payroll' });
    seat.payouts = [{ purse, from: seat.created }];
  }
  declareShared(world, 'payment_account', purse.id, 'payroll');
  return benign(seats, cluster, 'payroll', 'one payroll provider');
}

function pull(world: World, seat: Seat, times: number, monthly: boolean): void {
  const { rng } = world;
  const { from, until } = alive(world, seat);
  const customers = Array.from({ length: monthly ? rng.int(4, 14) : times }, () => {
    const who = drawPerson(world);
    return openPurse(world, rng.pick(['card', 'bank']), who.display, who.home.country);
  });
  if (monthly) {
    for (const card of customers) {
      const to = seat.payouts[0]!.purse;
      card.dues.push({
        to,
        amount: rng.heavy(55, 0.5),
        day: rng.int(1, 27),
        note: 'retainer',
        pulled: true,
      });
    }
    return;
  }
  for (const card of customers) {
    const at = rng.between(from, until);
    const status = rng.chance(0.025) ? rng.pick(['disputed', 'reversed']) : 'settled';
    const to = purseAt(seat, at)!;
    world.extra.push({
      from: card,
      to,
      amount: rng.heavy(35, 0.5),
      at,
      note: 'order',
      by: 'payee',
      status,
    });
  }
}

export function bookkeeper(world: World, cluster: string): Label[] {
  const seats = Array.from({ length: world.rng.int(1, 2) }, () => worker(world));
  for (const seat of seats) pull(world, seat, 0, true);
  return benign(seats, cluster, 'bookkeeper', 'many small retainers');
}

export function shopkeeper(world: World, cluster: string): Label[] {
  const seat = worker(world);
  pull(world, seat, world.rng.int(10, 50), false);
  return benign([seat], cluster, 'shopkeeper', 'sells templates for small sums');
}

/** Somebody with more work than hands, who pays others for their part. */
export function leadAndSubs(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const seats = Array.from({ length: Math.min(count, 5) }, () => worker(world));
  const [first, ...subs] = seats;
  first!.skill *= 2;
  first!.bidding *= 2;
  for (const sub of subs) {
    sub.trade = first!.trade;
    const to = sub.payouts[0]!.purse;
    const share = rng.between(0.3, 0.8) / subs.length;
    first!.payouts[0]!.purse.outlets.unshift({ to, share, note: 'subcontract' });
    if (rng.chance(0.4)) sub.referredBy = first;
    if (rng.chance(0.3))
      sub.voice = copyVoice(rng, sub.voice, first!.voice, { bid: true, edit: 0.3 });
  }
  return benign(seats, cluster, 'lead-and-subs', 'a lead who pays subcontractors');
}

/** A rotating savings club: each month a fixed sum to the treasurer. */
export function savingsCircle(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const { country, seats } = townsfolk(world, count);
  const treasurer = openPurse(
    world,
    rng.pick(['bank', 'wallet']),
    seats[0]!.person.display,
    country,
    { rest: 30 },
  );
  const amount = rng.heavy(90, 0.6);
  for (const seat of seats) {
    const { purse } = seat.payouts[0]!;
    const own = purse.outlets[0]?.note === 'withdrawal' ? purse.outlets[0].to : purse;
    own.dues.push({ to: treasurer, amount, day: rng.int(1, 9), note: 'circle' });
    treasurer.outlets.push({ to: own, share: 0.9 / seats.length, note: 'circle' });
  }
  return benign(seats, cluster, 'savings-circle', 'a rotating savings club');
}

/** Brothers and sisters in different towns who send most of it home. */
export function remittingSiblings(world: World, cluster: string, count: number): Label[] {
  const { rng, regime } = world;
  const first = drawPerson(world);
  const people = [first];
  while (people.length < Math.min(count, 4)) {
    people.push(drawPerson(world, { family: first.name.family }));
  }
  const mother = openPurse(
    world,
    'bank',
    `${rng.pick(['M.', 'S.', 'L.'])} ${first.name.family}`,
    first.nationality,
  );
  const seats = people.map((person) => worker(world, person));
  const declared = rng.chance(regime.declares * 0.6);
  for (const seat of seats) {
    const { purse } = seat.payouts[0]!;
    const own = purse.outlets.find((outlet) => outlet.note === 'withdrawal')?.to ?? purse;
    own.outlets.unshift({ to: mother, share: rng.between(0.35, 0.8), note: 'family' });
    own.rest = Math.min(own.rest, rng.logBetween(2, 25));
    if (!declared || seat === seats[0]) continue;
    const link = {
      from_type: 'account',
      from_id: seats[0]!.id,
      to_type: 'account',
      to_id: seat.id,
    };
    world.tables.add('links', { ...link, kind: 'family_of', source: 'own statement' });
  }
  return benign(seats, cluster, 'remitting-siblings', 'money that meets at the parents');
}

/** Freelancers of one town who sell their coins to the same local dealer. */
export function coinDealer(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const { country, seats } = townsfolk(world, count);
  const dealer = openPurse(
    world,
    rng.pick(['crypto', 'wallet']),
    drawPerson(world, { country }).display,
    country,
  );
  dealer.outlets.push({ to: rng.pick(world.hubs.exchanges), share: 0.9, note: 'sell' });
  for (const seat of seats) {
    const crypto = personalPurse(world, seat.person, 'crypto');
    crypto.outlets.push({
      to: dealer,
      share: rng.between(0.5, 0.95),
      note: 'sell',
      channel: 'crypto',
    });
    if (rng.chance(0.5)) seat.payouts = [{ purse: crypto, from: seat.created }];
    else {
      const wallet = personalPurse(world, seat.person, 'wallet');
      wallet.outlets.push({ to: crypto, share: rng.between(0.5, 0.9), note: 'buy' });
      seat.payouts = [{ purse: wallet, from: seat.created }];
    }
    dealer.outlets.push({ to: payoutFor(world, seat.person), share: 0.05, note: 'cash' });
  }
  return benign(seats, cluster, 'coin-dealer', 'customers of one coin dealer');
}

/** Former colleagues who bring each other in. */
export function colleagues(world: World, cluster: string, count: number): Label[] {
  const { rng } = world;
  const seats = Array.from({ length: count }, () => worker(world)).sort(
    (a, b) => a.created - b.created,
  );
  const firm = drawFirm(rng);
  const client = rng.chance(0.6) ? openSeat(world, { role: 'client' }) : undefined;
  if (client) {
    client.favourites = seats;
    client.posting = Math.max(client.posting, 1);
  }
  seats.forEach((seat, i) => {
    if (rng.chance(0.8)) seat.employer = firm;
    if (rng.chance(0.6)) seat.school = seats[0]!.school;
    if (rng.chance(0.5)) seat.trade = seats[0]!.trade;
    if (i === 0) return;
    const by = seats[rng.int(0, i - 1)]!;
    if (rng.chance(0.8)) seat.referredBy = by;
    if (!rng.chance(0.5)) return;
    const link = { from_type: 'account', from_id: by.id, to_type: 'account', to_id: seat.id };
    world.tables.add('links', { ...link, kind: 'recommended', source: 'client' });
  });
  return benign(seats, cluster, 'colleagues', 'former colleagues who recommend each other');
}
