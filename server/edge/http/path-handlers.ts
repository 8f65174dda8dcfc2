import { parseRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { nodeTypeNames } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
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
  throw new UsageError(messages.http.badRequest, [
    { where, problem: messages.http.badRef(nodeTypeNames) },
  ]);
}
