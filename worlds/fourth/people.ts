import { drawName } from './names.ts';
import { Network } from './network.ts';
import { Registry } from './papers.ts';
import { TRADES } from './phrases.ts';
import { COUNTRIES, STREETS, STREET_KINDS, type City } from './places.ts';
import { Bank } from './purses.ts';
import { Random } from './random.ts';
import { DAY } from './rules.ts';
import {
  type Account,
  type Clock,
  type Desk,
  type Person,
  type World,
  iso,
  isDay,
} from './state.ts';
import { drawVoice } from './texts.ts';

const CITIES: readonly City[] = COUNTRIES.flatMap((country) => country.cities);
const MAIL = ['mail.example', 'inbox.example', 'post.test', 'letters.example', 'box.test'];
const SYSTEMS = ['Windows 10', 'Windows 11', 'macOS 13', 'macOS 14', 'Ubuntu 22.04'];
const TOOLS = ['anydesk', 'teamviewer', 'rustdesk', 'rdp', 'vnc', 'parsec'];

export interface Wish {
  city?: City;
  role?: string;
  trade?: string;
  from?: number;
  person?: Person;
}

/** The people of a world and the accounts they open, all drawn from one and the same distribution. */
export class People {
  readonly world: World;
  readonly network: Network;
  readonly bank: Bank;
  readonly registry: Registry;
  readonly #random: Random;

  constructor(world: World) {
    this.world = world;
    this.network = new Network(world, CITIES);
    this.bank = new Bank(world);
    this.registry = new Registry(world);
    this.#random = new Random(world.random.hex(12));
  }

  city(): City {
    const country = this.#random.weighted(COUNTRIES, (one) => one.weight);
    return this.#random.pick(country.cities);
  }

  address(city: City): string {
    const random = this.#random;
    const flat = random.chance(0.4) ? `, flat ${random.int(1, 60)}` : '';
    return `${random.int(1, 240)} ${random.pick(STREETS)} ${random.pick(STREET_KINDS)}${flat}, ${city.name}`;
  }

  email(given: string, family: string): string {
    const random = this.#random;
    const a = given.toLowerCase().split(' ')[0]!;
    const b = family.toLowerCase();
    const local = random.pick([`${a}.${b}`, `${a}${b}`, `${b}${a[0]!}`, `${a}_${b}`, `${a}dev`]);
    return `${local}${random.int(1, 9999)}@${random.pick(MAIL)}`;
  }

  phone(city: City): string {
    return `+${city.country.dial}${this.#random.digits(9)}`;
  }

  person(city: City, family?: string): Person {
    const random = this.#random;
    const name = drawName(random, random.pick(city.country.cultures));
    const last = family ?? name.family;
    return {
      given: name.given,
      family: last,
      name: `${name.given} ${last}`,
      city,
      address: this.address(city),
      birth: isDay(this.world.rules.start - random.real(19, 56) * 365 * DAY),
      email: this.email(name.given, last),
      phone: this.phone(city),
      face: random.hex(16),
      number: `${random.pick(['A', 'K', 'M', 'P', 'X'])}${random.digits(8)}`,
    };
  }

  device(
    kind: 'laptop' | 'desktop' | 'phone' = 'laptop',
    remote = this.world.rules.remote,
  ): string {
    const random = this.#random;
    const id = this.world.id('v');
    const tools = random.chance(remote) ? random.sample(TOOLS, random.int(1, 2)).join('|') : '';
    this.world.tables.devices.push({
      device_id: id,
      kind: kind === 'laptop' && random.chance(0.3) ? 'desktop' : kind,
      os:
        kind === 'phone'
          ? random.pick(['Android 13', 'Android 14', 'iOS 17'])
          : random.pick(SYSTEMS),
      // Two machines of one make now and then show one fingerprint.
      fingerprint: random.chance(0.06) ? `f-common-${random.int(1, 400)}` : `f-${random.hex(12)}`,
      remote_access: kind === 'phone' ? '' : tools,
    });
    return id;
  }

  desk(account: Account, more: Partial<Desk>): Desk {
    const desk: Desk = {
      line: more.line ?? this.network.home(account.person.city),
      device: more.device ?? this.device(),
      from: account.from,
      until: Infinity,
      weight: 1,
      remote: 0,
      ...more,
    };
    account.desks.push(desk);
    return desk;
  }

  clock(city: City): Clock {
    const random = this.#random;
    const late = random.chance(this.world.rules.nightOwls) ? random.real(4, 14) : 0;
    return {
      offset: city.offset,
      starts: 9.5 + 1.5 * random.normal() + late,
      scatter: random.real(1.5, 4),
    };
  }

  enrol(wish: Wish = {}): Account {
    const random = this.#random;
    const { rules } = this.world;
    const city = wish.person?.city ?? wish.city ?? this.city();
    const person = wish.person ?? this.person(city);
    const trade = wish.trade ?? random.pick(Object.keys(TRADES));
    const from =
      wish.from ??
      (random.chance(0.45) ? rules.start - random.real(0, 1200) * DAY : this.world.moment(0, 0.9));
    const role =
      wish.role ??
      random.weighted(['developer', 'client', 'both', 'agency'], (one) =>
        one === 'developer' ? 66 : one === 'client' ? 20 : one === 'both' ? 10 : 4,
      );
    const works = role !== 'client';
    const hires = role === 'client' || role === 'both';
    const level = random.logNormal(1, rules.inequality);
    const account: Account = {
      id: this.world.id('a'),
      row: {},
      person,
      trade,
      from,
      until: Infinity,
      sessions: Math.min(9, 1.1 * level * rules.activity),
      bids: works ? Math.min(60, random.logNormal(1.1, 0.9) * level * rules.activity) : 0,
      skill: random.logNormal(1, 0.8),
      posts: hires ? Math.min(12, random.logNormal(0.6, 0.7) * level * rules.activity) : 0,
      clock: this.clock(city),
      desks: [],
      visits: [],
      voice: drawVoice(random, { given: person.given, town: city.name, trade }),
      payouts: [],
      funding: this.bank.open(person.name, city.country.code, {
        kind: random.pick(['card', 'bank']),
      }),
      showsFunding: hires || random.chance(0.3),
      deals: [],
      minPaid: works && random.chance(0.3) ? random.int(1, 6) : 0,
      worked: [],
      marked: false,
      papers: [],
    };
    this.world.accounts.push(account);
    this.#fillRow(account, role);
    this.#settle(account);
    this.registry.enrol(account);
    return account;
  }

  #fillRow(account: Account, role: string): void {
    const random = this.#random;
    const { rules } = this.world;
    const { person, from } = account;
    const { city } = person;
    const verified = from + random.logNormal(1.5, 1.4) * DAY;
    const ends = random.chance(0.08) ? this.world.moment(0.1, 1) : Infinity;
    const until = ends > from + 5 * DAY ? ends : Infinity;
    const status = until === Infinity ? 'active' : random.chance(0.25) ? 'suspended' : 'closed';
    account.until = until;
    const referrer = random.chance(0.08) ? random.pick(this.world.accounts) : account;
    const slug = `${person.given}${person.family}`.toLowerCase().replaceAll(/\W+/g, '');
    const website = random.chance(0.25) ? `https://${slug}${random.int(1, 99)}.example` : '';
    if (website) this.site(website);
    account.row = {
      account_id: account.id,
      platform: 'workbench.example',
      role,
      handle: `${slug}${random.int(1, 999)}`,
      display_name: random.chance(0.5) ? person.given : person.name,
      legal_name: person.name,
      birth_date: person.birth,
      trade: account.trade,
      nationality: random.chance(0.9) ? city.country.code : this.city().country.code,
      country: city.country.code,
      city: city.name,
      address: person.address,
      timezone: city.zone,
      email: person.email,
      phone: person.phone,
      website,
      employer: random.chance(0.25)
        ? `${random.pick(STREETS)} ${random.pick(['Soft', 'Labs', 'Media'])}`
        : '',
      education: random.chance(0.5) ? this.registry.school() : '',
      status,
      created_at: iso(from),
      verified_at: verified < rules.end && random.chance(0.88) ? iso(verified) : '',
      video_verified_at:
        random.chance(0.35) && verified + 9 * DAY < rules.end
          ? iso(verified + random.real(0, 9) * DAY)
          : '',
      closed_at: until === Infinity ? '' : iso(until),
      closed_reason:
        status === 'active'
          ? ''
          : status === 'closed'
            ? random.pick(['own request', 'inactive', ''])
            : random.pick(['terms', 'identity', 'payment dispute', '']),
      referred_by: referrer.from < from ? referrer.id : '',
    };
    if (account.row.referred_by === account.id) account.row.referred_by = '';
    this.world.tables.accounts.push(account.row);
  }

  site(url: string, defunct = this.world.rules.defunct): void {
    const random = this.#random;
    const status = random.chance(defunct) ? random.pick(['parked', 'defunct']) : 'live';
    this.world.tables.websites.push({ url, status, checked_at: iso(this.world.moment(0.6, 1)) });
  }

  /** Desks, payouts, and the small oddities that honest people have too. */
  #settle(account: Account): void {
    const random = this.#random;
    const { rules } = this.world;
    const { city } = account.person;
    const laptop = this.device();
    const home = this.network.home(city);
    const far = random.chance(rules.remote) ? random.real(0.1, 0.8) : 0;
    this.desk(account, { line: home, device: laptop, weight: random.real(0.6, 1), remote: far });
    account.visits.push({ at: account.from, line: home, device: laptop, remote: far });
    if (random.chance(0.4)) {
      const line = this.network.mobile(city);
      this.desk(account, { line, device: this.device('phone'), weight: random.real(0.05, 0.5) });
    }
    if (random.chance(rules.vpn)) {
      const line = this.network.vpn(city);
      this.desk(account, { line, device: laptop, weight: random.real(0.2, 2) });
    }
    if (random.chance(rules.remote * 0.5)) {
      const line = this.network.rented(this.network.host());
      this.desk(account, {
        line,
        device: this.device('desktop', 0.7),
        weight: random.real(0.1, 1.5),
        remote: random.real(0, 0.9),
      });
    }
    if (random.chance(0.12)) {
      const line = this.network.place(city, 'business', random.int(1, 3));
      this.desk(account, {
        line,
        device: random.chance(0.5) ? laptop : this.device(),
        weight: 0.5,
      });
    }
    if (random.chance(0.15)) {
      const from = this.world.moment(0.1, 0.9);
      this.desk(account, { line: home, device: this.device(), from, weight: 1 });
    }
    if (random.chance(0.1)) {
      const line = this.network.home(this.city());
      const from = this.world.moment(0, 0.95);
      const until = from + random.logNormal(9, 0.8) * DAY;
      this.desk(account, { line, device: laptop, from, until, weight: 3 });
    }
    this.payout(account, account.from);
    if (random.chance(0.15)) this.payout(account, this.world.moment(0.1, 0.9));
    if (random.chance(0.12)) {
      this.world.change(account, 'phone', this.phone(city), this.world.moment(0, 1));
    }
    if (random.chance(0.08)) {
      const mail = this.email(account.person.given, account.person.family);
      this.world.change(account, 'email', mail, this.world.moment(0, 1));
    }
    if (random.chance(0.07)) {
      this.world.change(account, 'address', this.address(city), this.world.moment(0, 1));
    }
  }

  payout(account: Account, from: number): void {
    const { person } = account;
    const code = person.city.country.code;
    const flows = this.bank.habits(person.name, person.city);
    account.payouts.push({ purse: this.bank.open(person.name, code, { flows, at: from }), from });
    account.payouts.sort((a, b) => a.from - b.from);
  }
}
