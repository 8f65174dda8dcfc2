import type { Member } from './rings-crew.ts';
import { bought, rented } from './rings-holders.ts';
import { broker, lifters, thieves } from './rings-money.ts';
import { copyists, mill } from './rings-papers.ts';
import { careful, dormitory, farm, front, manyNames } from './rings-teams.ts';
import type { Town } from './town.ts';

/** Each tells of one ring and returns its accounts. */
export const rings: Record<string, (town: Town) => Member[]> = {
  'dormitory team': dormitory,
  'laptop farm': farm,
  'rented accounts': rented,
  'bought accounts': bought,
  'rating lifters': lifters,
  'document mill': mill,
  'front agency': front,
  'cash-out broker': broker,
  'text copyists': copyists,
  'small debits': thieves,
  'one worker, many names': manyNames,
  'careful team': careful,
};
