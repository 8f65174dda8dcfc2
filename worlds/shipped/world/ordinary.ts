import {
  makeAddress,
  makeEducation,
  makeFirm,
  makePerson,
  makePlace,
  type Person,
} from '../people/person.ts';
import type { Random } from '../chance/random.ts';
import { makePitch } from '../texts/pitches.ts';
import { makeResume } from '../texts/resumes.ts';
import type { Tongue } from '../texts/messages.ts';
import { trades } from '../texts/trades.ts';
import { day, hour, oldest, worldBegins, worldEnds } from '../chance/time.ts';
import type { Account, Clock, Role } from './account.ts';
import { ownPapers } from './papers.ts';
import type { World } from './world.ts';

const always = { from: oldest, until: worldEnds + day };

/** Somebody who came to the platform by themselves: what most accounts are, and what rings and look-alikes start from. */
export function makeOrdinary(world: World, index: number): Account {
  const random = world.random.fork('account', index);
  const role: Role = random.weighted(
    ['developer', 'client', 'both'] as const,
    (one) => ({ developer: 76, client: 21, both: 3 })[one],
  );
  const person = makePerson(random, makePlace(random));
  const trade = random.weighted(trades, ({ weight }) => weight);
  const created = Math.floor(
    worldEnds - 25 * day - Math.min(random.exponential(620) * day, worldEnds - 25 * day - oldest),
  );
  const verifiedAfter = random.chance(0.8)
    ? random.exponential(2.5) * day
    : random.exponential(25) * day;
  const verified = random.chance(0.9) ? Math.floor(created + 10 * 60_000 + verifiedAfter) : null;
  const begins = Math.max(created, worldBegins);
  const isLasting = random.chance(0.72);
  const ends = isLasting ? worldEnds : Math.floor(random.between(begins + 10 * day, worldEnds));
  const isDeveloper = role !== 'client';
  const account: Account = {
    index,
    id: random.id('a'),
    random,
    role,
    person,
    claims: {},
    trade,
    created,
    verified: verified !== null && verified < worldEnds ? verified : null,
    video: null,
    ended: null,
    begins,
    ends,
    referredBy: null,
    sessions: Math.round(Math.min(120, Math.max(2, random.lognormal(isDeveloper ? 22 : 12, 0.7)))),
    clocks: [],
    lines: [],
    seats: [],
    chain: 0,
    bids: isDeveloper ? Math.round(Math.min(160, random.lognormal(12, 0.9))) : 0,
    appeal: random.lognormal(1, 0.8),
    worth: random.lognormal(1, 0.3),
    pitches: [],
    resume: [],
    written: Math.min(1, Math.max(0.05, 0.5 + 0.22 * random.normal())),
    tongue: tongueOf(random, person),
    talks: Math.round(random.lognormal(1.8, 0.8)),
    asks: ordinaryAsks(random),
    jobs: role === 'developer' ? 0 : Math.round(Math.min(180, random.lognormal(15, 0.9))),
    favourites: [],
    favour: 0,
    payouts: [],
    funding: null,
    flows: [],
    papers: [],
    profiles: random.weighted([0, 1, 2, 3], (count) => [35, 40, 18, 7][count]!),
    elsewhere: {},
    changes: [],
    parcels: [],
    firm: null,
    label: null,
  };
  if (account.verified !== null && random.chance(0.3))
    account.video = Math.floor(account.verified + random.exponential(4) * day);
  account.clocks.push(ordinaryClock(random, person));
  ordinaryMachines(world, account);
  if (isDeveloper) {
    account.pitches = Array.from({ length: random.weighted([1, 2, 3], (n) => 4 - n) }, () =>
      makePitch(random),
    );
    account.resume = makeResume(random);
  }
  ordinaryClaims(world, account);
  ordinaryMoney(world, account);
  account.papers.push(...ownPapers(random, person, account));
  ordinaryLife(account);
  return account;
}

function tongueOf(random: Random, person: Person): Tongue {
  const own: Partial<Record<string, Tongue>> = { zh: 'zh', ko: 'ko', ru: 'ru', uk: 'ru', fr: 'fr' };
  return random.chance(0.45) ? (own[person.culture] ?? 'en') : 'en';
}

function ordinaryAsks(random: Random): Account['asks'] {
  const asks: Account['asks'] = {};
  if (random.chance(0.07)) asks.elsewhere = random.between(0.1, 0.5);
  if (random.chance(0.015)) asks.virtual = random.between(0.1, 0.4);
  if (random.chance(0.045)) asks.upfront = random.between(0.1, 0.4);
  if (random.chance(0.004)) asks.identity = random.between(0.1, 0.3);
  if (random.chance(0.012)) asks.executive = random.between(0.1, 0.4);
  return asks;
}

/** Most work by day, some in the evening beside a job, some when their clients are awake, some by night. */
function ordinaryClock(random: Random, person: Person): Clock {
  const habit = random.weighted(
    ['day', 'evening', 'clients', 'owl'] as const,
    (one) => ({ day: 70, evening: 13, clients: 11, owl: 6 })[one],
  );
  const start = {
    day: random.between(7, 11),
    evening: random.between(16, 19),
    clients: random.between(12, 18),
    owl: random.between(19, 24),
  }[habit];
  return { place: person.home, start, span: random.between(5, 11), ...always, weight: 1 };
}

function ordinaryMachines(world: World, account: Account): void {
  const { random, person } = account;
  account.lines.push({ line: world.network.home(random, person.home), ...always, weight: 10 });
  if (random.chance(0.45))
    account.lines.push({
      line: world.network.mobile(person.home),
      ...always,
      weight: random.between(0.5, 4),
    });
  if (random.chance(0.12))
    account.lines.push({
      line: world.network.shared(random, 'business', person.home, random.int(1, 2)),
      ...always,
      weight: random.between(1, 8),
    });
  if (random.chance(0.09))
    account.lines.push({
      line: world.network.vpn(random),
      ...always,
      weight: random.between(0.3, 8),
    });
  if (random.chance(0.015))
    account.lines.push({
      line: world.network.host(random),
      ...always,
      weight: random.between(0.3, 4),
    });
  if (random.chance(0.004))
    account.lines.push({ line: world.network.tor(), ...always, weight: random.between(0.3, 2) });
  account.seats.push({ device: world.network.device(random), ...always, weight: 10 });
  if (random.chance(0.35))
    account.seats.push({
      device: world.network.device(random, { kind: 'phone' }),
      ...always,
      weight: random.between(1, 4),
    });
  // An old machine goes, a new one comes.
  if (random.chance(0.25)) {
    const at = random.between(account.begins, worldEnds);
    account.seats[0]!.until = at;
    account.seats.push({
      device: world.network.device(random),
      from: at,
      until: always.until,
      weight: 10,
    });
  }
  if (random.chance(0.012))
    account.lines[0]!.port = {
      number: random.pick([3389, 3389, 5900]),
      share: random.between(0.1, 0.9),
    };
}

function ordinaryClaims(world: World, account: Account): void {
  const { random, person, claims } = account;
  if (random.chance(0.35)) claims.employer = random.pick(world.employers).name;
  if (random.chance(0.55))
    claims.education = makeEducation(random, random.chance(0.75) ? person.home : makePlace(random));
  if (random.chance(0.3)) {
    const site = makeFirm(random, person.home);
    claims.website = site.website;
    if (!world.sites.has(site.website)) {
      world.sites.add(site.website);
      world.sink.add('websites', websiteRow(random, site.website, 0.06));
    }
  }
}

function websiteRow(random: Random, url: string, defunct: number) {
  return {
    url,
    status: random.chance(0.05)
      ? undefined
      : random.chance(defunct)
        ? 'defunct'
        : random.chance(0.08)
          ? 'parked'
          : 'live',
    checked_at: random.chance(0.05)
      ? undefined
      : new Date(Math.floor(random.between(worldBegins, worldEnds))).toISOString(),
  };
}

function ordinaryMoney(world: World, account: Account): void {
  const { random, person, role } = account;
  const open = (depth?: number, kind?: 'bank') =>
    world.purses.open(random, {
      holder: random.chance(0.12)
        ? random.pick([
            ...person.name.variants,
            `${person.name.family} ${person.name.given}`,
            person.name.local,
          ])
        : person.legal,
      place: person.home,
      opened: account.created,
      ...(depth === undefined ? {} : { depth }),
      ...(kind ? { kind } : {}),
    });
  if (role !== 'client') {
    const first = open();
    account.payouts.push({ purse: first, ...always, weight: 1 });
    if (random.chance(0.1)) {
      const at = random.between(account.begins, worldEnds);
      account.payouts[0]!.until = at;
      account.payouts.push({ purse: open(), from: at, until: always.until, weight: 1 });
    }
    account.flows.push(...ordinaryFlows(world, account, open));
  }
  if (role !== 'developer')
    account.funding = random.chance(0.15) && account.payouts[0] ? account.payouts[0].purse : open();
}

/** Wallets are emptied to the bank; money goes to exchanges and landlords, some to a relative, some through one's own firm. */
function ordinaryFlows(
  world: World,
  account: Account,
  open: (depth?: number, kind?: 'bank') => Account['funding'],
) {
  const { random } = account;
  const flows: Account['flows'] = [];
  const every = () => random.between(12, 45);
  if (random.chance(0.45)) {
    const bank = open(1, 'bank')!;
    if (random.chance(0.4))
      bank.flows.push({
        to: random.pick(world.hubs),
        share: random.between(0.1, 0.9),
        every: every(),
      });
    if (random.chance(0.12)) {
      const second = open(2)!;
      bank.flows.push({ to: second, share: random.between(0.3, 0.95), every: every() });
    }
    flows.push({ to: bank, share: random.between(0.5, 0.98), every: every() });
  } else if (random.chance(0.55)) {
    flows.push({ to: random.pick(world.hubs), share: random.between(0.2, 0.95), every: every() });
  }
  if (random.chance(0.15))
    flows.push({ to: open(1)!, share: random.between(0.05, 0.4), every: every() });
  return flows;
}

/** Moves, new phones, closings, parcels: what happens to anybody. */
function ordinaryLife(account: Account): void {
  const { random, person, begins } = account;
  const later = () => Math.floor(random.between(begins, worldEnds - day));
  if (random.chance(0.09))
    account.changes.push({
      field: 'phone',
      old: `+${person.home.dialling}55501${random.digits(6)}`,
      new: person.phone,
      at: later(),
    });
  if (random.chance(0.07))
    account.changes.push({
      field: 'email',
      old: person.email.replace('@', `${random.int(1, 99)}@`),
      new: person.email,
      at: later(),
    });
  if (random.chance(0.08))
    account.changes.push({
      field: 'address',
      old: makeAddress(random, person.home),
      new: person.address,
      at: later(),
    });
  if (random.chance(0.02)) {
    const before = makePlace(random);
    const at = later();
    account.changes.push({ field: 'country', old: before.country, new: person.home.country, at });
    account.changes.push({
      field: 'timezone',
      old: before.zone,
      new: person.home.zone,
      at: at + random.int(1, 900) * 1000,
    });
  }
  if (account.ends < worldEnds && random.chance(0.3)) {
    account.ended = {
      at: Math.floor(Math.min(worldEnds - hour, account.ends + random.exponential(20) * day)),
      status: random.chance(0.8) ? 'closed' : 'suspended',
      reason: random.pick([
        'by its holder',
        'by its holder',
        'inactive',
        'no longer needed',
        'rules of the platform',
        'papers not renewed',
        'fee not paid',
      ]),
    };
  }
  if (random.chance(0.05))
    account.parcels.push({
      address: random.chance(0.8) ? person.address : makeAddress(random, person.home),
      place: person.home,
      name: person.legal,
      at: later(),
    });
}
