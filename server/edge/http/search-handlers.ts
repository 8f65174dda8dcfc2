import { search } from '../../explore/search/search.ts';
import type { Handlers } from './served.ts';

export const searchHandlers: Pick<Handlers, 'search'> = {
  search: ({ database, searches }, { query: { q, ...how } }) => {
    searches.searched(q);
    return search(database, q, how);
  },
};
