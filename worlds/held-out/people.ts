import { cities, drawAddress, drawName, full, plain, type City, type Name } from './places.ts';
import type { Chance } from './random.ts';

/** The person behind a keyboard: what they are called and when they are awake. */
export interface Someone {
  name: Name;
  birth: string;
  city: City;
  address: string;
  phone: string;
  email: string;
  photo: string;
  /** Local hour at which work begins, and how many hours it goes on. */
  wakes: number;
  works: number;
  weekends: number;
}

/** Somebody new, in that city or family if one is given. */
export function drawSomeone(chance: Chance, home?: City, family?: string): Someone {
  const city = home ?? chance.pick(cities);
  const name = drawName(chance, family);
  const handle = plain(chance.yes(0.5) ? full(name) : `${name.given[0]!}${name.family}`);
  return {
    name,
    birth: new Date(Date.UTC(chance.whole(1962, 2004), chance.whole(0, 11), chance.whole(1, 28)))
      .toISOString()
      .slice(0, 10),
    city,
    address: drawAddress(chance, city),
    phone: `+999${chance.whole(10_000_000, 99_999_999)}`,
    email: `${handle}${chance.yes(0.6) ? chance.whole(1, 999) : ''}@${chance.pick(['mail', 'post', 'inbox', 'letters'])}.example`,
    photo: chance.hex(16),
    wakes: 8.5 + 1.6 * chance.normal() + (chance.yes(0.07) ? chance.between(6, 14) : 0),
    works: chance.between(5, 12),
    weekends: chance.between(0, 0.9),
  };
}

/** As people type: mostly right. */
export function typed(chance: Chance, text: string): string {
  if (chance.yes(0.06)) return text.toUpperCase();
  if (!chance.yes(0.025) || text.length < 5) return text;
  const at = chance.whole(1, text.length - 2);
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
}
