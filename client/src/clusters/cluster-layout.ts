import type {
  ClusterOverview,
  ClusterTie,
  OverviewCluster,
} from '../../../domain/cluster-overview.ts';

export interface PlacedCluster {
  cluster: OverviewCluster;
  /** In the order of clusters, from 1. */
  place: number;
  x: number;
  y: number;
  r: number;
}

export interface ClusterLayout {
  /** In their order. */
  clusters: readonly PlacedCluster[];
  lines: readonly { tie: ClusterTie; from: PlacedCluster; to: PlacedCluster }[];
  width: number;
  height: number;
}

/** Of a disc: its least and its greatest radius, and by how much it grows with the root of the accounts. */
const sizes = {
  many: { least: 5, each: 3, largest: 44 },
  few: { least: 9, each: 5, largest: 64 },
};
const gap = 12;
const labelled = { width: 150, height: 48 };
/** Of so many at most that are joined each stands beside the next; more of them in a spiral. */
const mostRound = 8;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** A disc of so large a radius, in pixels, shows the accounts in it. */
export const opensAt = 70;

/** Few are drawn as much larger as fills the room and leaves them closed. */
const enlarged = [3, 2.6, 2.2, 1.8, 1.5, 1.25];

/**
 * Clusters in their order, as one reads; those that are joined stand together, where the first of them does. With names there is
 * room for one, on two lines, below each, and they are drawn as large as `height` has room for.
 */
export function clusterLayout(
  of: Pick<ClusterOverview, 'clusters' | 'ties'>,
  width: number,
  hasNames: boolean,
  height = 0,
): ClusterLayout {
  const larger = hasNames ? enlarged : [];
  for (const by of larger) {
    const layout = laidOut(of, width, hasNames, by);
    const isClosed = layout.clusters.every(({ r }) => r < opensAt);
    if (isClosed && layout.width <= width && layout.height <= height) return layout;
  }
  return laidOut(of, width, hasNames, 1);
}

function laidOut(
  { clusters, ties }: Pick<ClusterOverview, 'clusters' | 'ties'>,
  width: number,
  hasNames: boolean,
  by: number,
): ClusterLayout {
  const { least, each, largest } = hasNames ? sizes.few : sizes.many;
  const placed = clusters.map((cluster, at): PlacedCluster => ({
    ...{ cluster, place: at + 1, x: 0, y: 0 },
    r: by * Math.min(largest, least + each * Math.sqrt(cluster.accounts)),
  }));
  const byId = new Map(placed.map((one) => [one.cluster.id, one]));
  const lines = ties.flatMap((tie) => {
    const [from, to] = tie.between.map((id) => byId.get(id));
    return from && to ? [{ tie, from, to }] : [];
  });
  const blocks = joined(placed, lines).map((group) => arranged(group, hasNames, by));
  const room = Math.max(width, ...blocks.map((block) => block.width));
  return {
    clusters: placed,
    lines,
    width: room,
    height: shelved(blocks, room, hasNames ? labelled.height : 0),
  };
}

/** Those that lines lead between, by the first of each. */
function joined(
  placed: readonly PlacedCluster[],
  lines: readonly { from: PlacedCluster; to: PlacedCluster }[],
): PlacedCluster[][] {
  const near = new Map(placed.map((one): [PlacedCluster, PlacedCluster[]] => [one, []]));
  for (const { from, to } of lines) {
    near.get(from)!.push(to);
    near.get(to)!.push(from);
  }
  const seen = new Set<PlacedCluster>();
  const groups: PlacedCluster[][] = [];
  for (const one of placed) {
    if (seen.has(one)) continue;
    const group = [one];
    seen.add(one);
    for (const next of group)
      for (const other of near.get(next)!) {
        if (seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    groups.push(group);
  }
  return groups;
}

interface Block {
  /** Placed around its middle. */
  group: readonly PlacedCluster[];
  width: number;
  height: number;
}

function arranged(group: readonly PlacedCluster[], hasNames: boolean, by: number): Block {
  const widest = Math.max(...group.map(({ r }) => 2 * r));
  const cell = Math.max(widest, hasNames ? labelled.width : 0) + gap * by * by;
  const isRound = group.length <= mostRound;
  const around = isRound ? cell / 2 / Math.sin(Math.PI / Math.max(2, group.length)) : 0;
  group.forEach((one, at) => {
    if (group.length === 1) return;
    const [distance, angle] = isRound
      ? [around, Math.PI + (2 * Math.PI * at) / group.length]
      : [(cell / 1.6) * Math.sqrt(at), at * goldenAngle];
    one.x = distance * Math.cos(angle);
    one.y = distance * Math.sin(angle);
  });
  const reach = (of: (one: PlacedCluster) => number) =>
    Math.max(...group.map((one) => Math.abs(of(one))));
  return {
    group,
    width: 2 * reach(({ x }) => x) + cell,
    height: 2 * reach(({ y }) => y) + widest + gap + (hasNames ? labelled.height : 0),
  };
}

/** Puts the blocks into rows as wide as the room, names below, and returns how high all of them are. */
function shelved(blocks: readonly Block[], room: number, names: number): number {
  let [left, top, high] = [0, 0, 0];
  let row: Block[] = [];
  const close = () => {
    for (const { group } of row) for (const one of group) one.y += top + (high - names) / 2;
    [left, top, high, row] = [0, top + high, 0, []];
  };
  for (const block of blocks) {
    if (left > 0 && left + block.width > room) close();
    for (const one of block.group) one.x += left + block.width / 2;
    left += block.width;
    high = Math.max(high, block.height);
    row.push(block);
  }
  close();
  return top;
}
