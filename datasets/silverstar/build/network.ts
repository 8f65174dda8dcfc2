import { day, isoTime, lastDay } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';

type IpKind = 'residential' | 'mobile' | 'business' | 'education' | 'coworking' | 'hosting' | 'vpn';

interface Machine {
  kind: string;
  os: string;
  remoteAccess?: string;
}

const providers = ['Brambleford Broadband', 'Tidewater Fibre', 'Northmoor Telecom', 'Palisade Net'];
const systems = ['Windows 10', 'Windows 10', 'Windows 11', 'macOS 12', 'macOS 11', 'Ubuntu 20.04'];

/**
 * Addresses and machines. Addresses come from the ranges kept for documentation (RFC 5737, RFC 3849),
 * network numbers too (RFC 5398).
 */
export class Network {
  readonly #data: Dataset;
  readonly #free: string[];
  readonly #devices = new Set<string>();
  readonly #systems = new Map<string, string>();

  constructor(data: Dataset, random: Random) {
    this.#data = data;
    const blocks = ['192.0.2', '198.51.100', '203.0.113'];
    const all = blocks.flatMap((block) =>
      Array.from({ length: 254 }, (_, host) => `${block}.${host + 1}`),
    );
    this.#free = random.some(all, all.length).filter((ip) => !isKept(ip));
  }

  /** A new address at a place. With `ip` the caller names it, for blocks that belong together. */
  address(
    random: Random,
    place: Place,
    kind: IpKind,
    about: { ip?: string; network?: string; ports?: string } = {},
  ): string {
    const ip = about.ip ?? this.#next(random, kind);
    const network = about.network ?? `${random.pick(providers)} ${place.country}`;
    this.#data.add('ips', {
      ip,
      country: place.country,
      city: place.city,
      asn: asnOf(network),
      as_name: network,
      kind,
      open_ports: about.ports,
      observed_at: isoTime(lastDay - Math.floor(random.between(0, 200)) * day),
    });
    return ip;
  }

  device(random: Random, machine?: Machine): string {
    const made = machine ?? ordinaryMachine(random);
    let id = `d-${random.hex(6)}`;
    while (this.#devices.has(id)) id = `d-${random.hex(6)}`;
    this.#devices.add(id);
    this.#systems.set(id, made.os);
    this.#data.add('devices', {
      device_id: id,
      kind: made.kind,
      os: made.os,
      fingerprint: random.hex(16),
      remote_access: made.remoteAccess,
    });
    return id;
  }

  userAgent(random: Random, device: string): string {
    const os = this.#systems.get(device) ?? 'unknown';
    if (os.startsWith('iOS')) return `Safari 15 on ${os}`;
    return `${random.chance(0.7) ? 'Chrome' : 'Firefox'} ${random.int(91, 101)} on ${os}`;
  }

  #next(random: Random, kind: IpKind): string {
    const v4 = kind !== 'residential' || random.chance(0.45) ? this.#free.pop() : undefined;
    return v4 ?? `2001:db8:${group(random)}:${group(random)}::${group(random)}`;
  }
}

/** Blocks that themes hand out themselves: a campus, a VPN's exits, a carrier's gateways. */
function isKept(ip: string): boolean {
  const host = Number(ip.split('.')[3]);
  return ip.startsWith('203.0.113.') && host >= 192;
}

function group(random: Random): string {
  return random.int(1, 65_535).toString(16);
}

function ordinaryMachine(random: Random): Machine {
  if (random.chance(0.15)) {
    return { kind: 'phone', os: random.pick(['Android 11', 'Android 12', 'iOS 15']) };
  }
  return { kind: random.chance(0.75) ? 'laptop' : 'desktop', os: random.pick(systems) };
}

function asnOf(network: string): string {
  let sum = 0;
  for (const letter of network) sum = (sum * 31 + letter.charCodeAt(0)) % 32;
  return `AS${sum < 16 ? 64_496 + sum : 65_536 + sum - 16}`;
}
