import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { ClusterOverview, ClusterTie } from '../../../domain/cluster-overview.ts';
import { clusterLayout, opensAt, type PlacedCluster } from './cluster-layout.ts';
import { tieCount } from './tie-label.ts';

/** Clusters that are joined more among one another than with others; or, of those that nothing joins, neighbours in the order. */
export interface ClusterCommunity {
  /** From 1, in the order of the first cluster of each. */
  number: number;
  clusters: readonly PlacedCluster[];
  joined: boolean;
  accounts: number;
  /** The highest of its clusters. */
  score: number;
  x: number;
  y: number;
  r: number;
}

/** All clusters in one place, which is looked at from far and near. */
export interface ClusterMap {
  clusters: readonly PlacedCluster[];
  lines: readonly { tie: ClusterTie; from: PlacedCluster; to: PlacedCluster }[];
  /** None where there are few clusters: then all of them can be seen at once. */
  communities: readonly ClusterCommunity[];
  width: number;
  height: number;
}

/** More clusters than this are first seen as communities. */
export const mostAtOnce = 60;
/** Of clusters that nothing joins, so many in their order are drawn as one. */
const perStretch = 25;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const gap = 10;
/** Height of a map against its width. */
const form = 0.6;

/** `width`, `height`: pixels that there are; few clusters fill them. */
export function clusterMap(
  data: Pick<ClusterOverview, 'clusters' | 'ties'>,
  width: number,
  height = 0,
): ClusterMap {
  const layout = clusterLayout(data, width, data.clusters.length <= mostAtOnce, height);
  if (data.clusters.length <= mostAtOnce) return { ...layout, communities: [] };
  const { clusters, lines } = layout;
  const communities = groupsOf(clusters, lines).map((group, at): ClusterCommunity => ({
    number: at + 1,
    ...group,
    accounts: group.clusters.reduce((sum, { cluster }) => sum + cluster.accounts, 0),
    score: Math.max(...group.clusters.map(({ cluster }) => cluster.score)),
    ...{ x: 0, y: 0, r: spiralled(group.clusters) },
  }));
  return { clusters, lines, communities, ...laid(communities) };
}

function groupsOf(
  clusters: readonly PlacedCluster[],
  lines: ClusterMap['lines'],
): { clusters: PlacedCluster[]; joined: boolean }[] {
  const ties = new Graph({ type: 'undirected' });
  const weigh = (tie: ClusterTie) => Math.log1p(tieCount(tie));
  for (const { tie, from, to } of lines) {
    for (const { place } of [from, to]) ties.mergeNode(place);
    ties.mergeEdge(from.place, to.place, { weight: weigh(tie) });
  }
  const found = ties.size > 0 ? louvain(ties, { rng: () => 0.5 }) : {};
  const groups = new Map<string, PlacedCluster[]>();
  let alone = 0;
  for (const one of clusters) {
    const key =
      found[one.place] === undefined
        ? `alone ${Math.floor(alone++ / perStretch).toString()}`
        : `joined ${found[one.place]!.toString()}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].map(([key, own]) => ({ clusters: own, joined: key.startsWith('joined') }));
}

/** Lays them around their own middle, in a spiral, and returns how far they reach. */
function spiralled(clusters: readonly PlacedCluster[]): number {
  const cell = 2 * Math.max(...clusters.map(({ r }) => r)) + gap;
  clusters.forEach((one, at) => {
    const distance = (cell / 1.6) * Math.sqrt(at);
    one.x = distance * Math.cos(at * goldenAngle);
    one.y = distance * Math.sin(at * goldenAngle);
  });
  return Math.max(...clusters.map(({ x, y, r }) => Math.hypot(x, y) + r)) + gap;
}

/** In rows, in their order, as wide as makes a map of the usual form. */
function laid(communities: readonly ClusterCommunity[]): { width: number; height: number } {
  const area = communities.reduce((sum, { r }) => sum + (2 * r + gap) ** 2, 0);
  const room = Math.max(Math.sqrt(area / form), ...communities.map(({ r }) => 2 * r + gap));
  let [left, top, high] = [0, 0, 0];
  for (const one of communities) {
    const wide = 2 * one.r + gap;
    if (left > 0 && left + wide > room) [left, top, high] = [0, top + high, 0];
    one.x = left + wide / 2;
    one.y = top + wide / 2;
    left += wide;
    high = Math.max(high, wide);
    for (const cluster of one.clusters) {
      cluster.x += one.x;
      cluster.y += one.y;
    }
  }
  return { width: room, height: top + high };
}

/** What of the map is looked at: its middle, and how often it is magnified. */
export interface MapView {
  x: number;
  y: number;
  zoom: number;
}

export const wholeMap = ({ width, height }: Pick<ClusterMap, 'width' | 'height'>): MapView => ({
  x: width / 2,
  y: height / 2,
  zoom: 1,
});

/** A disc of so many pixels shows what is in it. */
const communityOpensAt = 90;
/** Accounts of so many clusters at most are asked for and drawn at once. */
export const mostOpened = 6;
export const mostZoom = 60;

/** What is drawn at a view, and how much is not. */
export interface MapLevel {
  communities: readonly ClusterCommunity[];
  clusters: readonly PlacedCluster[];
  /** Clusters whose accounts are drawn in them, the nearest to the middle first. */
  opened: readonly PlacedCluster[];
  lines: readonly {
    key: string;
    /** How much joins the two. */
    count: number;
    from: PlacedCluster | ClusterCommunity;
    to: PlacedCluster | ClusterCommunity;
    ties: readonly ClusterTie[];
  }[];
  /** Clusters that stand in communities, or lie outside the view. */
  notDrawn: { inCommunities: number; outside: number };
}

/** `pixels`: of one unit of the map on the screen at no magnification. */
export function levelOf(map: ClusterMap, view: MapView, pixels: number): MapLevel {
  const scale = pixels * view.zoom;
  const [halfWidth, halfHeight] = [map.width / view.zoom / 2, map.height / view.zoom / 2];
  const isSeen = ({ x, y, r }: { x: number; y: number; r: number }) =>
    Math.abs(x - view.x) - r < halfWidth && Math.abs(y - view.y) - r < halfHeight;
  const closed = map.communities.filter(
    ({ r, clusters }) => clusters.length > 1 && r * scale < communityOpensAt,
  );
  const holder = new Map(closed.flatMap((one) => one.clusters.map((own) => [own, one] as const)));
  const single = map.clusters.filter((one) => !holder.has(one));
  const clusters = single.filter(isSeen);
  const away = ({ x, y }: PlacedCluster) => Math.hypot(x - view.x, y - view.y);
  const opened = clusters
    .filter(({ r }) => r * scale >= opensAt)
    .sort((one, other) => away(one) - away(other))
    .slice(0, mostOpened);
  return {
    communities: closed.filter(isSeen),
    clusters,
    opened,
    lines: linesBetween(map, holder),
    notDrawn: {
      inCommunities: holder.size,
      outside: single.length - clusters.length,
    },
  };
}

function linesBetween(
  { lines }: ClusterMap,
  holder: ReadonlyMap<PlacedCluster, ClusterCommunity>,
): MapLevel['lines'] {
  const drawn = new Map<
    string,
    { -readonly [K in keyof MapLevel['lines'][number]]: MapLevel['lines'][number][K] }
  >();
  const keyOf = (end: PlacedCluster | ClusterCommunity) =>
    'cluster' in end ? end.cluster.id : `community ${end.number.toString()}`;
  for (const { tie, from: one, to: other } of lines) {
    const [from, to] = [holder.get(one) ?? one, holder.get(other) ?? other];
    if (from === to) continue;
    const key = [keyOf(from), keyOf(to)].sort().join(' ');
    const known = drawn.get(key);
    if (known) {
      known.count += tieCount(tie);
      known.ties = [...known.ties, tie];
    } else drawn.set(key, { key, count: tieCount(tie), from, to, ties: [tie] });
  }
  return [...drawn.values()];
}

/** Closer or farther, with this place staying where it is; the map never leaves the view. */
export function zoomed(
  map: ClusterMap,
  view: MapView,
  by: number,
  at = { x: view.x, y: view.y },
): MapView {
  const zoom = Math.min(mostZoom, Math.max(1, view.zoom * by));
  const kept = view.zoom / zoom;
  return within(map, { x: at.x + (view.x - at.x) * kept, y: at.y + (view.y - at.y) * kept, zoom });
}

export function within({ width, height }: ClusterMap, { x, y, zoom }: MapView): MapView {
  const bounded = (place: number, size: number) => {
    const half = size / zoom / 2;
    return Math.min(size - half, Math.max(half, place));
  };
  return { x: bounded(x, width), y: bounded(y, height), zoom };
}

/** A view that a disc fills, as large as opens it. */
export function viewOf(map: ClusterMap, { x, y, r }: { x: number; y: number; r: number }): MapView {
  const zoom = Math.min(map.width, map.height) / (2 * r * 1.15);
  return within(map, { x, y, zoom: Math.min(mostZoom, Math.max(1, zoom)) });
}

/** Where `at` of so many accounts lies in a disc, and how large each is, against the disc's radius. */
export function placeInside(at: number, count: number): { x: number; y: number; r: number } {
  const r = Math.min(0.16, 0.62 / Math.sqrt(count));
  const distance = (0.94 - r) * Math.sqrt((at + 0.5) / count);
  return {
    x: distance * Math.cos(at * goldenAngle),
    y: distance * Math.sin(at * goldenAngle),
    r,
  };
}
