import type { Random } from '../chance/random.ts';
import { day, isoDay } from '../chance/time.ts';
import { makeName, type Name } from './names.ts';
import { homelands, places, type Place } from './places.ts';

/** Somebody fictional who lives somewhere. */
export interface Person {
  culture: string;
  name: Name;
  /** As written on papers and at the bank. */
  legal: string;
  birth: string;
  nationality: string;
  home: Place;
  address: string;
  phone: string;
  email: string;
}

const mailHosts = [
  'mailbox.example',
  'post.example',
  'inbox.example',
  'letters.example',
  'webmail.example',
];
const mailHostWeights = new Map(mailHosts.map((host, at) => [host, 5 - at]));

export function makePlace(random: Random): Place {
  return random.weighted(places, (place) => place.weight);
}

/** `home` given: somebody from there. */
export function makePerson(random: Random, home: Place = makePlace(random)): Person {
  // A migrant's culture is anybody's.
  const migrant = random.chance(0.06);
  const culture = random.pick(migrant ? random.pick(places).cultures : home.cultures);
  const name = makeName(random, culture);
  const roots = homelands[culture] ?? ['US'];
  const naturalised = roots.includes(home.country) || random.chance(0.55);
  return {
    culture,
    name,
    legal: `${name.given} ${name.family}`,
    birth: isoDay(Date.UTC(1962, 0, 1) + Math.floor(random.between(0, 41 * 365)) * day),
    nationality: naturalised ? home.country : random.pick(roots),
    home,
    address: makeAddress(random, home),
    phone: makePhone(random, home),
    email: makeEmail(random, name),
  };
}

const trees =
  'Alder Birch Cedar Dogwood Elm Fir Gorse Hazel Ironwood Juniper Larch Maple Nutmeg Olive Poplar Quince Rowan Sorrel Thorn Willow Yew Acacia Beech Cypress Heather'.split(
    ' ',
  );
const sights =
  'Bridge Mill Church Station Garden Harbour Castle Market School Spring Tower Meadow Quarry Orchard Chapel Foundry Lighthouse Ferry Granary Fountain'.split(
    ' ',
  );
const ways = ['Road', 'Street', 'Lane', 'Avenue', 'Way', 'Square', 'Rd', 'St', 'Ave', 'Drive'];

export function makeAddress(random: Random, place: Place): string {
  const street = `${random.chance(0.5) ? random.pick(trees) : random.pick(sights)} ${random.chance(0.35) ? `${random.pick(sights)} ` : ''}${random.pick(ways)}`;
  const flat = random.chance(0.45)
    ? `, ${random.pick(['Flat', 'Apt', 'Unit', 'Room'])} ${random.int(1, 120)}`
    : '';
  return `${random.int(1, 340)} ${street}${flat}, ${place.city} ${random.digits(5)}`;
}

/** The same place, written as another form would have it. */
export function rewrittenAddress(random: Random, address: string): string {
  const swaps: readonly (readonly [string, string])[] = [
    [' Road', ' Rd'],
    [' Street', ' St'],
    [' Avenue', ' Ave'],
    [', Flat ', ', Apt '],
    [', Apt ', ', #'],
    [', Unit ', ', Room '],
  ];
  const [from, to] = random.pick(swaps);
  const swapped = address.replace(from, to);
  return random.chance(0.3) ? swapped.toUpperCase() : swapped;
}

/** 555-01 is kept for fiction in North America; elsewhere it is only unlikely. */
export function makePhone(random: Random, place: Place): string {
  return `+${place.dialling}55501${random.digits(6)}`;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

export function makeEmail(random: Random, name: Name, host?: string): string {
  const given = plain(name.given);
  const family = plain(name.family);
  const local = random.pick([
    `${given}.${family}`,
    `${given}${family}`,
    `${given.charAt(0)}${family}`,
    `${family}.${given}`,
    `${given}_${random.pick(['dev', 'works', 'pro', 'mail', 'desk', 'x'])}`,
  ]);
  const tail = host ? '' : random.chance(0.8) ? String(random.int(1, 2999)) : random.hex(4);
  return `${local}${tail}@${host ?? random.weighted(mailHosts, (one) => mailHostWeights.get(one)!)}`;
}

const handleWords =
  'pixel stack cloud logic forge craft studio lab byte river stone amber north delta comet maple orbit raven prism ember tide atlas quartz fable motor canvas signal cobalt lumen willow spark grid harbor nimble vector polar'.split(
    ' ',
  );

export function makeHandle(random: Random, name: Name): string {
  const given = plain(name.given);
  const family = plain(name.family);
  const stem = random.pick([
    `${given}_${random.pick(handleWords)}`,
    `${random.pick(handleWords)}${random.pick(handleWords)}`,
    `${given}${family.charAt(0)}`,
    `${family}_${given.charAt(0)}`,
    `${random.pick(handleWords)}_${family}`,
  ]);
  return `${stem}${random.chance(0.85) ? random.int(2, 9999) : ''}`;
}

const firmHeads =
  'Bramble Tidewater Northmoor Palisade Copperfield Marlow Quillon Sunderby Harrow Westmark Kestrel Lantern Ashgrove Bellwether Cinderhill Dovetail Eastbourne Foxglove Greyfriar Hollowell Ivybridge Juniper Kingsley Larkspur Millrace Nightjar Oakhurst Pinecrest Ravenor Saltmarsh Thistle Umber Velmont Windrush Yarrow Zephyr'.split(
    ' ',
  );
const firmTails =
  'Software Digital Systems Labs Interactive Data Studio Works Technologies Solutions Media Consulting Logistics Analytics Networks Trading Partners Services'.split(
    ' ',
  );
const firmForms: Readonly<Record<string, string>> = {
  US: 'LLC',
  CA: 'Inc.',
  GB: 'Ltd',
  DE: 'GmbH',
  FR: 'SARL',
  ES: 'S.L.',
  PL: 'Sp. z o.o.',
  UA: 'LLC',
  RU: 'OOO',
  KZ: 'LLP',
  TR: 'A.S.',
  CN: 'Co., Ltd.',
  KR: 'Co., Ltd.',
  JP: 'K.K.',
  IN: 'Pvt. Ltd.',
  AU: 'Pty Ltd',
  BR: 'Ltda.',
  AR: 'S.R.L.',
  CO: 'S.A.S.',
};

export interface Firm {
  id: string;
  name: string;
  home: Place;
  domain: string;
  website: string;
  address: string;
  phone: string;
  number: string;
  founded: number;
}

export function makeFirm(random: Random, home: Place = makePlace(random)): Firm {
  const stem = `${random.pick(firmHeads)} ${random.chance(0.3) ? `${random.pick(sights)} ` : ''}${random.pick(firmTails)}`;
  const domain = `${plain(stem)}${random.chance(0.5) ? random.int(2, 99) : ''}.example`;
  return {
    id: random.id('c'),
    name: `${stem} ${firmForms[home.country] ?? 'Ltd'}`,
    home,
    domain,
    website: `https://${domain}`,
    address: makeAddress(random, home),
    phone: makePhone(random, home),
    number: `${home.country}${random.digits(8)}`,
    founded: Date.UTC(2005, 0, 1) + random.int(0, 15 * 365) * day,
  };
}

/** A domain one keystroke away from another. */
export function nearDomain(random: Random, domain: string): string {
  const [stem = domain] = domain.split('.');
  const at = random.int(1, stem.length - 2);
  const made = random.pick([
    stem.slice(0, at) + stem.slice(at + 1),
    stem.slice(0, at) + stem.charAt(at) + stem.slice(at),
    stem.slice(0, at) + stem.charAt(at + 1) + stem.charAt(at) + stem.slice(at + 2),
    `${stem.slice(0, at)}-${stem.slice(at)}`,
  ]);
  return `${made === stem ? `${stem}s` : made}.example`;
}

const schools =
  'Technical University|University|Polytechnic Institute|College of Engineering|Institute of Technology|Open University|State University'.split(
    '|',
  );
const subjects =
  'Computer Science|Information Systems|Software Engineering|Applied Mathematics|Graphic Design|Electrical Engineering|Economics|Linguistics'.split(
    '|',
  );

export function makeEducation(random: Random, place: Place): string {
  return `${random.pick(['BSc', 'MSc', 'BA', 'BEng'])} ${random.pick(subjects)}, ${place.city} ${random.pick(schools)}`;
}

/** A slip of the pen: two letters swapped, one lost or one doubled. */
export function typo(random: Random, text: string): string {
  if (text.length < 4) return text;
  const at = random.int(1, text.length - 2);
  return random.pick([
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + text.charAt(at) + text.slice(at),
    text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
  ]);
}
