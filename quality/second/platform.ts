import {
  plain,
  type City,
  type Name,
  drawAddress,
  drawCompany,
  drawName,
  full,
  cities,
} from './places.ts';
import type { Chance } from './random.ts';
import type { Row, Tables } from './tables.ts';
import { drawPitch, say, trades, type Pitch, type Want } from './texts.ts';

export const day = 86_400_000;
/** Half a year is watched. */
export const start = Date.UTC(2025, 0, 6);
export const days = 182;
export const end = start + days * day;

/** A time as the platform writes it: to the second, as it fell. */
export const stamp = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** The person behind a keyboard: what they are called and when they are awake. */
export interface Someone {
  name: Name;
  birth: string;
  city: City;
  address: string;
  phone: string;
  email: string;
  photo: string;
  /** Local hour at which work begins, and how many hours it goes on. */
  wakes: number;
  works: number;
  weekends: number;
}

/** Where somebody connects from: an address each time it is asked for. */
export interface Spot {
  weight: number;
  ip(at: number): string;
  device?: Machine;
  port?: number;
}

export interface Machine {
  id: string;
  agent: string;
}

export interface Purse {
  id: string;
  currency: string;
}

/** An account of the platform, with whoever works it at a given time. */
export interface Seat {
  id: string;
  shown: Someone;
  role: 'developer' | 'client' | 'both' | 'agency';
  trade: string;
  created: number;
  closed: number;
  /** Sessions a day, bids a session, jobs posted a day. */
  pace: number;
  bidding: number;
  posting: number;
  skill: number;
  pitch: Pitch;
  wants: Partial<Record<Want, number>>;
  spots: Spot[];
  /** Where earnings go, and on from there: each next one is paid from the one before. */
  route: Purse[];
  funding: Purse;
  /** Whom a client hires without asking around, how often, and whether they are praised for it. */
  favourites: Seat[];
  favour: number;
  generous: number;
  /** What is otherwise from some time on: new hands, a new bank. */
  later?: { at: number; route?: Purse[]; pitch?: Pitch };
  row: Row;
}

/** A pair of hands and the accounts they keep; a change of hands is an account in two of these at other times. */
export interface Hands {
  who: Someone;
  seats: { seat: Seat; from: number; until: number; spots?: Spot[] }[];
}

const browsers = ['Firefox/128.0', 'Chrome/126.0', 'Chrome/129.0', 'Safari/17.5', 'Edg/127.0'];
const systems = ['Windows 10', 'Windows 11', 'Ubuntu 22.04', 'macOS 14', 'Android 14', 'Fedora 40'];
const idKinds = ['passport', 'national_id', 'driving_licence', 'resident_card'];
const providers = ['Oriel Pay', 'Juno Wallet', 'Tapcoin', 'Brightpurse'];
const banks = [
  'Harbour Savings',
  'Union Cooperative',
  'First Meridian',
  'Lakeside Bank',
  'Postal Credit',
  'Novabanka',
];

/** What the platform's own forms do, alike for all: people sign up, connect, hand in papers and open purses. */
export class Platform {
  readonly chance: Chance;
  readonly tables: Tables;
  readonly seats: Seat[] = [];
  readonly hands: Hands[] = [];
  readonly exits: string[][];
  readonly identified = new Set<Seat>();
  readonly #phones = new Map<City, string[]>();
  readonly #ips = new Set<string>();
  readonly #forms: string[];

  constructor(chance: Chance, tables: Tables) {
    this.chance = chance;
    this.tables = tables;
    this.#forms = Array.from({ length: 60 }, () => chance.hex(16));
    // A few exits are busy, so that sharing one says little.
    this.exits = Array.from({ length: 5 }, () =>
      Array.from({ length: 24 }, () => this.address(chance.pick(cities), 'vpn')),
    );
    for (const city of cities)
      this.#phones.set(
        city,
        Array.from({ length: 7 }, () => this.address(city, 'mobile')),
      );
  }

  someone(home?: City, family?: string): Someone {
    const { chance } = this;
    const city = home ?? chance.pick(cities);
    const name = drawName(chance, family);
    const handle = plain(chance.yes(0.5) ? full(name) : `${name.given[0]!}${name.family}`);
    return {
      name,
      birth: new Date(Date.UTC(chance.whole(1962, 2004), chance.whole(0, 11), chance.whole(1, 28)))
        .toISOString()
        .slice(0, 10),
      city,
      address: drawAddress(chance, city),
      phone: `+999${chance.whole(10_000_000, 99_999_999)}`,
      email: `${handle}${chance.yes(0.6) ? chance.whole(1, 999) : ''}@${chance.pick(['mail', 'post', 'inbox', 'letters'])}.example`,
      photo: chance.hex(16),
      wakes: 8.5 + 1.6 * chance.normal() + (chance.yes(0.07) ? chance.between(6, 14) : 0),
      works: chance.between(5, 12),
      weekends: chance.between(0, 0.9),
    };
  }

  /** A new address of a network in that city. Only ranges that nobody routes. */
  address(city: City, kind: string): string {
    const { chance } = this;
    const block = cities.indexOf(city);
    for (let tries = 0; ; tries++) {
      const six = tries > 20 || (kind === 'residential' && chance.yes(0.2));
      const ip = six
        ? `2001:db8:${(block + 16).toString(16)}:${chance.whole(4096, 65_535).toString(16)}::${chance.whole(1, 9)}`
        : kind === 'mobile'
          ? `100.${64 + block}.${chance.whole(0, 255)}.${chance.whole(1, 254)}`
          : `198.${chance.whole(18, 19)}.${block * 9 + chance.whole(0, 8)}.${chance.whole(1, 254)}`;
      if (this.#ips.has(ip)) continue;
      this.#ips.add(ip);
      const network = `${city.name} ${chance.pick(['Net', 'Cable', 'Online', 'Telecom'])}`;
      if (chance.yes(0.6))
        this.tables.add('ips', {
          ip,
          country: chance.yes(0.97) ? city.country : '',
          city: chance.yes(0.7) ? city.name : '',
          asn: `AS${64_512 + block * 8 + kind.length}`,
          as_name: kind === 'residential' || kind === 'mobile' ? network : `${network} ${kind}`,
          kind: chance.yes(0.85) ? kind : '',
          open_ports: this.openPorts(chance.yes(0.03)),
          observed_at: stamp(chance.between(start, end)),
        });
      return ip;
    }
  }

  openPorts(remote: boolean): string {
    const { chance } = this;
    // Only some addresses were ever looked at.
    if (!chance.yes(0.3)) return '';
    const ports = chance.some(['80', '443', '22', '8080', '53', '7547'], chance.whole(0, 2));
    return [...ports, ...(remote ? ['3389'] : [])].join('|');
  }

  /** A line at home: its address changes every few weeks, for most. */
  line(city: City, kind = 'residential'): (at: number) => string {
    const { chance } = this;
    const every = chance.yes(0.45) ? Infinity : chance.skewed(35, 0.8) * day;
    const offset = chance.between(0, 1);
    const known = new Map<number, string>();
    return (at) => {
      const turn = every === Infinity ? 0 : Math.floor((at - start) / every + offset);
      const ip = known.get(turn) ?? this.address(city, kind);
      known.set(turn, ip);
      return ip;
    };
  }

  mobile(city: City): (at: number) => string {
    const pool = this.#phones.get(city)!;
    return () => this.chance.pick(pool);
  }

  /** A subscriber of a VPN keeps to a few of its exits. */
  vpn(): (at: number) => string {
    const exits = this.chance.some(this.chance.pick(this.exits), 3);
    return () => this.chance.pick(exits);
  }

  machine({ remote = false, os = '' }: { remote?: boolean; os?: string } = {}): Machine {
    const { chance, tables } = this;
    const system = os || chance.pick(systems);
    const id = `m-${tables.id()}`;
    const tools = chance.some(['AnyDesk', 'TeamViewer', 'RustDesk', 'Chrome Remote Desktop'], 1);
    tables.add('devices', {
      device_id: id,
      kind: chance.yes(0.8)
        ? system.startsWith('Android')
          ? 'phone'
          : chance.pick(['laptop', 'desktop'])
        : '',
      os: chance.yes(0.9) ? system : '',
      fingerprint: chance.yes(0.7) ? chance.hex(20) : '',
      remote_access: (remote ? chance.yes(0.7) : chance.yes(0.03)) ? tools.join('|') : '',
    });
    return { id, agent: `Mozilla/5.0 (${system}) ${chance.pick(browsers)}` };
  }

  /** Rented machines of one's own, which hardly anyone else connects from. */
  servers(): (at: number) => string {
    const { chance } = this;
    const rented = Array.from({ length: chance.whole(1, 4) }, () =>
      this.address(chance.pick(cities), chance.pick(['hosting', 'hosting', 'vpn'])),
    );
    return () => chance.pick(rented);
  }

  /** What most people have: a line, a machine, and a phone or a café now and then. */
  usualSpots(who: Someone, { device = this.machine(), line = this.line(who.city) } = {}): Spot[] {
    const { chance } = this;
    const spots: Spot[] = [{ weight: 10, ip: line, device }];
    if (chance.yes(0.4))
      spots.push({
        weight: chance.between(1, 5),
        ip: this.mobile(who.city),
        device: chance.yes(0.6) ? this.machine({ os: 'Android 14' }) : device,
      });
    if (chance.yes(0.22)) spots.push({ weight: chance.between(0.5, 6), ip: this.vpn(), device });
    if (chance.yes(0.12))
      spots.push({
        weight: chance.between(1, 6),
        ip: this.line(who.city, 'business'),
        device: this.machine(),
      });
    return spots;
  }

  purse(who: Someone, kind = this.chance.yes(0.4) ? 'wallet' : 'bank', company?: string): Purse {
    const { chance, tables } = this;
    const digital = kind === 'wallet' || kind === 'crypto';
    const currency = digital || chance.yes(0.2) ? 'USD' : who.city.currency;
    const id = `pa-${tables.id()}`;
    tables.add('payment_accounts', {
      payment_account_id: id,
      kind: chance.yes(0.97) ? kind : '',
      provider: chance.yes(0.9) ? chance.pick(digital ? providers : banks) : '',
      holder_name: kind !== 'crypto' && chance.yes(0.85) ? this.typed(full(who.name)) : '',
      holder_company: company ?? '',
      country: kind !== 'crypto' && chance.yes(0.8) ? who.city.country : '',
      currency,
      status: chance.yes(0.6) ? 'open' : '',
      opened_at: chance.yes(0.6) ? stamp(start - chance.skewed(500, 0.9) * day) : '',
    });
    return { id, currency };
  }

  /** As people type: mostly right. */
  typed(text: string): string {
    const { chance } = this;
    if (chance.yes(0.06)) return text.toUpperCase();
    if (!chance.yes(0.025) || text.length < 5) return text;
    const at = chance.whole(1, text.length - 2);
    return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
  }

  /** A share of accounts is older than what is watched. */
  joined(): number {
    const { chance } = this;
    return chance.yes(0.72)
      ? start - chance.skewed(420, 0.8) * day
      : chance.between(start, end - 25 * day);
  }

  /** Opens an account in somebody's name; whoever works it is said by `hands`. */
  signUp(shown: Someone, given: Partial<Seat> = {}, cells: Row = {}): Seat {
    const { chance, tables } = this;
    const role =
      given.role ?? (chance.yes(0.31) ? 'client' : chance.yes(0.06) ? 'both' : 'developer');
    const buys = role === 'client' || role === 'both';
    const created = given.created ?? this.joined();
    const trade = given.trade ?? chance.pick(trades);
    const route = given.route ?? this.ownRoute(shown);
    const closed =
      given.closed ??
      (chance.yes(0.05)
        ? chance.between(Math.max(created, start) + 15 * day, end + 60 * day)
        : Infinity);
    const id = `u-${tables.id()}`;
    const verified = created + chance.skewed(1.5, 1.2) * day;
    const row = tables.add('accounts', {
      account_id: id,
      platform: 'workbench',
      role,
      handle: `${plain(shown.name.given).slice(0, 6)}${plain(shown.name.family).slice(0, 5)}${chance.whole(1, 9999)}`,
      display_name: chance.yes(0.96) ? this.typed(full(shown.name)) : '',
      legal_name: chance.yes(0.6) ? full(shown.name) : '',
      birth_date: chance.yes(0.5) ? shown.birth : '',
      trade: chance.yes(0.9) ? trade : '',
      // Where somebody was born is told apart from where they live.
      nationality: chance.yes(0.4)
        ? (chance.yes(0.85) ? shown.city : chance.pick(cities)).country
        : '',
      country: chance.yes(0.93) ? shown.city.country : '',
      city: chance.yes(0.8) ? shown.city.name : '',
      address: chance.yes(0.55) ? shown.address : '',
      timezone: chance.yes(0.7) ? shown.city.zone : '',
      email: chance.yes(0.95) ? shown.email : '',
      phone: chance.yes(0.7) ? shown.phone : '',
      website: chance.yes(0.15) ? this.website(shown) : '',
      employer: chance.yes(0.3) ? drawCompany(chance) : '',
      education: chance.yes(0.35)
        ? `${chance.pick(cities).name} ${chance.pick(['Polytechnic', 'College', 'University', 'Academy'])}`
        : '',
      status: closed < end ? chance.pick(['closed', 'closed', 'suspended']) : 'active',
      created_at: stamp(created),
      verified_at: chance.yes(0.8) && verified < end ? stamp(verified) : '',
      video_verified_at:
        chance.yes(0.15) && verified + 9 * day < end
          ? stamp(verified + chance.between(0, 9) * day)
          : '',
      closed_at: closed < end ? stamp(closed) : '',
      closed_reason: closed < end ? chance.pick(['on request', 'inactive', 'terms', '', '']) : '',
      referred_by: '',
      ...cells,
    });
    const seat: Seat = {
      id,
      shown,
      role,
      trade,
      created,
      closed,
      pace: Math.min(1.4, chance.skewed(buys ? 0.022 : 0.03, 0.75)),
      bidding: role === 'client' ? 0 : chance.skewed(0.6, 0.6),
      posting: buys ? chance.skewed(0.034, 0.7) : role === 'agency' ? 0.01 : 0,
      skill: chance.skewed(1, 0.5),
      pitch: drawPitch(chance),
      wants: Object.fromEntries(
        (['outside', 'coin', 'ship', 'early'] as const).map((want) => [
          want,
          chance.yes(0.12) ? chance.between(0.02, 0.3) : 0.01,
        ]),
      ),
      spots: [],
      route,
      funding: route[0]!,
      favourites: [],
      favour: 0,
      generous: 0,
      ...given,
      row,
    };
    if (buys)
      seat.funding =
        given.funding ?? this.purse(shown, chance.pick(['card', 'card', 'bank', 'wallet']));
    const since = Math.max(created + day, start - 200 * day);
    if (role !== 'client') this.uses(seat, seat.route[0]!, 'payout', since);
    if (buys) this.uses(seat, seat.funding, 'funding', since);
    this.seats.push(seat);
    return seat;
  }

  /** Lives from it: comes often and is good enough to be hired again. */
  fullTime(seat: Seat): void {
    const { chance } = this;
    seat.pace = Math.max(seat.pace, chance.between(0.08, 0.26));
    seat.skill = Math.max(seat.skill, chance.between(1.5, 4));
  }

  uses(seat: Seat, purse: Purse, purpose: 'payout' | 'funding', since: number, until = end): void {
    const { chance } = this;
    this.tables.add('account_payments', {
      account_id: seat.id,
      payment_account_id: purse.id,
      purpose: chance.yes(0.96) ? purpose : '',
      first_used_at: chance.yes(0.85) ? stamp(since + chance.between(0, 5) * day) : '',
      last_used_at: chance.yes(0.5)
        ? stamp(Math.max(since + 6 * day, until - chance.skewed(12, 1) * day))
        : '',
    });
  }

  /** Most people are paid into one of their own and move some of it to a second of theirs. */
  ownRoute(who: Someone): Purse[] {
    const { chance } = this;
    const first = this.purse(who);
    const route = [first];
    if (chance.yes(0.42)) route.push(this.purse(who, 'bank'));
    if (chance.yes(0.12)) route.push(this.purse(who, chance.pick(['bank', 'crypto', 'prepaid'])));
    return route;
  }

  website(who: Someone): string {
    const { chance, tables } = this;
    const url = `https://${plain(full(who.name))}${chance.whole(1, 99)}.example/`;
    if (chance.yes(0.5))
      tables.add('websites', {
        url,
        status: chance.weighted(['live', 'parked', 'defunct'], (status) =>
          status === 'live' ? 8 : 1,
        ),
        checked_at: stamp(chance.between(start, end)),
      });
    return url;
  }

  paper(seat: Seat, cells: Row): void {
    // What comes after the last day is not known yet.
    if (String(cells['submitted_at']) > stamp(end)) return;
    this.tables.add('documents', {
      document_id: `d-${this.tables.id()}`,
      account_id: seat.id,
      ...cells,
    });
  }

  /** Papers as everyone hands them in; what a ring's papers share is laid over them. */
  identify(seat: Seat, laid: Row = {}): void {
    const { chance } = this;
    this.identified.add(seat);
    const who = seat.shown;
    const tries = chance.yes(0.09) ? 2 : 1;
    const number = chance.hex(9).toUpperCase();
    const kind = chance.pick(idKinds);
    for (let at = 0; at < tries; at++)
      this.paper(seat, {
        kind,
        used_for: chance.pick(['signup', 'verification']),
        name_on_document: chance.yes(0.9)
          ? chance.yes(0.3)
            ? full(who.name).toUpperCase()
            : full(who.name)
          : '',
        birth_date: chance.yes(0.6) ? who.birth : '',
        number: chance.yes(0.8) ? number : '',
        issuing_country: chance.yes(0.7) ? who.city.country : '',
        address_on_document: chance.yes(0.35)
          ? chance.yes(0.9)
            ? who.address
            : drawAddress(chance, who.city)
          : '',
        sha256: chance.yes(0.8) ? chance.hex(64) : '',
        perceptual_hash: chance.yes(0.7) ? this.#picture() : '',
        photo_hash: chance.yes(0.6) ? who.photo : '',
        verification_result:
          at + 1 < tries
            ? chance.pick(['failed', 'poor_image'])
            : chance.weighted(['passed', 'failed', 'poor_image', 'unchecked'], (result) =>
                result === 'passed' ? 20 : 1,
              ),
        submitted_at: stamp(seat.created + chance.skewed(0.4, 1.2) * day + at * day),
        ...laid,
      });
  }

  /** A scan's hash; some forms look alike whoever fills them in. */
  #picture(): string {
    const { chance } = this;
    return chance.yes(0.05)
      ? flipped(chance, chance.pick(this.#forms), chance.whole(0, 8))
      : chance.hex(16);
  }

  /** What somebody says of themselves where there is no job to speak of. */
  about(seat: Seat, pitch = seat.pitch): string {
    const { shown, trade } = seat;
    return say(this.chance, pitch, {
      me: full(shown.name),
      client: 'reader',
      job: 'new work',
      trade,
      city: shown.city.name,
    });
  }

  /** Working papers of some: a résumé in the words of the pitch, a diploma, a profile elsewhere. */
  introduce(seat: Seat): void {
    const { chance, tables } = this;
    const who = seat.shown;
    if (seat.role !== 'client' && chance.yes(0.3))
      this.paper(seat, {
        kind: chance.pick(['resume', 'resume', 'portfolio', 'profile']),
        used_for: 'signup',
        name_on_document: chance.yes(0.8) ? full(who.name) : '',
        sha256: chance.yes(0.5) ? chance.hex(64) : '',
        text: this.about(seat),
        submitted_at: stamp(seat.created + chance.skewed(2, 1) * day),
      });
    if (chance.yes(0.08))
      this.paper(seat, {
        kind: chance.pick(['diploma', 'statement', 'contract', 'invoice']),
        used_for: 'verification',
        name_on_document: full(who.name),
        issuer_name: drawCompany(chance),
        issuer_email: chance.yes(0.5) ? `office@${plain(drawCompany(chance))}.example` : '',
        issuer_phone: chance.yes(0.3) ? `+999${chance.whole(10_000_000, 99_999_999)}` : '',
        sha256: chance.yes(0.8) ? chance.hex(64) : '',
        perceptual_hash: chance.yes(0.5) ? chance.hex(16) : '',
        verification_result: chance.pick(['passed', 'passed', 'passed', 'unchecked', 'failed']),
        submitted_at: stamp(seat.created + chance.skewed(6, 1) * day),
      });
    if (chance.yes(0.18))
      tables.add('profiles', {
        profile_id: `p-${tables.id()}`,
        account_id: seat.id,
        site: chance.pick(['codehub.example', 'worknet.example', 'folio.example']),
        name: chance.yes(0.9) ? this.typed(full(who.name)) : who.name.given,
        country: chance.yes(0.7) ? (chance.yes(0.94) ? who.city : chance.pick(cities)).country : '',
        city: chance.yes(0.5) ? who.city.name : '',
        email: chance.yes(0.4) ? who.email : '',
        phone: chance.yes(0.2) ? who.phone : '',
        employer: chance.yes(0.4) ? (seat.row['employer'] ?? '') : '',
        education: chance.yes(0.4) ? (seat.row['education'] ?? '') : '',
        observed_at: stamp(chance.between(Math.max(seat.created, start - 100 * day), end)),
      });
    if (chance.yes(0.03)) this.ship(seat, who.address, who);
    if (chance.yes(0.11)) {
      const at = chance.between(Math.max(seat.created + day, start - 90 * day), end);
      const field = chance.pick(['phone', 'email', 'address', 'city', 'timezone', 'display_name']);
      this.change(seat, field, at, this.#before(who, field));
    }
  }

  #before(who: Someone, field: string): string {
    const old = this.someone(field === 'city' || field === 'timezone' ? undefined : who.city);
    if (field === 'display_name') return `${who.name.given} ${old.name.family}`;
    if (field === 'city') return old.city.name;
    return field === 'timezone'
      ? old.city.zone
      : field === 'phone'
        ? old.phone
        : field === 'email'
          ? old.email
          : old.address;
  }

  /** What it says now stands in accounts; this is what it said before. */
  change(seat: Seat, field: string, at: number, old: string): void {
    this.tables.add('account_changes', {
      account_id: seat.id,
      field,
      old_value: this.chance.yes(0.9) ? old : '',
      new_value: seat.row[field],
      changed_at: stamp(at),
    });
  }

  ship(seat: Seat, address: string, to: Someone): void {
    const { chance, tables } = this;
    tables.add('shipments', {
      shipment_id: `s-${tables.id()}`,
      account_id: seat.id,
      address,
      country: to.city.country,
      recipient_name: chance.yes(0.9) ? full(to.name) : '',
      requested_at: stamp(chance.between(Math.max(seat.created, start), end)),
    });
  }

  /** Somebody works it themselves, from now on, from their usual spots. */
  works(who: Someone, seats: readonly Seat[], spots?: Spot[]): void {
    for (const seat of seats)
      if (seat.spots.length === 0) seat.spots = spots ?? this.usualSpots(who);
    this.hands.push({
      who,
      seats: seats.map((seat) => ({ seat, from: -Infinity, until: Infinity })),
    });
  }

  transfer(from: Purse, to: Purse, amount: number, at: number, cells: Row = {}): void {
    if (at >= end || amount < 0.5) return;
    const { chance, tables } = this;
    tables.add('transfers', {
      transfer_id: `t-${tables.id()}`,
      from_payment_account_id: from.id,
      to_payment_account_id: to.id,
      amount: amount.toFixed(2),
      currency: 'USD',
      sent_at: stamp(at),
      channel: chance.yes(0.6) ? chance.pick(['transfer', 'instant', 'marketplace']) : '',
      initiated_by: chance.yes(0.7) ? 'payer' : '',
      status: chance.weighted(['settled', 'failed', 'reversed', 'disputed'], (status) =>
        status === 'settled' ? 120 : 1,
      ),
      reference: chance.yes(0.3)
        ? chance.pick([
            'thanks',
            'rent',
            'invoice',
            'share',
            'see contract',
            'monthly',
            'as agreed',
          ])
        : '',
      job_id: '',
      ...cells,
    });
  }
}

/** The picture's hash after small changes. */
export function flipped(chance: Chance, hash: string, bits: number): string {
  let value = BigInt(`0x${hash}`);
  for (let at = 0; at < bits; at++) value ^= 1n << BigInt(chance.whole(0, 63));
  return value.toString(16).padStart(16, '0');
}
