import { COUNTRIES, type City } from './places.ts';
import { Random } from './random.ts';
import { DAY } from './rules.ts';
import { type Ground, type Line, type World, iso } from './state.ts';

interface Provider {
  name: string;
  asn: string;
  block: number;
}

const BRANDS = ['Norvik', 'Telbis', 'Ariana', 'Quanta', 'Meridia', 'Solace', 'Hexa', 'Lumen'];

/** Lines of the world's providers, and the addresses they have shown. */
export class Network {
  readonly #world: World;
  readonly #random: Random;
  readonly #seen = new Set<string>();
  readonly #isps = new Map<string, Provider[]>();
  readonly #vpns: { brand: string; exits: { ip: string; city: City }[] }[] = [];
  readonly #hosts: { name: string; asn: string; block: string; city: City }[] = [];
  #offices = 0;
  readonly #rooms = new Set<string>();

  constructor(world: World, cities: readonly City[]) {
    this.#world = world;
    this.#random = new Random(world.random.hex(12));
    const random = this.#random;
    let block = 0;
    for (const country of COUNTRIES) {
      const isps = Array.from({ length: random.int(2, 3) }, () =>
        this.#provider(block++, 'Telecom'),
      );
      this.#isps.set(country.code, isps);
    }
    const count = random.int(4, 8);
    for (let brand = 0; brand < count; brand++) {
      const exits = Array.from({ length: random.int(6, 30) }, (_, at) => ({
        ip: `198.18.${brand * 8 + (at % 8)}.${random.int(1, 254)}`,
        city: random.pick(cities),
      }));
      this.#vpns.push({ brand: `${random.pick(BRANDS)} VPN ${brand}`, exits });
    }
    for (let host = 0; host < random.int(8, 20); host++) {
      const name = `${random.pick(BRANDS)} Cloud ${host}`;
      const asn = `AS${random.int(64512, 65534)}`;
      for (let room = 0; room < 3; room++) {
        this.#hosts.push({
          name,
          asn,
          block: `198.19.${host * 4 + room}`,
          city: random.pick(cities),
        });
      }
    }
  }

  #provider(block: number, word: string): Provider {
    const name = `${this.#random.pick(BRANDS)} ${word} ${block}`;
    return { name, asn: `AS${this.#random.int(64512, 65534)}`, block };
  }

  #note(ip: string, city: City, kind: Ground, asn: string, name: string, ports: string): string {
    if (this.#seen.has(ip)) return ip;
    this.#seen.add(ip);
    this.#world.tables.ips.push({
      ip,
      country: city.country.code,
      city: city.name,
      asn,
      as_name: name,
      kind,
      open_ports: ports,
      observed_at: iso(this.#world.moment(0.3, 1)),
    });
    return ip;
  }

  #ports(usual: number): string {
    const random = this.#random;
    if (!random.chance(usual)) return '';
    return random
      .sample(['22', '80', '443', '3389', '5900', '8080', '8443'], random.int(1, 3))
      .join('|');
  }

  /** A home: its address changes with the lease; a lapsed lease may come to somebody else of the town. */
  home(city: City): Line {
    const random = this.#random;
    const isp = random.pick(this.#isps.get(city.country.code)!);
    const kept = new Map<number, string>();
    if (random.chance(0.12)) {
      const prefix = `2001:db8:${(0x100 + isp.block).toString(16)}:${random.int(1, 0xffff).toString(16)}`;
      return {
        ground: 'residential',
        city,
        at: (time) => {
          const term = Math.floor(time / (DAY * 2));
          const tail = Array.from({ length: 4 }, () => random.int(1, 0xffff).toString(16)).join(
            ':',
          );
          const ip = kept.get(term) ?? `${prefix}:${tail}`;
          kept.set(term, ip);
          return this.#note(ip, city, 'residential', isp.asn, isp.name, '');
        },
      };
    }
    const lease = DAY * random.logNormal(this.#world.rules.leaseDays, 0.6);
    const ports = this.#ports(0.06);
    return {
      ground: 'residential',
      city,
      at: (time) => {
        const term = random.chance(0.02) ? Math.ceil(time / lease) : Math.floor(time / lease);
        const ip =
          kept.get(term) ??
          `10.${isp.block}.${city.index * 4 + random.int(0, 3)}.${random.int(1, 254)}`;
        kept.set(term, ip);
        return this.#note(ip, city, 'residential', isp.asn, isp.name, ports);
      },
    };
  }

  /** A phone: one of the few gateways that a whole town shares. */
  mobile(city: City): Line {
    const random = this.#random;
    const isp = random.pick(this.#isps.get(city.country.code)!);
    const at = (): string => {
      const ip = `100.${64 + (isp.block % 64)}.${Math.floor(isp.block / 64) * 16 + city.index}.${random.int(1, 60)}`;
      return this.#note(ip, city, 'mobile', isp.asn, isp.name, '');
    };
    return { ground: 'mobile', city, at };
  }

  /** An office, campus, cafe or coworking space: one to four fixed addresses. Its /24 is its own. */
  place(
    city: City,
    ground: 'business' | 'education' | 'coworking',
    width: number,
  ): Line & { block: string } {
    const random = this.#random;
    const free = (): string => {
      this.#offices++;
      return `10.${200 + (this.#offices % 56)}.${random.int(0, 255)}`;
    };
    let block = free();
    while (this.#rooms.has(block)) block = free();
    this.#rooms.add(block);
    const asn = `AS${random.int(64512, 65534)}`;
    const name =
      ground === 'education' ? `${city.name} University` : `${random.pick(BRANDS)} Business`;
    const hosts = Array.from({ length: width }, () => random.int(1, 254));
    const ports = this.#ports(0.3);
    const at = (): string =>
      this.#note(`${block}.${random.pick(hosts)}`, city, ground, asn, name, ports);
    return { ground, city, at, block: `${block}.0/24` };
  }

  /** A subscription: a few favourite exits of one brand. `near` prefers exits of that country. */
  vpn(city: City, near = 0.5): Line {
    const random = this.#random;
    const vpn = random.pick(this.#vpns);
    const local = vpn.exits.filter((exit) => exit.city.country === city.country);
    const from = local.length > 0 && random.chance(near) ? local : vpn.exits;
    const exits = random.sample(from, random.int(1, 4));
    const at = (): string => {
      const exit = random.pick(exits);
      return this.#note(exit.ip, exit.city, 'vpn', 'AS64999', vpn.brand, '443');
    };
    return { ground: 'vpn', city, at };
  }

  /** A seller of rented machines; `room` is one /24 of it. */
  host(): number {
    return this.#random.int(0, this.#hosts.length - 1);
  }

  /** A rented machine in that room, with an address of its own, or of a row of its own. */
  rented(room: number): Line {
    const random = this.#random;
    const host = this.#hosts[room]!;
    const ip = `${host.block}.${random.int(1, 254)}`;
    const ports = this.#ports(0.6);
    const at = (): string => this.#note(ip, host.city, 'hosting', host.asn, host.name, ports);
    return { ground: 'hosting', city: host.city, at };
  }

  /** The open exits of one brand, for a list of what is known to be shared. */
  exits(): string[] {
    return this.#vpns.flatMap((vpn) => vpn.exits.map((exit) => exit.ip));
  }
}
