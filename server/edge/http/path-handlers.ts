import { parseRef, type NodeRef } from '../../../domain/graph.ts';
import { nodeTypeNames } from '../../../domain/schema.ts';
import { words } from '../../../domain/words/index.ts';
import { shortestPath } from '../../explore/graph/path.ts';
import { UsageError } from '../../platform/problems.ts';
import type { Handlers } from './served.ts';

export const pathHandlers: Pick<Handlers, 'path'> = {
  path: ({ database }, { query: { from, to } }) =>
    shortestPath(database, refIn(from, 'query.from'), refIn(to, 'query.to')),
};

function refIn(text: string, where: string): NodeRef {
  const ref = parseRef(text);
  if (ref) return ref;
  throw new UsageError(words.http.badRequest, [
    { where, problem: words.http.badRef(nodeTypeNames) },
  ]);
}
