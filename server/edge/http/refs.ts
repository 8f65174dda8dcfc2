import { parseRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { nodeTypeNames } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { UsageError } from '../../platform/problems.ts';

/** The references in a body's `nodes`. Throws UsageError that says which one is none. */
export function refsIn(nodes: readonly string[]): NodeRef[] {
  return nodes.map((text, index) => refIn(text, `body.nodes.${index}`));
}

/** The reference that stands `where` in a request. Throws UsageError that says so when it is none. */
export function refIn(text: string, where: string): NodeRef {
  const ref = parseRef(text);
  if (ref) return ref;
  throw new UsageError(messages.http.badRequest, [
    { where, problem: messages.http.badRef(nodeTypeNames) },
  ]);
}
