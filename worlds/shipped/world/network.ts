import type { Place } from '../people/places.ts';
import { places } from '../people/places.ts';
import type { Random } from '../chance/random.ts';
import { day, iso, worldBegins, worldEnds } from '../chance/time.ts';
import type { Row, Sink } from './sink.ts';

export type LineKind =
  'residential' | 'mobile' | 'business' | 'education' | 'coworking' | 'hosting' | 'vpn' | 'tor';

/** A way to the net: the addresses it shows, one after the other or any at any time. */
export interface Line {
  kind: LineKind;
  place: Place;
  ips: readonly string[];
  /** An address lasts this long before the next comes; null: any of them at any time. */
  lasts: number | null;
}

export interface Device {
  id: string;
  kind: string;
  os: string;
  browser: string;
  remoteAccess: readonly string[];
}

const networkHeads = [
  'Brambleford',
  'Tidewater',
  'Northmoor',
  'Palisade',
  'Harrowgate',
  'Lowland',
  'Summit',
  'Riverbend',
];
const networkTails: Readonly<Record<LineKind, readonly string[]>> = {
  residential: ['Broadband', 'Fibre', 'Home Net', 'Cable'],
  mobile: ['Mobile', 'Wireless'],
  business: ['Business Net', 'Telecom'],
  education: ['Campus Network', 'Academic Net'],
  coworking: ['Office Net', 'Broadband'],
  hosting: ['Hosting', 'Cloud', 'Servers'],
  vpn: ['Privacy Net', 'Tunnel'],
  tor: ['Relay'],
};

const systems = [
  'Windows 10',
  'Windows 10',
  'Windows 11',
  'macOS 12',
  'macOS 11',
  'Ubuntu 20.04',
  'Windows 10',
  'Fedora 35',
];
const remoteTools = ['AnyDesk', 'TeamViewer', 'RustDesk', 'Chrome Remote Desktop', 'Parsec'];

/**
 * Addresses and machines. Addresses come from ranges that nobody on the public net has: 240.0.0.0/4 (RFC 1112), 198.18.0.0/15
 * (RFC 2544), 2001:db8::/32 (RFC 3849); network numbers from RFC 5398 and RFC 6996.
 */
export class Network {
  readonly #sink: Sink;
  readonly #random: Random;
  readonly #taken = new Set<string>();
  /** What is known of addresses that no session has come from yet. */
  readonly #unseen = new Map<string, Row>();
  readonly #carriers = new Map<string, Line>();
  readonly #exits: Line[] = [];
  readonly #hosts: Line[] = [];
  readonly #relays: Line;

  constructor(sink: Sink, random: Random, accounts: number) {
    this.#sink = sink;
    this.#random = random;
    // Exits and servers are shared by some dozens each, whatever the size of the world.
    const exits = Math.max(12, Math.round(accounts / 90));
    for (let at = 0; at < 8; at++) {
      const place = random.pick(places);
      this.#exits.push(this.#line('vpn', place, Math.ceil(exits / 6), null));
      this.#hosts.push(this.#line('hosting', random.pick(places), Math.ceil(exits / 6), null));
    }
    this.#relays = this.#line('tor', random.pick(places), 6, null);
  }

  home(random: Random, place: Place): Line {
    const lasts = random.chance(0.4) ? random.between(60, 500) : random.between(8, 60);
    return this.#line(
      'residential',
      place,
      Math.min(6, Math.ceil(540 / lasts)),
      lasts * day,
      random,
    );
  }

  shared(random: Random, kind: LineKind, place: Place, addresses = 1): Line {
    return this.#line(kind, place, addresses, null, random);
  }

  /** A carrier's gateways, which all its customers of a country share. */
  mobile(place: Place): Line {
    const key = `${place.country}${place.city}`;
    let carrier = this.#carriers.get(key);
    if (!carrier) {
      carrier = this.#line('mobile', place, 12, null, this.#random.fork(key));
      this.#carriers.set(key, carrier);
    }
    return carrier;
  }

  vpn(random: Random): Line {
    const provider = random.pick(this.#exits);
    // Most keep to a few exits.
    const ips = random.shuffled(provider.ips).slice(0, random.int(2, 6));
    return { ...provider, ips };
  }

  /** A rented server: one's own, or an address that many rent in turn. */
  host(random: Random): Line {
    if (random.chance(0.5)) return this.#line('hosting', random.pick(places), 1, null, random);
    const provider = random.pick(this.#hosts);
    return { ...provider, ips: random.shuffled(provider.ips).slice(0, random.int(1, 2)) };
  }

  tor(): Line {
    return this.#relays;
  }

  device(random: Random, about: { kind?: string; remote?: number } = {}): Device {
    const isPhone = about.kind === 'phone' || (about.kind === undefined && random.chance(0.12));
    const os = isPhone ? random.pick(['Android 11', 'Android 12', 'iOS 15']) : random.pick(systems);
    const made: Device = {
      id: random.id('d'),
      kind: isPhone
        ? 'phone'
        : (about.kind ??
          (random.chance(0.72) ? 'laptop' : random.chance(0.93) ? 'desktop' : 'virtual machine')),
      os,
      browser:
        isPhone && os.startsWith('iOS')
          ? 'Safari'
          : random.pick(['Chrome', 'Chrome', 'Chrome', 'Firefox', 'Edge']),
      // Many an honest machine has such a tool for the family's printer or a day at the office.
      remoteAccess: random.chance(about.remote ?? 0.07)
        ? random.shuffled(remoteTools).slice(0, random.chance(0.8) ? 1 : 2)
        : [],
    };
    this.#sink.add('devices', {
      device_id: made.id,
      kind: random.chance(0.03) ? undefined : made.kind,
      os: made.os,
      // Browsers of one make on one system often look alike.
      fingerprint: random.chance(0.05) ? undefined : random.hex(16),
      remote_access: made.remoteAccess.join('|') || undefined,
    });
    return made;
  }

  /** The platform looks up an address when it first meets it. */
  seen(ip: string): void {
    const row = this.#unseen.get(ip);
    if (!row) return;
    this.#sink.add('ips', row);
    this.#unseen.delete(ip);
  }

  #line(
    kind: LineKind,
    place: Place,
    count: number,
    lasts: number | null,
    random = this.#random,
  ): Line {
    const name = `${random.pick(networkHeads)} ${random.pick(networkTails[kind])} ${place.country}`;
    const ips = Array.from({ length: count }, () => this.#address(random, kind));
    for (const ip of ips) this.#unseen.set(ip, ipRow(random, ip, kind, place, name));
    return { kind, place, ips, lasts };
  }

  #address(random: Random, kind: LineKind): string {
    for (;;) {
      const v6 = (kind === 'residential' || kind === 'mobile') && random.chance(0.3);
      const ip = v6
        ? `2001:db8:${random.int(1, 65_535).toString(16)}:${random.int(1, 65_535).toString(16)}::${random.int(1, 65_535).toString(16)}`
        : random.chance(0.05)
          ? `198.${random.int(18, 19)}.${random.int(0, 255)}.${random.int(1, 254)}`
          : `${random.int(240, 254)}.${random.int(0, 255)}.${random.int(0, 255)}.${random.int(1, 254)}`;
      if (this.#taken.has(ip)) continue;
      this.#taken.add(ip);
      return ip;
    }
  }
}

function ipRow(random: Random, ip: string, kind: LineKind, place: Place, network: string): Row {
  let sum = 0;
  for (let at = 0; at < network.length; at++) sum = (sum * 31 + network.charCodeAt(at)) % 1_000;
  const ports =
    kind === 'hosting'
      ? random.pick(['22', '22|443', '80|443', '22|3389', '3389', '443'])
      : random.weighted(['', '80', '443', '7547', '22', '3389', '5900'], (port) =>
          port === '' ? 30 : port === '3389' ? 0.7 : 1,
        );
  return {
    ip,
    // Tables of addresses are now and then wrong or silent.
    country: random.chance(0.03)
      ? undefined
      : random.chance(0.015)
        ? random.pick(places).country
        : place.country,
    city: random.chance(0.15) ? undefined : place.city,
    asn: `AS${sum < 32 ? 64_496 + sum : 64_512 + sum}`,
    as_name: network,
    kind: random.chance(0.04) ? undefined : kind,
    open_ports: ports || undefined,
    observed_at: iso(Math.floor(random.between(worldBegins, worldEnds))),
  };
}
