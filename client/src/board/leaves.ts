import type { Graph } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';

/** A graph that is smaller than this can be read with all that is in it. */
const readable = 60;

/** Who acts, or is listed, stays on the canvas however few know of it. */
const parties: ReadonlySet<NodeTypeName> = new Set([
  'account',
  'company',
  'person',
  'watchlist_entry',
]);

/** Of a large graph, the things that touch one account and nothing else: they link nobody. */
export function leavesOf({ nodes, relations }: Graph): ReadonlySet<string> {
  if (nodes.length < readable) return new Set();
  const neighbours = new Map<string, Set<string>>();
  const link = (from: string, to: string) =>
    neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
  for (const relation of relations) {
    const [from, to] = [formatRef(relation.from), formatRef(relation.to)];
    link(from, to);
    link(to, from);
  }
  const accounts = new Set(nodes.filter(({ type }) => type === 'account').map(formatRef));
  return new Set(
    nodes
      .filter(({ type }) => !parties.has(type))
      .map(formatRef)
      .filter((ref) => {
        const [only, ...others] = neighbours.get(ref) ?? [];
        return only !== undefined && others.length === 0 && accounts.has(only);
      }),
  );
}
