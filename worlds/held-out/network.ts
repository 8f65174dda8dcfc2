import { day, end, stamp, start } from './calendar.ts';
import type { Someone } from './people.ts';
import { cities, type City } from './places.ts';
import type { Chance } from './random.ts';
import type { Tables } from './tables.ts';

/** Where somebody connects from: an address each time it is asked for. */
export interface Spot {
  weight: number;
  ip(at: number): string;
  device?: Machine;
  port?: number;
}

/** A device, and what its browser says of itself. */
export interface Machine {
  id: string;
  agent: string;
}

const browsers = ['Firefox/128.0', 'Chrome/126.0', 'Chrome/129.0', 'Safari/17.5', 'Edg/127.0'];
const systems = ['Windows 10', 'Windows 11', 'Ubuntu 22.04', 'macOS 14', 'Android 14', 'Fedora 40'];

/** What people connect from: addresses, lines, VPNs and machines. */
export class Network {
  /** The exits of each VPN service. */
  readonly exits: string[][];
  readonly #chance: Chance;
  readonly #tables: Tables;
  readonly #phones = new Map<City, string[]>();
  readonly #ips = new Set<string>();

  constructor(chance: Chance, tables: Tables) {
    this.#chance = chance;
    this.#tables = tables;
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

  /** A new address of a network in that city. Only ranges that nobody routes. */
  address(city: City, kind: string): string {
    const chance = this.#chance;
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
        this.#tables.add('ips', {
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

  /** Ports that were seen open at an address. */
  openPorts(remote: boolean): string {
    const chance = this.#chance;
    // Only some addresses were ever looked at.
    if (!chance.yes(0.3)) return '';
    const ports = chance.some(['80', '443', '22', '8080', '53', '7547'], chance.whole(0, 2));
    return [...ports, ...(remote ? ['3389'] : [])].join('|');
  }

  /** A line at home: its address changes every few weeks, for most. */
  line(city: City, kind = 'residential'): (at: number) => string {
    const chance = this.#chance;
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

  /** A phone, behind one of the addresses that its city shares. */
  mobile(city: City): (at: number) => string {
    const pool = this.#phones.get(city)!;
    return () => this.#chance.pick(pool);
  }

  /** A subscriber of a VPN keeps to a few of its exits. */
  vpn(): (at: number) => string {
    const exits = this.#chance.some(this.#chance.pick(this.exits), 3);
    return () => this.#chance.pick(exits);
  }

  /** A new device, remotely operated or not. */
  machine({ remote = false, os = '' }: { remote?: boolean; os?: string } = {}): Machine {
    const chance = this.#chance;
    const tables = this.#tables;
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
    const chance = this.#chance;
    const rented = Array.from({ length: chance.whole(1, 4) }, () =>
      this.address(chance.pick(cities), chance.pick(['hosting', 'hosting', 'vpn'])),
    );
    return () => chance.pick(rented);
  }

  /** What most people have: a line, a machine, and a phone or a café now and then. */
  usualSpots(who: Someone, { device = this.machine(), line = this.line(who.city) } = {}): Spot[] {
    const chance = this.#chance;
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
}
