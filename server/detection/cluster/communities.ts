import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import { compareText } from '../../../domain/compare-text.ts';
import type { Link } from '../link/links.ts';
import { UnionFind } from '../link/union-find.ts';

/** A link less likely than this joins nobody. */
const joiningProbability = 0.1;

/** Whether a link is likely enough to hold two accounts together. */
export function joins(link: Pick<Link, 'probability'>): boolean {
  return link.probability >= joiningProbability;
}

/**
 * Below 1, for components are small: at 1, modularity parts a team whose members are tied in two ways into the two
 * halves (the resolution of Reichardt and Bornholdt, 2006). On labelled worlds all values from 0.2 to 0.5 find as much;
 * the lowest keeps a ring whole whose two rounds of ratings share few people.
 */
const coarseness = 0.2;

/**
 * Groups of accounts that belong together more than to anyone else: Louvain (Blondel et al., 2008) on the
 * links that are likely enough, weighted by how likely, so that a hub or a single bridge does not glue two
 * teams together. A community that falls apart without its bridge is parted. Each group sorted, and the
 * groups; accounts without a likely link are in none.
 */
export function communitiesOf(links: readonly Link[]): string[][] {
  const likely = links.filter(joins);
  const communities = components(likely).flatMap(communitiesWithin);
  return ordered(joinedByConfirmed(communities, likely));
}

/** Whom the same hands run, as an analyst has confirmed, is in one community, and so are those around each. */
function joinedByConfirmed(communities: string[][], links: readonly Link[]): string[][] {
  const confirmed = links.filter((link) => link.confirmed);
  if (confirmed.length === 0) return communities;
  const sets = new UnionFind();
  for (const members of communities) for (const member of members) sets.join(members[0]!, member);
  for (const { a, b } of confirmed) sets.join(a, b);
  return [...sets.sets().values()];
}

/** The accounts that likely links connect, each group sorted, and the groups. */
export function connectedBy(links: readonly Link[]): string[][] {
  return ordered(components(links.filter(joins)).map(accountsOf));
}

function ordered(groups: string[][]): string[][] {
  return groups.map((group) => group.sort()).sort((a, b) => compareText(a[0]!, b[0]!));
}

function accountsOf(links: readonly Link[]): string[] {
  return [...new Set(links.flatMap(({ a, b }) => [a, b]))];
}

/** The links of each connected component: what happens in one changes nothing in another. */
function components(links: readonly Link[]): Link[][] {
  const neighbours = adjacency(links);
  const componentOf = new Map<string, Link[]>();
  const all: Link[][] = [];
  for (const start of neighbours.keys()) {
    if (componentOf.has(start)) continue;
    const component: Link[] = [];
    all.push(component);
    for (const account of reachable(start, neighbours)) componentOf.set(account, component);
  }
  for (const link of links) componentOf.get(link.a)!.push(link);
  return all;
}

function communitiesWithin(links: readonly Link[]): string[][] {
  const graph = new Graph({ type: 'undirected' });
  for (const account of accountsOf(links).sort()) graph.addNode(account);
  for (const { a, b, probability } of links) graph.addEdge(a, b, { weight: probability });
  const communityOf = louvain(graph, {
    getEdgeWeight: 'weight',
    randomWalk: false,
    resolution: coarseness,
  });
  const inside = links.filter(({ a, b }) => communityOf[a] === communityOf[b]);
  return partedAtBridges(inside);
}

/** Louvain may leave a community that hangs by one weak link; its sides are then groups of their own. */
function partedAtBridges(links: readonly Link[]): string[][] {
  const weakBridges = new Set(bridgesOf(links).filter((link) => link.probability < 0.5));
  const sized = adjacency(links.filter((link) => !weakBridges.has(link)));
  // Whoever has another link still is one of several; nobody is parted from all others.
  const dividing = new Set([...weakBridges].filter(({ a, b }) => sized.has(a) && sized.has(b)));
  const neighbours = adjacency(links.filter((link) => !dividing.has(link)));
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue;
    const group = reachable(start, neighbours);
    for (const account of group) seen.add(account);
    groups.push([...group]);
  }
  return groups;
}

/** The links without which their ends are no longer connected (Tarjan, 1974), without recursion. */
function bridgesOf(links: readonly Link[]): Link[] {
  const neighbours = adjacency(links);
  const entered = new Map<string, number>();
  const low = new Map<string, number>();
  const bridges: Link[] = [];
  for (const root of neighbours.keys()) {
    if (entered.has(root)) continue;
    const path: { at: string; by: Link | null; next: number }[] = [{ at: root, by: null, next: 0 }];
    entered.set(root, entered.size);
    low.set(root, entered.get(root)!);
    while (path.length > 0) {
      const step = path.at(-1)!;
      const edge = neighbours.get(step.at)![step.next++];
      if (edge === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (!parent) continue;
        low.set(parent.at, Math.min(low.get(parent.at)!, low.get(step.at)!));
        if (low.get(step.at)! > entered.get(parent.at)!) bridges.push(step.by!);
      } else if (edge !== step.by) {
        const to = edge.a === step.at ? edge.b : edge.a;
        const before = entered.get(to);
        if (before !== undefined) low.set(step.at, Math.min(low.get(step.at)!, before));
        else {
          entered.set(to, entered.size);
          low.set(to, entered.get(to)!);
          path.push({ at: to, by: edge, next: 0 });
        }
      }
    }
  }
  return bridges;
}

function adjacency(links: readonly Link[]): Map<string, Link[]> {
  const neighbours = new Map<string, Link[]>();
  for (const link of links) {
    for (const account of [link.a, link.b]) {
      const list = neighbours.get(account);
      if (list) list.push(link);
      else neighbours.set(account, [link]);
    }
  }
  return neighbours;
}

function reachable(start: string, neighbours: ReadonlyMap<string, readonly Link[]>): Set<string> {
  const seen = new Set([start]);
  for (const at of seen)
    for (const { a, b } of neighbours.get(at) ?? []) seen.add(a === at ? b : a);
  return seen;
}
