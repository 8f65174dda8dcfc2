import { day, stamp, start } from './calendar.ts';
import type { Someone } from './people.ts';
import { cities, drawAddress, drawCompany, full, plain } from './places.ts';
import type { Platform } from './platform.ts';

/** A registered company with its officer, as registers tell of honest ones and of fronts alike. */
export function company(
  platform: Platform,
  officer: Someone,
  name = drawCompany(platform.chance),
): string {
  const { chance, tables } = platform;
  const id = `c-${tables.id()}`;
  const person = `n-${tables.id()}`;
  tables.add('companies', {
    company_id: id,
    name,
    aliases: chance.yes(0.15) ? drawCompany(chance) : '',
    country: officer.city.country,
    registration_number: chance.yes(0.7) ? chance.hex(8).toUpperCase() : '',
    address: chance.yes(0.8) ? drawAddress(chance, officer.city) : '',
    email: chance.yes(0.6) ? `office@${plain(name)}.example` : '',
    phone: chance.yes(0.4) ? `+999${chance.whole(10_000_000, 99_999_999)}` : '',
    website: chance.yes(0.5) ? `https://${plain(name)}.example/` : '',
    incorporated_on: chance.yes(0.8)
      ? stamp(start - chance.skewed(1_500, 0.9) * day).slice(0, 10)
      : '',
  });
  tables.add('persons', {
    person_id: person,
    name: full(officer.name),
    country: chance.yes(0.6) ? officer.city.country : '',
    birth_date: chance.yes(0.5) ? officer.birth : '',
    email: chance.yes(0.3) ? officer.email : '',
  });
  tables.add('links', {
    from_type: 'person',
    from_id: person,
    to_type: 'company',
    to_id: id,
    kind: chance.pick(['officer_of', 'owner_of', 'founded']),
    since: '',
    source: 'register',
  });
  return id;
}

/** An entry of a watchlist. */
export function listed(platform: Platform, name: string, kind: 'company' | 'person') {
  const { chance, tables } = platform;
  return {
    entry_id: `w-${tables.id()}`,
    list: 'SAMPLE-LIST',
    name,
    aliases: chance.yes(0.3) ? drawCompany(chance) : '',
    kind,
    country: chance.yes(0.6) ? chance.pick(cities).country : '',
    programs: chance.pick(['P-11', 'P-24', 'P-30']),
    listed_on: stamp(start - chance.skewed(1_200, 0.7) * day).slice(0, 10),
    list_published_on: stamp(start).slice(0, 10),
  };
}
