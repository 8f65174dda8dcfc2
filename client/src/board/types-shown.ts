import type { GraphNode } from '../../../domain/answers.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';

/** The types on the canvas, most frequent first. */
export function typesShown(nodes: readonly GraphNode[]): { type: NodeTypeName; count: number }[] {
  const counts = new Map<NodeTypeName, number>();
  for (const { type } of nodes) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count);
}
