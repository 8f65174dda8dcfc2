import type { GraphNode, GraphRelation } from '../../domain/answers.ts';
import { formatRef, type NodeRef } from '../../domain/schema/graph.ts';

export function nodeOf(type: NodeRef['type'], id: string): GraphNode {
  return { type, id, caption: id, score: null, cluster_id: null, stub: false, degree: 1 };
}

export const accountNode = (id: string) => nodeOf('account', id);
export const deviceNode = (id: string) => nodeOf('device', id);

export function relationBetween(from: NodeRef, to: NodeRef): GraphRelation {
  return {
    key: `${formatRef(from)} ${formatRef(to)}`,
    type: 'links',
    from,
    to,
    says: 'is linked to',
    at: null,
    derived: false,
    values: {},
    sources: [],
  };
}
