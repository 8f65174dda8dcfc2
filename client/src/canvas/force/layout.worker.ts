/** ForceAtlas2 beside the page's own thread. The same task always ends in the same places. */
import Graph from 'graphology';
import { inferSettings } from 'graphology-layout-forceatlas2';
import { graphToByteArrays } from 'graphology-layout-forceatlas2/helpers.js';
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import { communitySeeds } from './community-seeds.ts';
import type { LayoutProgress, LayoutTask } from './layout-messages.ts';
import { fill, separate } from './separation.ts';

/** Fields of a node in the matrix of the library, of which x and y come first and `fixed` last. */
const nodeFields = 10;
const fixedField = 9;

/** Beyond so many nodes forces are worked out roughly, from communities that lie in their places already. */
const large = 1_500;
/** Enough for those: more moves little. */
const seededIterations = 8;

/** Between two looks at whether anything still moves. */
const nodesMovedInABatch = 20_000;

/** Below this mean step, in units of the spread of the graph, nothing more is seen to move. */
const stillness = 0.0004;

self.onmessage = ({ data }: MessageEvent<LayoutTask>) => layOut(data);

function layOut(task: LayoutTask): void {
  const graph = graphOf(task);
  const free = !task.fixed.includes(1);
  const seeded = free && graph.order > large;
  if (seeded) putAt(graph, communitySeeds(graph));
  const iterations = seeded ? seededIterations : task.iterations;
  const settings = {
    ...inferSettings(graph),
    barnesHutOptimize: graph.order > large,
    barnesHutTheta: 1.2,
    strongGravityMode: true,
    gravity: 0.04,
    scalingRatio: 30,
    edgeWeightInfluence: 1,
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
  };
  const { nodes, edges } = graphToByteArrays(graph, (_edge, { weight }) => Number(weight));
  task.fixed.forEach((fixed, index) => (nodes[index * nodeFields + fixedField] = fixed));
  const batch = Math.max(1, Math.round(nodesMovedInABatch / (graph.order + 1)));
  let before = placesIn(nodes);
  let told = performance.now();
  for (let done = 0; done < iterations; done += batch) {
    for (let step = 0; step < batch; step += 1) iterate(settings, nodes, edges);
    const places = placesIn(nodes);
    const still = meanStep(before, places) / batch < stillness * spread(places);
    before = places.slice();
    if (performance.now() - told > task.newsMs) {
      tell({ places, done: false });
      told = performance.now();
    }
    if (still) break;
  }
  if (free) fill(before, task.stage);
  separate(before, task);
  // Those pushed apart lie mostly side by side: there is room again above and below.
  if (free) fill(before, task.stage);
  tell({ places: before, done: true });
}

function graphOf({ places, ends, weights }: LayoutTask): Graph {
  const graph = new Graph({ multi: true, type: 'undirected' });
  for (let index = 0; index < places.length / 2; index += 1)
    graph.addNode(index, { x: places[index * 2], y: places[index * 2 + 1] });
  weights.forEach((weight, index) =>
    graph.addEdge(ends[index * 2], ends[index * 2 + 1], { weight }),
  );
  return graph;
}

function putAt(graph: Graph, places: Float32Array): void {
  graph.updateEachNodeAttributes((node, attributes) => ({
    ...attributes,
    x: places[Number(node) * 2],
    y: places[Number(node) * 2 + 1],
  }));
}

function placesIn(nodes: Float32Array): Float32Array {
  const places = new Float32Array((nodes.length / nodeFields) * 2);
  for (let index = 0; index < places.length / 2; index += 1) {
    places[index * 2] = nodes[index * nodeFields] ?? 0;
    places[index * 2 + 1] = nodes[index * nodeFields + 1] ?? 0;
  }
  return places;
}

function meanStep(before: Float32Array, after: Float32Array): number {
  let sum = 0;
  after.forEach((place, index) => (sum += Math.abs(place - (before[index] ?? 0))));
  return sum / after.length;
}

function spread(places: Float32Array): number {
  let sum = 0;
  for (const place of places) sum += Math.abs(place);
  return sum / places.length;
}

function tell(progress: LayoutProgress): void {
  self.postMessage(progress, { transfer: [progress.places.buffer] });
}
