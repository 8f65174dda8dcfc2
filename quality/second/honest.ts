import type { Labels } from './labels.ts';
import { cities, drawAddress, drawCompany, full, plain, type City } from './places.ts';
import {
  day,
  end,
  flipped,
  start,
  stamp,
  type Machine,
  type Platform,
  type Purse,
  type Seat,
  type Someone,
  type Spot,
} from './platform.ts';
import { drawPitch, rewritten, trades } from './texts.ts';

/** What a story is told in. */
export interface Town {
  platform: Platform;
  labels: Labels;
}

type Story = (town: Town) => Seat[];

/** Kinds of honest look-alike: what the share of all accounts is, and how one such group comes about. */
export const stories: Record<string, { share: number; tell: Story }> = {
  family: { share: 0.03, tell: family },
  flatmates: { share: 0.03, tell: flatmates },
  studio: { share: 0.025, tell: studio },
  campus: { share: 0.025, tell: ({ platform }) => underOneRoof(platform, 'education', [12, 26]) },
  coworking: { share: 0.025, tell: ({ platform }) => underOneRoof(platform, 'coworking', [8, 20]) },
  'internet cafe': {
    share: 0.02,
    tell: ({ platform }) => underOneRoof(platform, 'business', [6, 14]),
  },
  agency: { share: 0.025, tell: agency },
  nomad: { share: 0.02, tell: nomad },
  'vpn user': { share: 0.03, tell: vpnUser },
  'second-hand machine': { share: 0.015, tell: secondHand },
  'course graduates': { share: 0.02, tell: graduates },
  'long-standing client': { share: 0.02, tell: longStanding },
  'payroll provider': { share: 0.02, tell: payroll },
  'returning user': { share: 0.012, tell: returning },
  'remote desktop': { share: 0.02, tell: remoteDesktop },
  'night owl': { share: 0.02, tell: nightOwl },
  'new name': { share: 0.01, tell: newName },
  'moved away': { share: 0.02, tell: movedAway },
  'family treasurer': { share: 0.02, tell: treasurer },
  'subscription tutor': { share: 0.006, tell: tutor },
  'shared template': { share: 0.015, tell: sharedTemplate },
  'lone like a ring': { share: 0.03, tell: loner },
  'two of one person': { share: 0.01, tell: twoTrades },
};

export function anyone(platform: Platform, who = platform.someone()): Seat {
  const seat = platform.signUp(who);
  platform.works(who, [seat]);
  return seat;
}

const people = (platform: Platform, count: number, city?: City) =>
  Array.from({ length: count }, () => platform.someone(city));

/** One who works their own account from the given spots. */
function settle(platform: Platform, who: Someone, spots?: Spot[], given: Partial<Seat> = {}): Seat {
  const seat = platform.signUp(who, given);
  platform.works(who, [seat], spots);
  return seat;
}

const developer = { role: 'developer' } as const;

function family({ platform }: Town): Seat[] {
  const { chance } = platform;
  const elder = platform.someone();
  const line = platform.line(elder.city);
  const desk = platform.machine();
  const account = platform.purse(elder, 'bank');
  return Array.from({ length: chance.whole(2, 4) }, (_, at) => {
    const who =
      at === 0
        ? elder
        : {
            ...platform.someone(elder.city, chance.yes(0.8) ? elder.name.family : undefined),
            address: elder.address,
          };
    if (chance.yes(0.3)) who.phone = elder.phone;
    return settle(
      platform,
      who,
      platform.usualSpots(who, { line, device: chance.yes(0.5) ? desk : platform.machine() }),
      {
        route: chance.yes(0.45)
          ? [account]
          : [...platform.ownRoute(who).slice(0, 1), ...(chance.yes(0.5) ? [account] : [])],
      },
    );
  });
}

function flatmates({ platform }: Town): Seat[] {
  const { chance } = platform;
  const first = platform.someone();
  const line = platform.line(first.city);
  const spare = platform.machine();
  const server = chance.yes(0.2) ? platform.servers() : undefined;
  return Array.from({ length: chance.whole(2, 5) }, () => {
    const who = {
      ...platform.someone(first.city),
      address: chance.yes(0.7) ? first.address : drawAddress(chance, first.city),
    };
    const spots = platform.usualSpots(who, { line });
    if (chance.yes(0.25)) spots.push({ weight: 1, ip: line, device: spare });
    if (server) spots.push({ weight: 4, ip: server, device: spots[0]!.device! });
    return settle(platform, who, spots);
  });
}

function studio({ platform }: Town): Seat[] {
  const { chance } = platform;
  const head = platform.someone();
  const office = platform.line(head.city, 'business');
  const till = platform.purse(head, chance.pick(['bank', 'wallet']));
  const look = drawPitch(chance);
  const trade = chance.pick(trades);
  const pool = [platform.machine(), platform.machine()];
  return [head, ...people(platform, chance.whole(2, 5), head.city)].map((who) => {
    const seat = settle(
      platform,
      who,
      [
        ...platform.usualSpots(who),
        { weight: 9, ip: office, device: chance.yes(0.4) ? chance.pick(pool) : platform.machine() },
      ],
      {
        ...developer,
        trade,
        route: [till],
        pitch: rewritten(chance, look, chance.between(0.2, 0.9)),
      },
    );
    if (chance.yes(0.4))
      platform.paper(seat, {
        kind: 'portfolio',
        used_for: 'signup',
        sha256: '',
        perceptual_hash: head.photo,
        submitted_at: stamp(seat.created + day),
      });
    return seat;
  });
}

/** Many who hardly know each other behind a few addresses, and now and then at a public machine. */
function underOneRoof(platform: Platform, kind: string, [low, high]: [number, number]): Seat[] {
  const { chance, tables } = platform;
  const city = chance.pick(cities);
  const lines = Array.from({ length: chance.whole(1, 3) }, () => platform.address(city, kind));
  const open = [platform.machine(), platform.machine(), platform.machine()];
  for (const ip of lines)
    if (chance.yes(0.6))
      tables.add('known_shared', {
        type: 'ip',
        value: ip,
        reason: `${kind} in ${city.name}`,
        since: '2024-01-01',
      });
  return people(platform, chance.whole(low, high), city).map((who) => {
    const spots = platform.usualSpots(who);
    const device = kind === 'business' && chance.yes(0.7) ? chance.pick(open) : spots[0]!.device!;
    spots.push({ weight: chance.between(3, 14), ip: () => chance.pick(lines), device });
    return settle(platform, who, spots);
  });
}

/** A registered company with its officer, as registers tell of honest ones and of fronts alike. */
export function company(
  platform: Platform,
  officer: Someone,
  name = drawCompany(platform.chance),
): string {
  const { chance, tables } = platform;
  const id = `c-${tables.id()}`;
  const person = `n-${tables.id()}`;
  tables.add('companies', {
    company_id: id,
    name,
    aliases: chance.yes(0.15) ? drawCompany(chance) : '',
    country: officer.city.country,
    registration_number: chance.yes(0.7) ? chance.hex(8).toUpperCase() : '',
    address: chance.yes(0.8) ? drawAddress(chance, officer.city) : '',
    email: chance.yes(0.6) ? `office@${plain(name)}.example` : '',
    phone: chance.yes(0.4) ? `+999${chance.whole(10_000_000, 99_999_999)}` : '',
    website: chance.yes(0.5) ? `https://${plain(name)}.example/` : '',
    incorporated_on: chance.yes(0.8)
      ? stamp(start - chance.skewed(1_500, 0.9) * day).slice(0, 10)
      : '',
  });
  tables.add('persons', {
    person_id: person,
    name: full(officer.name),
    country: chance.yes(0.6) ? officer.city.country : '',
    birth_date: chance.yes(0.5) ? officer.birth : '',
    email: chance.yes(0.3) ? officer.email : '',
  });
  tables.add('links', {
    from_type: 'person',
    from_id: person,
    to_type: 'company',
    to_id: id,
    kind: chance.pick(['officer_of', 'owner_of', 'founded']),
    since: '',
    source: 'register',
  });
  return id;
}

function agency({ platform }: Town): Seat[] {
  const { chance, tables } = platform;
  const boss = platform.someone();
  const firm = company(platform, boss);
  const till = platform.purse(boss, 'bank', firm);
  const house = drawPitch(chance);
  const office = platform.line(boss.city, 'business');
  const trade = chance.pick(trades);
  const pool = [platform.machine(), platform.machine(), platform.machine()];
  const head = settle(
    platform,
    boss,
    [{ weight: 8, ip: office, device: pool[0]! }, ...platform.usualSpots(boss)],
    { role: 'agency', trade, route: [till], pitch: house },
  );
  const staff = Array.from({ length: chance.whole(3, 8) }, () => {
    const who = platform.someone(chance.yes(0.7) ? boss.city : undefined);
    const seat = settle(
      platform,
      who,
      [
        ...platform.usualSpots(who),
        {
          weight: chance.between(2, 16),
          ip: office,
          device: chance.pick([...pool, platform.machine()]),
        },
      ],
      {
        ...developer,
        trade,
        route: [till],
        pitch: rewritten(chance, house, chance.between(0.05, 0.7)),
      },
    );
    if (chance.yes(0.6)) seat.row['referred_by'] = head.id;
    if (chance.yes(0.4))
      tables.add('links', {
        from_type: 'company',
        from_id: firm,
        to_type: 'account',
        to_id: seat.id,
        kind: 'employs',
        since: '',
        source: 'platform',
      });
    wages(platform, till, platform.purse(who, 'bank'));
    return seat;
  });
  return [head, ...staff];
}

/** A payment a month, about the same each time. */
export function wages(
  platform: Platform,
  from: Purse,
  to: Purse,
  amount = platform.chance.skewed(300, 0.6),
): void {
  const { chance } = platform;
  const first = start + chance.between(3, 60) * day;
  for (let at = first; at < end; at += 30 * day + chance.normal() * 2 * day)
    if (chance.yes(0.85))
      platform.transfer(from, to, amount * chance.between(0.85, 1.15), at + chance.unit() * day);
}

function nomad({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const device = platform.machine();
  const stops = [who.city, ...chance.some(cities, chance.whole(2, 5))];
  const lines = stops.map(
    (city) => [platform.line(city), platform.line(city, 'coworking')] as const,
  );
  const stay = chance.between(12, 45) * day;
  const turn = (at: number) => lines[Math.floor(Math.max(0, at - start) / stay) % lines.length]!;
  return [
    settle(platform, who, [
      { weight: 5, ip: (at) => turn(at)[0](at), device },
      { weight: 3, ip: (at) => turn(at)[1](at), device },
      { weight: chance.between(0.1, 3), ip: platform.vpn(), device },
    ]),
  ];
}

function vpnUser({ platform }: Town): Seat[] {
  const who = platform.someone();
  const device = platform.machine();
  return [
    settle(platform, who, [
      { weight: 9, ip: platform.vpn(), device },
      { weight: 1, ip: platform.line(who.city), device },
    ]),
  ];
}

/** Sold or handed on within the half year: one device, two strangers, one after the other. */
function secondHand({ platform }: Town): Seat[] {
  const { chance } = platform;
  const device = platform.machine();
  const first = platform.someone();
  const second = platform.someone(chance.yes(0.6) ? first.city : undefined);
  const at = chance.between(start + 30 * day, end - 40 * day);
  const before = platform.usualSpots(first, { device });
  const seats = [platform.signUp(first), platform.signUp(second)];
  platform.hands.push(
    {
      who: first,
      seats: [
        { seat: seats[0]!, from: -Infinity, until: at, spots: before },
        { seat: seats[0]!, from: at, until: Infinity, spots: platform.usualSpots(first) },
      ],
    },
    {
      who: second,
      seats: [
        { seat: seats[1]!, from: -Infinity, until: at, spots: platform.usualSpots(second) },
        {
          seat: seats[1]!,
          from: at + 6 * day,
          until: Infinity,
          spots: platform.usualSpots(second, { device }),
        },
      ],
    },
  );
  return seats;
}

function graduates({ platform }: Town): Seat[] {
  const { chance } = platform;
  const model = drawPitch(chance);
  const trade = chance.pick(trades);
  const ended = platform.joined();
  return people(platform, chance.whole(4, 9)).map((who) =>
    settle(platform, who, undefined, {
      ...developer,
      trade,
      pitch: rewritten(chance, model, chance.between(0, 0.6)),
      created: Math.min(end - 25 * day, ended + Math.abs(chance.normal()) * 30 * day),
    }),
  );
}

function longStanding({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const favourites = people(platform, chance.whole(2, 5)).map((other) =>
    settle(platform, other, undefined, developer),
  );
  const client = settle(platform, who, undefined, {
    role: 'client',
    favourites,
    favour: chance.between(0.5, 0.95),
    generous: chance.between(0.3, 0.95),
    posting: chance.between(0.04, 0.14),
  });
  return [client, ...favourites];
}

/** Strangers whose earnings all go through one firm that pays their wages. */
function payroll({ platform }: Town): Seat[] {
  const { chance, tables } = platform;
  const owner = platform.someone();
  const hub = platform.purse(owner, 'bank', company(platform, owner));
  if (chance.yes(0.6))
    tables.add('known_shared', {
      type: 'payment_account',
      value: hub.id,
      reason: 'pays the wages of many',
      since: '2024-06-01',
    });
  return people(platform, chance.whole(8, 22)).map((who) => {
    const own = platform.purse(who, 'bank');
    return settle(platform, who, undefined, {
      ...developer,
      route: chance.yes(0.5) ? [hub, own] : [platform.purse(who, 'wallet'), hub, own],
    });
  });
}

function returning({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const spots = platform.usualSpots(who);
  const route = platform.ownRoute(who);
  const left = chance.between(start + 20 * day, end - 70 * day);
  const old = platform.signUp(who, {
    ...developer,
    route,
    closed: left,
    created: start - chance.skewed(300, 0.7) * day,
  });
  const back = platform.signUp(
    chance.yes(0.3) ? { ...who, email: platform.someone().email } : who,
    {
      ...developer,
      trade: old.trade,
      route: chance.yes(0.7) ? route : platform.ownRoute(who),
      created: left + chance.skewed(20, 0.8) * day,
      pitch: rewritten(chance, old.pitch, 0.5),
    },
  );
  platform.works(who, [old, back], spots);
  return [old, back];
}

function remoteDesktop({ platform }: Town): Seat[] {
  const { chance, tables } = platform;
  const who = platform.someone();
  const device = platform.machine({ remote: true });
  const at = platform.line(who.city, chance.pick(['hosting', 'business', 'residential']));
  if (chance.yes(0.2)) {
    const ip = at(start);
    tables.add('ips', {
      ip,
      open_ports: '443|3389',
      observed_at: stamp(start + chance.unit() * 150 * day),
    });
  }
  return [
    settle(platform, who, [
      { weight: 6, ip: at, device, port: 3389 },
      ...platform.usualSpots(who).map((spot) => ({ ...spot, weight: spot.weight / 3 })),
    ]),
  ];
}

function nightOwl({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = { ...platform.someone(), wakes: chance.between(17, 25) };
  return [settle(platform, who)];
}

function newName({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const old = { ...who.name, family: platform.someone().name.family };
  const seat = settle(platform, who);
  const at = chance.between(Math.max(start, seat.created), end);
  seat.row['display_name'] = full(who.name);
  platform.change(seat, 'display_name', at, full(old));
  platform.paper(seat, {
    kind: 'passport',
    used_for: 'verification',
    name_on_document: full(old),
    birth_date: who.birth,
    photo_hash: who.photo,
    verification_result: 'passed',
    submitted_at: stamp(seat.created + day * chance.unit()),
  });
  return [seat];
}

/** Another city, line, bank, number and machine, and still the same person. */
function movedAway({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const at = chance.between(start + 25 * day, end - 30 * day);
  const there = { ...who, city: chance.yes(0.5) ? chance.pick(cities) : who.city };
  const seat = platform.signUp(
    { ...who, city: chance.yes(0.5) ? there.city : who.city },
    { created: start - chance.skewed(400, 0.8) * day },
  );
  const device = platform.machine();
  platform.hands.push(
    {
      who,
      seats: [{ seat, from: -Infinity, until: at, spots: platform.usualSpots(who, { device }) }],
    },
    {
      who: there,
      seats: [
        {
          seat,
          from: at,
          until: Infinity,
          spots: platform.usualSpots(there, chance.yes(0.5) ? { device } : {}),
        },
      ],
    },
  );
  for (const field of chance.some(['phone', 'email', 'address'] as const, chance.whole(1, 3)))
    platform.change(seat, field, at + chance.normal() * 4 * day, platform.someone(who.city)[field]);
  if (seat.role !== 'client' && chance.yes(0.6)) {
    const route = platform.ownRoute(there);
    seat.later = { at, route };
    platform.uses(seat, route[0]!, 'payout', at);
  }
  return [seat];
}

/** Relatives in several towns whose elder keeps the money: their wallets end in one bank account. */
function treasurer({ platform }: Town): Seat[] {
  const { chance } = platform;
  const elder = platform.someone();
  const bank = platform.purse(elder, 'bank');
  return Array.from({ length: chance.whole(3, 6) }, () => {
    const who = platform.someone(
      chance.yes(0.4) ? elder.city : undefined,
      chance.yes(0.6) ? elder.name.family : undefined,
    );
    const own = platform.purse(who, 'wallet');
    return settle(platform, who, undefined, {
      ...developer,
      route: chance.yes(0.5) ? [own, bank] : [own, platform.purse(who, 'bank'), bank],
    });
  });
}

/** Draws small monthly fees from pupils, as thieves draw small sums. */
function tutor({ platform }: Town): Seat[] {
  const { chance } = platform;
  const seat = settle(platform, platform.someone(), undefined, developer);
  const fee = chance.between(8, 60);
  for (let pupil = chance.whole(8, 26); pupil > 0; pupil--)
    debits(platform, seat.route[0]!, fee, chance.whole(1, 5), 0.03);
  return [seat];
}

/** Sums that the payee draws from somebody's card. */
export function debits(
  platform: Platform,
  to: Purse,
  about: number,
  times: number,
  disputed: number,
  from = platform.purse(platform.someone(), platform.chance.pick(['card', 'bank'])),
): void {
  const { chance } = platform;
  const first = chance.between(start, end - 40 * day);
  for (let at = 0; at < times; at++)
    platform.transfer(
      from,
      to,
      about * chance.between(0.8, 1.2),
      first + at * chance.between(20, 35) * day,
      {
        initiated_by: chance.yes(0.9) ? 'payee' : '',
        status: chance.yes(disputed) ? chance.pick(['disputed', 'reversed']) : 'settled',
      },
    );
}

/** Bought the same sheet in a shop of templates. */
function sharedTemplate({ platform }: Town): Seat[] {
  const { chance } = platform;
  const sheet = drawPitch(chance);
  const picture = chance.hex(16);
  return people(platform, chance.whole(3, 8)).map((who) => {
    const seat = settle(platform, who, undefined, developer);
    const text = platform.about(seat, rewritten(chance, sheet, chance.between(0, 0.5)));
    platform.paper(seat, {
      kind: 'resume',
      used_for: 'signup',
      name_on_document: full(who.name),
      perceptual_hash: chance.yes(0.7) ? flipped(chance, picture, chance.whole(0, 6)) : '',
      text,
      submitted_at: stamp(seat.created + day),
    });
    return seat;
  });
}

/** Hides, works at odd hours, remotely, through wallets, sells hard: all alone. */
function loner({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const claimed = { ...who, city: chance.yes(0.6) ? chance.pick(cities) : who.city };
  const device: Machine = platform.machine({ remote: chance.yes(0.4) });
  const exits = [
    platform.address(claimed.city, 'hosting'),
    platform.address(chance.pick(cities), 'vpn'),
  ];
  const seat = platform.signUp(claimed, {
    ...developer,
    route: [
      platform.purse(claimed, 'wallet'),
      platform.purse(claimed, 'wallet'),
      platform.purse(who, 'bank'),
    ],
  });
  platform.fullTime(seat);
  if (chance.yes(0.5)) seat.wants = { ...seat.wants, outside: 0.25, coin: 0.15 };
  platform.works(
    who,
    [seat],
    [
      {
        weight: 6,
        ip: () => chance.pick(exits),
        device,
        ...(chance.yes(0.4) ? { port: 3389 } : {}),
      },
      { weight: chance.between(0, 3), ip: platform.vpn(), device },
    ],
  );
  return [seat];
}

/** Sells two trades under two accounts, openly. */
function twoTrades({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const route = platform.ownRoute(who);
  const seats = chance
    .some(trades, 2)
    .map((trade) =>
      platform.signUp({ ...who, email: platform.someone().email }, { ...developer, trade, route }),
    );
  platform.works(who, seats, platform.usualSpots(who));
  return seats;
}
