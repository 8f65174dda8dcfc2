import type { Labels } from './labels.ts';
import type { Spot } from './network.ts';
import type { Someone } from './people.ts';
import type { City } from './places.ts';
import type { Platform } from './platform.ts';
import type { Seat } from './seats.ts';

/** What a story is told in. */
export interface Town {
  platform: Platform;
  labels: Labels;
}

/** How one group of accounts comes about. */
export type Story = (town: Town) => Seat[];

/** Somebody in no story, who works their own account. */
export function anyone(platform: Platform, who = platform.someone()): Seat {
  const seat = platform.signUp(who);
  platform.works(who, [seat]);
  return seat;
}

/** So many people, in that city if one is given. */
export const people = (platform: Platform, count: number, city?: City) =>
  Array.from({ length: count }, () => platform.someone(city));

/** One who works their own account from the given spots. */
export function settle(
  platform: Platform,
  who: Someone,
  spots?: Spot[],
  given: Partial<Seat> = {},
): Seat {
  const seat = platform.signUp(who, given);
  platform.works(who, [seat], spots);
  return seat;
}

/** What is given of those who sign up as developers. */
export const developer = { role: 'developer' } as const;
