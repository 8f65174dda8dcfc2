import { cityMapping } from 'city-timezones';
import type { Place } from '../../../domain/views.ts';

type Position = NonNullable<Place['at']>;
type City = (typeof cityMapping)[number];

/** By country and folded name, and the largest of each country under the country alone; made when first asked. */
let known: ReadonlyMap<string, Position> | null = null;

/** Where a city lies, or else the largest city of its country; of several of one name, the largest. */
export function placeOf(country: string, city: string | null): Place {
  known ??= positions();
  const exact = city === null ? undefined : known.get(nameOf(country, city));
  return {
    country,
    city,
    at: exact ?? known.get(country.toUpperCase()) ?? null,
    exact: exact !== undefined,
  };
}

function positions(): ReadonlyMap<string, Position> {
  const found = new Map<string, Position>();
  for (const city of [...cityMapping].sort((a, b) => b.pop - a.pop)) {
    for (const name of namesOf(city)) {
      if (found.has(name)) continue;
      found.set(name, { latitude: city.lat, longitude: city.lng });
    }
  }
  return found;
}

/** The list has a few places of no country, whatever its type says. */
function namesOf({ iso2, city, city_ascii }: City): string[] {
  if (typeof iso2 !== 'string') return [];
  return [iso2, nameOf(iso2, city), nameOf(iso2, city_ascii)];
}

function nameOf(country: string, city: string): string {
  return `${country.toUpperCase()}|${folded(city)}`;
}

/** "são paulo" and "Sao Paulo" are one place. */
function folded(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
