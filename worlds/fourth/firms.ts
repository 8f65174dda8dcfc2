import { DAY } from './rules.ts';
import { type Stage } from './slips.ts';
import { type Account, type Purse, isDay } from './state.ts';

/** A company's row, and the purse in its name. */
export function company(
  stage: Stage,
  member: Account,
  name: string,
  old: number,
): { id: string; purse: Purse } {
  const { people, random, world } = stage;
  const id = world.id('c');
  const { city } = member.person;
  world.tables.companies.push({
    company_id: id,
    name,
    aliases: random.chance(0.2) ? name.split(' ')[0]! : '',
    country: city.country.code,
    registration_number: random.digits(8),
    address: random.chance(0.5) ? member.person.address : people.address(city),
    email: `office@${name.toLowerCase().replaceAll(/\W+/g, '-')}.example`,
    phone: people.phone(city),
    website: random.chance(0.6)
      ? `https://${name.toLowerCase().replaceAll(/\W+/g, '-')}.example`
      : '',
    incorporated_on: isDay(world.rules.start - old * 365 * DAY),
    dissolved_on: '',
  });
  const purse = people.bank.open(name, city.country.code, { kind: 'bank', company: id });
  return { id, purse };
}

const FIRST =
  'Amber Birch Cobalt Delta Ember Falcon Garnet Hazel Indigo Jasper Kestrel Larch'.split(' ');
const LAST = 'Software,Digital,Networks,Studio,Labs,Systems,Interactive,Solutions'.split(',');

export const firmName = ({ random }: Stage): string =>
  `${random.pick(FIRST)}${random.pick(FIRST).toLowerCase()} ${random.pick(LAST)}`;

/** The company says in public whom it employs. */
export function employ(stage: Stage, firm: string, members: Account[], share: number): void {
  const { random, world } = stage;
  for (const member of members) {
    if (!random.chance(share)) continue;
    world.tables.links.push({
      from_type: 'company',
      from_id: firm,
      to_type: 'account',
      to_id: member.id,
      kind: 'employs',
      share_percent: '',
      since: isDay(Math.max(member.from, world.rules.start - 300 * DAY)),
      until: '',
      source: random.pick(['registry', 'profile page', 'contract on file']),
    });
  }
}
