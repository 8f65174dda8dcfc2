/** Which nodes of an exhibit its picture shows: a print of thousands tells nobody anything. */
import { compareText } from '../../../domain/compare-text.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { isContext } from '../../../domain/standing.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { selected } from '../../platform/sequence.ts';
import { accountsShown } from '../exhibit/accounts-shown.ts';
import { addedTo } from './additions.ts';
import { folded, type Thing } from './folding.ts';
import { linesOf, neighboursBy, type Line } from './lines.ts';
import type { Pictured } from './picture.ts';

/** More nodes than these are not readable on a page. */
export const mostDrawn = 300;

/**
 * `all` nodes; `linking`: the accounts and what two of them or more touch; `foremost`: of those the accounts that the
 * findings name and those of the highest scores first, and what most of them touch.
 */
export type Extent = 'all' | 'linking' | 'foremost';

export interface Choice {
  extent: Extent;
  /** In the exhibit's order. */
  nodes: WholeNode[];
  /** The same nodes, of which some are drawn as one; those of a board never are. */
  things: Thing[];
  /** Between these. */
  lines: readonly Line[];
  /** Relations that these lines stand for. */
  relations: number;
}

export function choice(exhibit: Pictured): Choice {
  const lines = linesOf(exhibit.relations);
  const [extent, chosen] = chosenOf(exhibit, lines);
  const drawn = lines.filter(({ from, to }) => chosen.has(from) && chosen.has(to));
  const nodes = selected(exhibit.nodes, (node) => chosen.has(formatRef(node)));
  const { things, lines: told } =
    exhibit.places === null ? folded(nodes, drawn) : apart(nodes, drawn);
  const byHand = addedTo(exhibit.additions ?? [], chosen);
  return {
    extent,
    nodes,
    things: [...things, ...byHand.things],
    lines: [...told, ...byHand.lines],
    relations: drawn.reduce((sum, line) => sum + line.relations, 0),
  };
}

function apart(nodes: readonly WholeNode[], lines: readonly Line[]) {
  return { things: nodes.map((node): Thing => ({ ref: formatRef(node), nodes: [node] })), lines };
}

function chosenOf(exhibit: Pictured, lines: readonly Line[]): [Extent, Set<string>] {
  if (exhibit.nodes.length <= mostDrawn)
    return ['all', new Set(Array.from(exhibit.nodes, formatRef))];
  const neighbours = neighboursBy(lines);
  const { members, context } = accountsShown(exhibit.nodes);
  const accounts = new Map([...members, ...context].map((node) => [formatRef(node), node]));
  const links = linkingNodes(exhibit.nodes, neighbours, new Set(accounts.keys()));
  if (accounts.size + links.length <= mostDrawn)
    return ['linking', new Set([...accounts.keys(), ...links])];
  const named = namedBy(exhibit);
  const ranked = [...accounts].sort(
    ([a, one], [b, other]) =>
      Number(isContext(one)) - Number(isContext(other)) ||
      Number(named.has(other.id)) - Number(named.has(one.id)) ||
      (other.score ?? 0) - (one.score ?? 0) ||
      (neighbours.get(b)?.size ?? 0) - (neighbours.get(a)?.size ?? 0) ||
      compareText(a, b),
  );
  const foremost = new Set(ranked.slice(0, mostDrawn / 2).map(([ref]) => ref));
  const between = linkingNodes(exhibit.nodes, neighbours, foremost);
  return ['foremost', new Set([...foremost, ...between.slice(0, mostDrawn - foremost.size)])];
}

/** The accounts that a finding or the cluster names, or the one that was asked for. */
function namedBy({ scope, cluster, findings }: Pictured): Set<string> {
  return new Set([
    ...(scope.kind === 'account' ? [scope.id] : []),
    ...(cluster?.accounts ?? []),
    ...findings.flatMap(({ accounts }) => accounts),
  ]);
}

/** References of what two of these accounts or more touch, that of most of them first. */
function linkingNodes(
  nodes: Iterable<WholeNode>,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
  accounts: ReadonlySet<string>,
): string[] {
  const touched: { ref: string; count: number }[] = [];
  for (const node of nodes) {
    if (node.type === 'account') continue;
    const ref = formatRef(node);
    const count = [...(neighbours.get(ref) ?? [])].filter((other) => accounts.has(other)).length;
    if (count > 1) touched.push({ ref, count });
  }
  return touched
    .sort((a, b) => b.count - a.count || compareText(a.ref, b.ref))
    .map(({ ref }) => ref);
}
