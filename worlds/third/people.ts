import type { Device } from './machines.ts';
import type { Purse } from './money.ts';
import { drawName, written, type Name } from './names.ts';
import type { Net } from './networks.ts';
import { schools, firmWords } from './phrases.ts';
import { countries, streetKinds, streets, type City, type Country } from './places.ts';
import type { Random } from './random.ts';
import { DAY } from './regime.ts';
import type { World } from './state.ts';
import { isoDay } from './tables.ts';

/** When somebody sits down to work. */
export interface Rhythm {
  offset: number;
  from: number;
  span: number;
  weekend: number;
  minutes: number;
}

/** A place to work at: a machine, a line, and the hours somebody spends there. */
export interface Desk {
  device: Device;
  net: Net;
  rhythm: Rhythm;
  /** Service seen at that address during some of the sessions. */
  port?: number;
  /** Probability that a session is left open for a day or more. */
  leftOpen: number;
}

export interface Seated {
  desk: Desk;
  weight: number;
}

/** Somebody's flat: whoever lives there shares a line and an address. */
interface Household {
  country: Country;
  city: City;
  address: string;
  line: Net;
  landlord: Purse | undefined;
}

/** Somebody as they are; what an account claims of them may differ. */
export interface Person {
  name: Name;
  display: string;
  birth: string;
  nationality: Country;
  home: Household;
  phone: string;
  email: string;
  school: string;
  employer: string;
  site: string;
  face: string;
  idNumber: string;
  idKind: string;
  laptop: Device;
  pocket: Device;
  rhythm: Rhythm;
  desks: Seated[];
}

const mailHosts = ['mail.example', 'inbox.example', 'post.test', 'example.com', 'letters.example'];

export function drawCountry(rng: Random): Country {
  return rng.pickBy(countries, (country) => country.weight);
}

export function drawAddress(rng: Random): string {
  const flat = rng.chance(0.45) ? `, Apt ${rng.int(1, 60)}` : '';
  return `${rng.int(1, 240)} ${rng.pick(streets)} ${rng.pick(streetKinds)[0]}${flat}`;
}

/** The same address as another hand writes it. */
export function addressAgain(rng: Random, address: string): string {
  if (rng.chance(0.5)) return address;
  let text = address;
  for (const [long, short] of streetKinds) text = text.replace(` ${long}`, ` ${short}`);
  return rng.chance(0.5) ? text.replace('Apt ', '#') : text;
}

export function drawPhone(rng: Random, country: Country): string {
  return `+${country.dial}0${rng.digits(8)}`;
}

export function drawFirm(rng: Random): string {
  const [first, second, last] = firmWords;
  return `${rng.pick(first)} ${rng.pick(second)} ${rng.pick(last)}`;
}

/** A page of one's own: by the name, by a trade name, or a corner of somebody else's host. */
export function drawSite(rng: Random, handle: string): string {
  const firm = drawFirm(rng)
    .toLowerCase()
    .replaceAll(' ', rng.pick(['', '', '-']));
  const path = rng.chance(0.25) ? `/${rng.pick(['work', 'team', 'portfolio', 'en', handle])}` : '';
  const number = rng.chance(0.6) ? rng.digits(rng.int(1, 3)) : '';
  return rng.chance(0.5)
    ? `https://${handle}${number}.example${path}`
    : `https://${firm}${rng.chance(0.3) ? number : ''}.example${path}`;
}

export function drawEmail(rng: Random, name: Name, host?: string): string {
  const given = name.given.toLowerCase().replaceAll(/[^a-z]/g, '');
  const family = name.family.toLowerCase().replaceAll(/[^a-z]/g, '');
  const number = rng.chance(0.6) ? rng.digits(rng.int(1, 4)) : '';
  const local = rng.pick([
    `${given}.${family}${number}`,
    `${given}${family}${number}`,
    `${family}.${given}${number}`,
    `${given.charAt(0)}${family}${rng.digits(2)}`,
    `${given}_${rng.pick(['dev', 'works', 'pro', 'online', 'desk'])}${rng.digits(2)}`,
  ]);
  return `${local}@${host ?? rng.pick(mailHosts)}`;
}

/** Most keep office hours or evenings; some live by a far-away client's clock. */
function drawRhythm(world: World, offset: number): Rhythm {
  const { rng, regime } = world;
  const foreign = rng.chance(regime.foreignHours);
  return {
    offset: foreign ? rng.pick([-8, -5, 0, 1, 5.5, 8, 10]) : offset,
    from: rng.chance(0.3) ? rng.between(16, 21) : rng.between(6.5, 11),
    span: rng.between(4, 12),
    weekend: rng.between(0.1, 0.9),
    minutes: rng.logBetween(20, 160),
  };
}

export function drawHousehold(world: World, where?: Country): Household {
  const { rng, regime } = world;
  const country = where ?? drawCountry(rng);
  const city = rng.pick(country.cities);
  const line = world.nets.home(country, city);
  if (rng.chance(regime.openRouters)) line.ports.push(rng.pick([80, 443, 8080, 7547, 22, 3389]));
  return {
    country,
    city,
    address: drawAddress(rng),
    line,
    landlord: rng.chance(0.55) ? world.landlord(country, city) : undefined,
  };
}

/** A person with a home, machines and habits. Given a household, they move in. */
export function drawPerson(
  world: World,
  given: { home?: Household; country?: Country; family?: string } = {},
): Person {
  const { rng, regime } = world;
  const home = given.home ?? drawHousehold(world, given.country);
  const { country, city } = home;
  const nationality = rng.chance(0.08) ? drawCountry(rng) : country;
  const name = drawName(rng, nationality.culture, given.family);
  const laptop = world.machines.draw();
  const pocket = world.machines.draw(true);
  const rhythm = drawRhythm(world, city.offset);
  const leftOpen = rng.chance(0.08) ? rng.between(0.01, 0.08) : 0;
  const desks: Seated[] = [
    { desk: { device: laptop, net: home.line, rhythm, leftOpen }, weight: rng.between(5, 10) },
  ];
  const out = { ...rhythm, from: rng.between(8, 18), minutes: rng.logBetween(4, 30) };
  if (rng.chance(0.6)) {
    const net = world.nets.mobile(country, city);
    desks.push({
      desk: { device: pocket, net, rhythm: out, leftOpen: 0 },
      weight: rng.between(0.5, 4),
    });
    desks.push({ desk: { device: pocket, net: home.line, rhythm: out, leftOpen: 0 }, weight: 1 });
  }
  if (rng.chance(regime.vpn)) {
    const exit = rng.chance(0.5) ? country : drawCountry(rng);
    const net = world.nets.tunnel(exit);
    const weight = rng.logBetween(0.5, 15);
    desks.push({ desk: { device: laptop, net, rhythm, leftOpen: 0 }, weight });
  }
  if (rng.chance(0.12)) {
    const net = world.cafe(country, city);
    desks.push({
      desk: { device: laptop, net, rhythm: out, leftOpen: 0 },
      weight: rng.between(0.5, 3),
    });
  }
  if (rng.chance(regime.remoteWork)) {
    const tool = rng.pick([3389, 5900, 7070, 5938]);
    const net = rng.chance(0.4) ? world.nets.hosted(country) : home.line;
    net.ports.push(tool);
    desks.push({
      desk: { device: laptop, net, rhythm, port: tool, leftOpen },
      weight: rng.logBetween(1, 80),
    });
  }
  if (rng.chance(0.15)) {
    const other = rng.pick(countries);
    desks.push({
      desk: {
        device: laptop,
        net: world.nets.home(other, rng.pick(other.cities)),
        rhythm,
        leftOpen: 0,
      },
      weight: rng.between(0.1, 0.8),
    });
  }
  const handle = name.family.toLowerCase().replaceAll(/[^a-z]/g, '');
  return {
    name,
    display: written(name, nationality.culture, rng),
    birth: isoDay((rng.int(1968, 2003) - 1970) * 365.25 * DAY + rng.int(0, 364) * DAY),
    nationality,
    home,
    phone: drawPhone(rng, country),
    email: drawEmail(rng, name),
    school: rng.chance(0.7) ? rng.pick(schools) : '',
    employer: rng.chance(0.35) ? drawFirm(rng) : '',
    site: rng.chance(0.4) ? drawSite(rng, handle) : '',
    face: rng.hex(16),
    idNumber: `${String.fromCharCode(65 + rng.int(0, 25))}${rng.digits(8)}`,
    idKind: rng.pick(['passport', 'national_id', 'national_id', 'driving_licence']),
    laptop,
    pocket,
    rhythm,
    desks,
  };
}
