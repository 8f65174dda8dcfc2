import { company, debits, wages, type Town } from './honest.ts';
import type { Role } from './labels.ts';
import { cities, drawAddress, drawCompany, full, type City } from './places.ts';
import {
  day,
  end,
  flipped,
  start,
  stamp,
  type Hands,
  type Machine,
  type Platform,
  type Purse,
  type Seat,
  type Someone,
  type Spot,
} from './platform.ts';
import { drawPitch, rewritten, trades, type Pitch, type Want } from './texts.ts';

/**
 * A crew somewhere, whose names stand for people elsewhere. How careful it is was drawn once; each slip then
 * happens or not, seat by seat.
 */
class Crew {
  readonly platform: Platform;
  readonly care: number;
  readonly den: City;
  readonly opened: number;
  readonly model: Pitch;
  readonly trade: string;
  /** What all of a crew ask their clients for, if they do. */
  readonly wish: Want | undefined;

  constructor({ platform }: Town) {
    const { chance } = platform;
    this.platform = platform;
    // Most are careful enough, some are not.
    this.care = chance.unit() ** 0.7;
    this.den = chance.pick(cities);
    this.opened = platform.joined();
    this.model = drawPitch(chance);
    this.trade = chance.pick(trades);
    this.wish = chance.yes(0.4) ? chance.pick(['outside', 'coin', 'early']) : undefined;
  }

  /** Whether a slip that a careless crew makes with that chance is made. */
  slips(chance: number): boolean {
    return this.platform.chance.yes((1 - this.care) * chance);
  }

  /** The later the others, the more careful; always within what is watched. */
  created(): number {
    const spread = 15 + 320 * this.care;
    const at = this.opened + this.platform.chance.normal() * spread * day;
    return Math.min(at, end - 50 * day - this.platform.chance.unit() * 40 * day);
  }

  /** What the crew hides behind: servers of its own if it thinks little of it, else what many use. */
  tunnel(): (at: number) => string {
    return this.slips(1) ? this.platform.servers() : this.platform.vpn();
  }

  pitch(): Pitch {
    const { chance } = this.platform;
    return rewritten(
      chance,
      this.model,
      Math.min(1, 0.25 + 0.75 * this.care * chance.between(0.5, 1.3)),
    );
  }

  worker(): Someone {
    return this.platform.someone(this.den);
  }

  /** An account in another's name: how each ring differs is laid over this. */
  seat(shown: Someone, given: Partial<Seat> = {}): Seat {
    const { chance } = this.platform;
    const seat = this.platform.signUp(shown, {
      role: 'developer',
      trade: chance.yes(0.6) ? this.trade : chance.pick(trades),
      created: this.created(),
      pitch: this.pitch(),
      ...given,
    });
    // Most of a crew live from it, as four in ten of all developers do.
    if (seat.role !== 'client' && chance.yes(0.6)) this.platform.fullTime(seat);
    // An account that is hardly ever used is of no use to a crew.
    else if (seat.role !== 'client') seat.pace = Math.max(seat.pace, chance.between(0.045, 0.08));
    if (this.wish) seat.wants = { ...seat.wants, [this.wish]: chance.between(0.05, 0.3) };
    return seat;
  }

  wallet(shown: Someone): Purse {
    return this.platform.purse(shown, this.platform.chance.yes(0.55) ? 'wallet' : 'bank');
  }

  /** How a careful worker seems to sit where the name lives: a line there, or a VPN that many use. */
  cover(shown: Someone, tunnel: (at: number) => string, own?: Machine): Spot[] {
    const { chance } = this.platform;
    const device =
      own && this.slips(0.6) ? own : this.platform.machine({ remote: this.slips(0.3) });
    const spots: Spot[] = [
      {
        weight: 6,
        ip: chance.yes(0.35 + 0.4 * this.care) ? this.platform.line(shown.city) : tunnel,
        device,
      },
    ];
    if (chance.yes(0.35))
      spots.push({ weight: chance.between(0.5, 3), ip: this.platform.vpn(), device });
    return spots;
  }

  refer(seats: readonly Seat[], often: number): void {
    const { chance } = this.platform;
    const byAge = [...seats].sort((a, b) => a.created - b.created);
    for (const [at, seat] of byAge.entries())
      if (at > 0 && chance.yes(often)) seat.row['referred_by'] = chance.pick(byAge.slice(0, at)).id;
  }
}

export type Member = readonly [Seat, Role];

/** Each tells of one ring and returns its accounts. */
export const rings: Record<string, (town: Town) => Member[]> = {
  'dormitory team': dormitory,
  'laptop farm': farm,
  'rented accounts': rented,
  'bought accounts': bought,
  'rating lifters': lifters,
  'document mill': mill,
  'front agency': front,
  'cash-out broker': broker,
  'text copyists': copyists,
  'small debits': thieves,
  'one worker, many names': manyNames,
  'careful team': careful,
};

const all = (seats: readonly Seat[], role: Role = 'operator'): Member[] =>
  seats.map((seat) => [seat, role]);

/** One building, one subscription of a VPN, one who keeps the money. */
function dormitory(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const tunnel = crew.tunnel();
  const house = platform.line(crew.den);
  const banker = crew.worker();
  const last = platform.purse(banker, 'bank');
  const between = [
    platform.purse(platform.someone(), 'bank'),
    platform.purse(platform.someone(), 'wallet'),
  ];
  const seats: Seat[] = [];
  const desk = platform.machine();
  for (let left = chance.whole(4, 8); left > 0; left--) {
    const worker = crew.worker();
    const own = Array.from({ length: chance.yes(0.25) ? 2 : 1 }, () => {
      const shown = platform.someone();
      const wallet = crew.wallet(shown);
      const seat = crew.seat(shown, {
        route: crew.slips(0.5) ? [wallet, last] : [wallet, chance.pick(between), last],
      });
      seat.spots = crew.cover(shown, tunnel);
      if (crew.slips(0.6))
        seat.spots.push({ weight: 1, ip: house, device: seat.spots[0]!.device! });
      if (crew.slips(0.7)) seat.spots.push({ weight: 1, ip: tunnel, device: desk });
      return seat;
    });
    platform.works(worker, own);
    seats.push(...own);
  }
  crew.refer(seats, 0.3);
  return all(seats);
}

/** Machines at somebody's home, each under a neighbour's name, worked from far away. */
function farm(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const host = platform.someone();
  const house = platform.line(host.city);
  const hosted = platform.signUp(host, { role: chance.yes(0.5) ? 'both' : 'developer' });
  platform.works(host, [hosted], platform.usualSpots(host, { line: house }));
  const collector = platform.purse(crew.worker(), 'wallet');
  const fees = platform.purse(platform.someone(crew.den), 'bank');
  const seats = Array.from({ length: chance.whole(4, 7) }, () => {
    const shown = platform.someone(host.city);
    const device = platform.machine({ remote: chance.yes(0.6) });
    const line = chance.yes(0.35 * crew.care) ? platform.line(host.city) : house;
    const spots: Spot[] = [
      { weight: 9, ip: line, device, ...(chance.yes(0.6) ? { port: 3389 } : {}) },
    ];
    if (crew.slips(0.5)) spots.push({ weight: 1, ip: platform.vpn(), device: platform.machine() });
    const seat = crew.seat(shown, {
      route: [crew.wallet(shown), platform.purse(shown, 'bank'), collector],
    });
    if (chance.yes(0.4)) platform.ship(seat, host.address, chance.yes(0.5) ? host : shown);
    platform.works(crew.worker(), [seat], spots);
    return seat;
  });
  platform.transfer(collector, fees, 900, start + 40 * day);
  wages(platform, fees, hosted.route[0]!);
  return [[hosted, 'mule'], ...all(seats)];
}

/** True holders hand over what they opened, for a share; some keep the machine on and nothing outward changes. */
function rented(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const workers = [crew.worker(), crew.worker()].slice(0, chance.whole(1, 2));
  const kitty = platform.purse(crew.worker(), 'wallet');
  const payer = platform.purse(platform.someone(crew.den), 'bank');
  const machine = platform.machine();
  const kept: Hands['seats'][] = workers.map(() => []);
  const own = crew.seat(workers[0]!, { route: [crew.wallet(workers[0]!), kitty, payer] });
  platform.works(workers[0]!, [own], platform.usualSpots(workers[0]!, { device: machine }));
  const tunnel = crew.tunnel();
  const seats = Array.from({ length: chance.whole(3, 6) }, () => {
    const holder = platform.someone();
    const handover = chance.between(start + 15 * day, start + 100 * day);
    const seat = crew.seat(holder, {
      created: start - chance.skewed(420, 0.8) * day,
      pitch: drawPitch(chance),
    });
    const spots = platform.usualSpots(holder);
    const quiet = chance.yes(0.25 + 0.4 * crew.care);
    const taken = quiet
      ? [{ ...spots[0]!, ...(chance.yes(0.6) ? { port: 3389 } : {}) }]
      : crew.cover(holder, tunnel, machine);
    platform.hands.push({
      who: holder,
      seats: [{ seat, from: -Infinity, until: handover, spots }],
    });
    chance.pick(kept).push({ seat, from: handover, until: Infinity, spots: taken });
    // The holder's own bank may go on being paid first, and pays the worker.
    const route =
      quiet && chance.yes(0.5)
        ? [seat.route[0]!, kitty]
        : [platform.purse(crew.slips(0.5) ? crew.worker() : holder, 'wallet'), kitty];
    seat.later = { at: handover, route, pitch: crew.pitch() };
    if (route[0] !== seat.route[0]) {
      platform.uses(seat, route[0]!, 'payout', handover);
      wages(platform, payer, seat.route[0]!, chance.skewed(90, 0.4));
    }
    if (!quiet)
      for (const field of chance.some(['phone', 'email'], chance.whole(0, 2)))
        platform.change(
          seat,
          field,
          handover + chance.normal() * 5 * day,
          platform.someone()[field as 'phone' | 'email'],
        );
    return seat;
  });
  for (const [at, who] of workers.entries()) platform.hands.push({ who, seats: kept[at]! });
  return [[own, 'operator'], ...all(seats, 'mule')];
}

/** Old accounts of people who left, bought in one market and woken up. */
function bought(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const worker = crew.worker();
  const bank = platform.purse(crew.worker(), 'bank');
  const tunnel = crew.tunnel();
  const machine = platform.machine();
  const kept: Hands['seats'] = [];
  const seats = Array.from({ length: chance.whole(3, 6) }, () => {
    const first = platform.someone();
    const woken = chance.between(start + 40 * day, start + 110 * day);
    const seat = crew.seat(first, {
      created: start - chance.skewed(800, 0.4) * day,
      pitch: drawPitch(chance),
    });
    const left = start + chance.between(0, 25) * day;
    platform.hands.push({
      who: first,
      seats: [{ seat, from: -Infinity, until: left, spots: platform.usualSpots(first) }],
    });
    kept.push({ seat, from: woken, until: Infinity, spots: crew.cover(first, tunnel, machine) });
    const wallet = platform.purse(crew.slips(0.5) ? worker : platform.someone(), 'wallet');
    const route = crew.slips(0.5)
      ? [wallet, bank]
      : [wallet, platform.purse(platform.someone(), 'bank'), bank];
    seat.later = { at: woken, route, pitch: crew.pitch() };
    platform.uses(seat, route[0]!, 'payout', woken);
    for (const field of chance.some(
      ['email', 'phone', 'address', 'display_name'],
      chance.whole(1, 3),
    )) {
      const was = platform.someone();
      platform.change(
        seat,
        field,
        woken + chance.normal() * 4 * day,
        field === 'display_name' ? full(was.name) : was[field as 'phone' | 'email' | 'address'],
      );
    }
    return seat;
  });
  platform.hands.push({ who: worker, seats: kept });
  return all(seats);
}

/** Clients who are the developers' own, and pay with what they were paid. */
function lifters(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const worker = crew.worker();
  const tunnel = crew.tunnel();
  const machine = platform.machine();
  const middle = platform.purse(platform.someone(), 'wallet');
  const lifted = Array.from({ length: chance.whole(3, 6) }, () => {
    const shown = platform.someone();
    const wallet = crew.wallet(shown);
    const seat = crew.seat(shown, {
      route: chance.yes(0.6) ? [wallet, middle] : [wallet, platform.purse(shown, 'bank'), middle],
    });
    platform.works(crew.worker(), [seat], crew.cover(shown, tunnel));
    return seat;
  });
  const clients = Array.from({ length: chance.whole(1, 3) }, () => {
    const shown = platform.someone();
    const funding = crew.slips(0.4) ? lifted[0]!.route[0]! : platform.purse(shown, 'wallet');
    const seat = crew.seat(shown, {
      role: 'client',
      funding,
      favourites: lifted,
      favour: chance.between(0.45, 0.9),
      generous: chance.between(0.5, 1),
      posting: chance.between(0.05, 0.13),
    });
    seat.spots = crew.cover(shown, tunnel, machine);
    if (funding !== lifted[0]!.route[0]) wages(platform, middle, funding, chance.skewed(500, 0.5));
    return seat;
  });
  platform.works(worker, clients);
  return all([...lifted, ...clients]);
}

/** Buyers of papers from one forger, who share nothing else. */
function mill(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const plate = chance.hex(16);
  const faces = Array.from({ length: 3 }, () => chance.hex(16));
  const number = chance.hex(9).toUpperCase();
  const issuer = drawCompany(chance);
  const phone = `+999${chance.whole(10_000_000, 99_999_999)}`;
  const seats = Array.from({ length: chance.whole(4, 8) }, () => {
    const buyer = platform.someone();
    const shown = chance.yes(0.6) ? platform.someone() : buyer;
    const seat = crew.seat(shown, { pitch: drawPitch(chance), created: platform.joined() });
    platform.works(
      buyer,
      [seat],
      chance.yes(0.5) ? platform.usualSpots(buyer) : crew.cover(shown, platform.vpn()),
    );
    const faked = {
      perceptual_hash: chance.yes(0.8)
        ? flipped(chance, plate, chance.whole(0, 2 + Math.round(6 * crew.care)))
        : '',
    };
    platform.identify(seat, {
      ...faked,
      ...(chance.yes(0.45)
        ? { photo_hash: flipped(chance, chance.pick(faces), chance.whole(0, 3)) }
        : {}),
      ...(crew.slips(0.4) ? { number } : {}),
      ...(chance.yes(0.3) ? { address_on_document: drawAddress(chance, shown.city) } : {}),
    });
    if (chance.yes(0.4))
      platform.paper(seat, {
        kind: chance.pick(['diploma', 'statement']),
        used_for: 'verification',
        name_on_document: full(shown.name),
        issuer_name: chance.yes(0.6) ? issuer : drawCompany(chance),
        issuer_phone: chance.yes(0.5) ? phone : '',
        perceptual_hash: chance.yes(0.5) ? flipped(chance, plate, chance.whole(3, 9)) : '',
        verification_result: chance.pick(['passed', 'passed', 'unchecked', 'failed']),
        submitted_at: stamp(seat.created + chance.skewed(5, 0.9) * day),
      });
    return seat;
  });
  return all(seats);
}

/** A firm that hires outsiders for what its own false names win; another firm owns it. */
function front(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance, tables } = platform;
  const boss = platform.someone();
  const name = drawCompany(chance);
  const owner = drawCompany(chance);
  const firm = company(platform, boss, name);
  const behind = company(platform, platform.someone(crew.den), owner);
  tables.add('links', {
    from_type: 'company',
    from_id: behind,
    to_type: 'company',
    to_id: firm,
    kind: chance.pick(['owner_of', 'controls']),
    share_percent: chance.whole(51, 100),
    since: '',
    source: 'register',
  });
  if (chance.yes(0.4))
    tables.add(
      'watchlist',
      listed(
        platform,
        chance.yes(0.5) ? owner : `${owner.split(' ').slice(0, 2).join(' ')} Technology`,
        'company',
      ),
    );
  const till = platform.purse(boss, 'bank', firm);
  const beyond = platform.purse(platform.someone(crew.den), 'bank', behind);
  const head = crew.seat(boss, { role: 'agency', route: [till, beyond] });
  platform.works(boss, [head], platform.usualSpots(boss));
  const tunnel = crew.tunnel();
  const socks = Array.from({ length: chance.whole(2, 5) }, () => {
    const shown = platform.someone();
    const own = crew.wallet(shown);
    const seat = crew.seat(shown, {
      route: crew.slips(0.6) ? [till, beyond] : chance.yes(0.5) ? [own, till] : [own, beyond],
    });
    platform.works(crew.worker(), [seat], crew.cover(shown, tunnel));
    return seat;
  });
  const hired = Array.from({ length: chance.whole(1, 2) }, () => {
    const who = platform.someone();
    const seat = platform.signUp(who, { role: 'developer', trade: crew.trade });
    platform.works(who, [seat]);
    seat.row['referred_by'] = chance.yes(0.6) ? head.id : '';
    wages(platform, chance.yes(0.6) ? till : beyond, seat.route[0]!, chance.skewed(400, 0.5));
    return seat;
  });
  crew.refer([head, ...socks], 0.35);
  return [...all([head, ...socks]), ...all(hired, 'unwitting')];
}

export function listed(platform: Platform, name: string, kind: 'company' | 'person') {
  const { chance, tables } = platform;
  return {
    entry_id: `w-${tables.id()}`,
    list: 'SAMPLE-LIST',
    name,
    aliases: chance.yes(0.3) ? drawCompany(chance) : '',
    kind,
    country: chance.yes(0.6) ? chance.pick(cities).country : '',
    programs: chance.pick(['P-11', 'P-24', 'P-30']),
    listed_on: stamp(start - chance.skewed(1_200, 0.7) * day).slice(0, 10),
    list_published_on: stamp(start).slice(0, 10),
  };
}

/** Unrelated people whose wallets one broker empties into one bank. */
function broker(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const man = crew.worker();
  const bank = platform.purse(man, 'bank');
  const wallets = Array.from({ length: chance.whole(2, 3) }, () =>
    platform.purse(crew.slips(0.7) ? man : platform.someone(), 'wallet'),
  );
  const seats = Array.from({ length: chance.whole(4, 8) }, () => {
    const who = platform.someone();
    const shown = chance.yes(0.7) ? platform.someone() : who;
    const own = crew.wallet(shown);
    const seat = crew.seat(shown, {
      pitch: drawPitch(chance),
      created: platform.joined(),
      trade: chance.pick(trades),
      route: [own, chance.pick(wallets), bank],
    });
    if (chance.yes(0.5)) seat.wants = { ...seat.wants, coin: 0.2 };
    platform.works(
      who,
      [seat],
      shown === who ? platform.usualSpots(who) : crew.cover(shown, platform.vpn()),
    );
    return seat;
  });
  return all(seats, chance.yes(0.5) ? 'mule' : 'operator');
}

/** All they share is how they write, and when they are awake. */
function copyists(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const seats = Array.from({ length: chance.whole(4, 8) }, () => {
    const shown = platform.someone();
    const pitch = rewritten(chance, crew.model, chance.between(0.05, 0.25 + 0.4 * crew.care));
    const seat = crew.seat(shown, { trade: crew.trade, pitch, bidding: chance.skewed(1.4, 0.4) });
    platform.works(crew.worker(), [seat], crew.cover(shown, platform.line(shown.city)));
    if (chance.yes(0.4))
      platform.paper(seat, {
        kind: 'resume',
        used_for: 'signup',
        name_on_document: full(shown.name),
        text: platform.about(seat),
        submitted_at: stamp(seat.created + chance.skewed(2, 0.8) * day),
      });
    return seat;
  });
  return all(seats);
}

/** Small sums from many strangers' cards, and from a client or two. */
function thieves(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const pot = platform.purse(crew.worker(), 'wallet');
  const tunnel = crew.tunnel();
  const seats = Array.from({ length: chance.whole(3, 5) }, () => {
    const shown = platform.someone();
    const seat = crew.seat(shown, { route: [crew.wallet(shown), pot] });
    platform.works(crew.worker(), [seat], crew.cover(shown, tunnel));
    const about = chance.between(15, 90);
    let taken = 0;
    for (let left = chance.whole(7, 16); left > 0; left--) {
      const times = chance.whole(1, 4);
      debits(platform, seat.route[0]!, about, times, 0.12 + 0.25 * (1 - crew.care));
      taken += about * times;
    }
    wages(platform, seat.route[0]!, pot, taken / 6);
    return seat;
  });
  const victims = Array.from({ length: chance.whole(0, 2) }, () => {
    const who = platform.someone();
    const seat = platform.signUp(who, { role: 'client' });
    platform.works(who, [seat]);
    debits(
      platform,
      chance.pick(seats).route[0]!,
      chance.between(20, 80),
      chance.whole(3, 5),
      0.5,
      seat.funding,
    );
    return seat;
  });
  return [...all(seats), ...all(victims, 'victim')];
}

/** One pair of hands under several names, one after the other through the day. */
function manyNames(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const worker = crew.worker();
  const home = platform.line(crew.den);
  const tunnel = crew.tunnel();
  const bank = platform.purse(worker, 'bank');
  const machine = platform.machine();
  const second = platform.purse(platform.someone(), 'bank');
  const seats = Array.from({ length: chance.whole(3, 5) }, () => {
    const shown = platform.someone();
    const wallet = crew.wallet(shown);
    const seat = crew.seat(shown, {
      route: chance.yes(0.6) ? [wallet, bank] : [wallet, second, bank],
    });
    seat.spots = crew.cover(shown, tunnel, machine);
    if (crew.slips(0.6))
      seat.spots.push({ weight: 1.5, ip: crew.slips(0.7) ? home : tunnel, device: machine });
    if (crew.slips(0.25)) seat.row['phone'] = worker.phone;
    return seat;
  });
  platform.works(worker, seats);
  return all(seats);
}

/** A device, a line and a wallet each; two or three hops on it is one purse. */
function careful(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const last = platform.purse(crew.worker(), 'bank');
  const collectors = [
    platform.purse(platform.someone(), 'bank'),
    platform.purse(platform.someone(), 'bank'),
  ];
  const seats = Array.from({ length: chance.whole(4, 8) }, () => {
    const shown = platform.someone();
    const seat = crew.seat(shown, {
      route: [
        crew.wallet(shown),
        platform.purse(platform.someone(), 'wallet'),
        chance.pick(collectors),
        last,
      ],
    });
    platform.works(crew.worker(), [seat], crew.cover(shown, platform.line(shown.city)));
    return seat;
  });
  crew.refer(seats, 0.45);
  return all(seats);
}
