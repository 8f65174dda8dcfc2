import { search } from '../../explore/search/search.ts';
import type { Handlers } from './served.ts';

export const searchHandlers: Pick<Handlers, 'search'> = {
  search: ({ database }, { query: { q, ...how } }) => search(database, q, how),
};
