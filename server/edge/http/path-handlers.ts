import { shortestPath } from '../../explore/graph/path.ts';
import type { Handlers } from './served.ts';
import { refIn } from './refs.ts';

export const pathHandlers: Pick<Handlers, 'path'> = {
  path: ({ database }, { query: { from, to } }) =>
    shortestPath(database, refIn(from, 'query.from'), refIn(to, 'query.to')),
};
