import { countries, type City, type Country } from './places.ts';
import type { Random } from './random.ts';
import type { Regime } from './regime.ts';
import { DAY } from './regime.ts';
import { iso, type Tables } from './tables.ts';

/** A line to the internet: the address seen at a time, and what a look-up says of it. */
export interface Net {
  kind: string;
  country: Country;
  city: string;
  asn: number;
  asName: string;
  at(time: number): string;
  ports: number[];
}

const companies = ['Northgate Hosting', 'Cirrus Metal', 'Rackfield', 'Bluebarn Cloud', 'Hexa VPS'];
const tunnels = ['Veilway', 'Otterline VPN', 'Hushnet', 'Wanderport', 'Greylock Tunnel'];

/** Hands out networks from reserved ranges and remembers what was seen of each address. */
export class Networks {
  private readonly seen = new Map<string, { net: Net; first: number; last: number }>();
  private lines = 0;

  private readonly rng: Random;
  private readonly regime: Regime;

  constructor(rng: Random, regime: Regime) {
    this.rng = rng;
    this.regime = regime;
  }

  private carrier(country: Country, kind: number): { asn: number; asName: string; slot: number } {
    const slot = kind < 4 ? Math.min(kind, country.carriers.length - 1) : kind;
    const asName = country.carriers[kind < 4 ? slot : 0]!;
    return { asn: 64512 + country.index * 8 + (kind < 4 ? slot : 0), asName, slot };
  }

  private pooled(country: Country, slot: number): string {
    const host = this.rng.int(1, this.regime.poolSize);
    return `10.${country.index * 8 + slot}.${Math.floor(host / 250)}.${(host % 250) + 2}`;
  }

  /** A household's line. The carrier changes the address now and then. */
  home(country: Country, city: City): Net {
    const { rng, regime } = this;
    const { asn, asName, slot } = this.carrier(country, rng.int(0, 2));
    const lease = regime.leaseDays * rng.logBetween(0.4, 2.5) * DAY;
    const phase = rng.next() * lease;
    const six = rng.chance(regime.ipv6);
    const prefix = `2001:db8:${(country.index + 1).toString(16)}:${(++this.lines).toString(16)}`;
    const leases = new Map<number, string>();
    const at = (time: number): string => {
      const key = Math.floor((time + phase) / lease);
      let ip = leases.get(key);
      if (ip === undefined) {
        ip = six ? `${prefix}::${rng.int(1, 65535).toString(16)}` : this.pooled(country, slot);
        leases.set(key, ip);
      }
      return ip;
    };
    return { kind: 'residential', country, city: city.name, asn, asName, at, ports: [] };
  }

  /** Mobile data: few addresses that whole cities share. */
  mobile(country: Country, city: City): Net {
    const { rng } = this;
    const { asn, asName, slot } = this.carrier(country, rng.int(0, 2));
    const at = (): string =>
      `100.${64 + country.index}.${slot * 16 + rng.int(0, 3)}.${rng.int(1, 60)}`;
    return {
      kind: 'mobile',
      country,
      city: city.name,
      asn,
      asName: `${asName} Mobile`,
      at,
      ports: [],
    };
  }

  /** An office, school, café: some fixed addresses for everybody inside. */
  place(kind: 'business' | 'education' | 'coworking', country: Country, city: City, size = 1): Net {
    const { rng } = this;
    const { asn, asName } = this.carrier(country, 0);
    const slot = { business: 4, education: 5, coworking: 6 }[kind];
    const ips = Array.from(
      { length: size },
      () => `10.${country.index * 8 + slot}.${rng.int(0, 255)}.${rng.int(1, 254)}`,
    );
    const at = (): string => rng.pick(ips);
    return { kind, country, city: city.name, asn, asName, at, ports: [] };
  }

  /** A rented machine in a data centre. */
  hosted(country: Country): Net {
    const { rng } = this;
    const owner = rng.int(0, companies.length - 1);
    const ip = `198.18.${owner * 40 + rng.int(0, 39)}.${rng.int(1, 254)}`;
    const city = rng.pick(country.cities).name;
    return {
      kind: 'hosting',
      country,
      city,
      asn: 65000 + owner,
      asName: companies[owner]!,
      at: () => ip,
      ports: rng.chance(0.5) ? [22] : [],
    };
  }

  /** A VPN's exits in one country, used by all its customers. */
  tunnel(country: Country, provider = this.rng.int(0, tunnels.length - 1)): Net {
    const { rng } = this;
    const base = provider * 50 + country.index;
    const at = (): string => `198.19.${base}.${rng.int(10, 33)}`;
    return {
      kind: 'vpn',
      country,
      city: country.cities[0]!.name,
      asn: 65100 + provider,
      asName: tunnels[provider]!,
      at,
      ports: [],
    };
  }

  /** Somebody else's household lent by a proxy firm: another address almost every day. */
  proxy(country: Country): Net {
    const { rng } = this;
    const city = rng.pick(country.cities);
    const { asn, asName, slot } = this.carrier(country, rng.int(0, 2));
    const days = new Map<number, string>();
    const span = rng.logBetween(0.5, 20) * DAY;
    const at = (time: number): string => {
      const key = Math.floor(time / span);
      let ip = days.get(key);
      if (ip === undefined) {
        ip = this.pooled(country, slot);
        days.set(key, ip);
      }
      return ip;
    };
    return { kind: 'residential', country, city: city.name, asn, asName, at, ports: [] };
  }

  tunnelRanges(): [string, string][] {
    return tunnels.flatMap((name, provider) =>
      countries.map((country): [string, string] => [
        `198.19.${provider * 50 + country.index}.0/24`,
        name,
      ]),
    );
  }

  observe(net: Net, time: number): string {
    const ip = net.at(time);
    const known = this.seen.get(ip);
    if (known) known.last = Math.max(known.last, time);
    else this.seen.set(ip, { net, first: time, last: time });
    return ip;
  }

  write(tables: Tables): void {
    const { rng, regime } = this;
    for (const [ip, { net, first, last }] of this.seen) {
      const wrong = rng.chance(regime.geoError);
      const country = wrong ? rng.pick(countries) : net.country;
      const ports = [...net.ports];
      for (const common of [80, 443, 7547]) if (rng.chance(0.05)) ports.push(common);
      tables.add('ips', {
        ip,
        country: country.code,
        city: wrong || rng.chance(0.15) ? rng.pick(country.cities).name : net.city,
        asn: net.asn,
        as_name: net.asName,
        kind: rng.chance(regime.ipKindKnown) ? net.kind : '',
        open_ports: ports.join('|'),
        observed_at: iso(rng.between(first, last + 2 * DAY)),
      });
    }
  }
}
