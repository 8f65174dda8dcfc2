/** Where a large graph starts its layout: what hangs together lies together already, so that little is left to do. */
import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import {
  spacing as freshSpacing,
  freshPlace,
  type Point,
} from '../../../../domain/drawing/placement.ts';

/** What forces that have come to rest leave between two nodes, in units of the layout. */
const spacing = 62;
/** Enough for a few hundred communities to find their neighbours. */
const iterations = 150;

/** How communities push and pull one another; the same as single nodes do. */
const forces = { strongGravityMode: true, gravity: 0.04, scalingRatio: 30, slowDown: 5 };

/**
 * x and y of each node, one after the other, of a graph whose keys are 0, 1, 2 … and whose edges have a `weight`:
 * every community is a disc, near those that it is tied to. Communities by Louvain (Blondel and others, 2008),
 * always the same for the same graph.
 */
export function communitySeeds(graph: Graph): Float32Array {
  const communities = membersOf(louvain(graph, { rng: () => 0.5 }));
  const middles = middlesOf(graph, communities);
  const places = new Float32Array(graph.order * 2);
  communities.forEach((members, community) => {
    members.forEach((node, index) => {
      const { x, y } = freshPlace(index);
      places[node * 2] = middles[community]!.x + (x * spacing) / freshSpacing;
      places[node * 2 + 1] = middles[community]!.y + (y * spacing) / freshSpacing;
    });
  });
  return places;
}

function membersOf(communities: Readonly<Record<string, number>>): number[][] {
  const members: number[][] = [];
  for (const [node, community] of Object.entries(communities))
    (members[community] ??= []).push(Number(node));
  return members;
}

function middlesOf(graph: Graph, communities: readonly number[][]): Point[] {
  const laid = forceAtlas2(tiesBetween(graph, communities), { iterations, settings: forces });
  const places = communities.map((_, community) => laid[community]!);
  const distances = places.map(({ x, y }, index) => Math.hypot(x, y) * communities[index]!.length);
  const spread = distances.reduce((sum, distance) => sum + distance, 0) / graph.order;
  // Two thirds of its radius is how far the nodes of an even disc lie from its middle.
  const wanted = (spacing * Math.sqrt(graph.order) * 2) / 3;
  const scale = spread > 0 ? wanted / spread : 1;
  return places.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
}

/** The communities as nodes, with what their members weigh together on one another. */
function tiesBetween(graph: Graph, communities: readonly number[][]): Graph {
  const communityOf = new Uint32Array(graph.order);
  const ties = new Graph({ type: 'undirected' });
  communities.forEach((members, community) => {
    ties.addNode(community, freshPlace(community));
    for (const node of members) communityOf[node] = community;
  });
  graph.forEachEdge((_edge, { weight }, from, to) => {
    const [one, other] = [communityOf[Number(from)], communityOf[Number(to)]];
    if (one === other) return;
    ties.updateEdge(one, other, (before) => ({
      weight: Number(before['weight'] ?? 0) + Number(weight),
    }));
  });
  return ties;
}
