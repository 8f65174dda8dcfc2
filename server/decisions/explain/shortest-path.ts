import { compareText } from '../../../domain/compare-text.ts';
import type { Evidence } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';

/**
 * The shortest way between two nodes along the relations of a finding's evidence, both ends included; of
 * several, the first by the nodes' names. Empty when the evidence does not connect them.
 */
export function shortestPath(evidence: readonly Evidence[], from: NodeRef, to: NodeRef): NodeRef[] {
  const neighbours = neighboursIn(evidence);
  const start = formatRef(from);
  const goal = formatRef(to);
  const cameFrom = new Map<string, NodeRef | null>([[start, null]]);
  const queue: NodeRef[] = [from];
  for (const at of queue) {
    if (formatRef(at) === goal) break;
    for (const next of neighbours.get(formatRef(at)) ?? []) {
      if (cameFrom.has(formatRef(next))) continue;
      cameFrom.set(formatRef(next), at);
      queue.push(next);
    }
  }
  if (!cameFrom.has(goal)) return [];
  const path: NodeRef[] = [];
  for (let at: NodeRef | null = to; at !== null; at = cameFrom.get(formatRef(at)) ?? null)
    path.unshift(at);
  return path;
}

function neighboursIn(evidence: readonly Evidence[]): Map<string, NodeRef[]> {
  const neighbours = new Map<string, Map<string, NodeRef>>();
  for (const { from, to } of evidence) {
    if (to === null) continue;
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const near = neighbours.get(formatRef(one)) ?? new Map<string, NodeRef>();
      neighbours.set(formatRef(one), near.set(formatRef(other), other));
    }
  }
  return new Map(
    [...neighbours].map(([ref, near]) => [
      ref,
      [...near].sort(([a], [b]) => compareText(a, b)).map(([, other]) => other),
    ]),
  );
}
