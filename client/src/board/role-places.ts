import type { GraphNode } from '../../../domain/answers.ts';
import type { Point } from '../../../domain/drawing/placement.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { isContext } from '../../../domain/standing.ts';

/**
 * From left to right: who is there for context, from where one works, who works, what with, who is paid, where it ends, and whom
 * all of that belongs to or names.
 */
export const lanes = ['beside', 'from', 'works', 'with', 'paid', 'ends', 'named'] as const;
export type Lane = (typeof lanes)[number];

/** Where in a drawing the middle of a part's lane is. */
export interface PartLane {
  part: Lane;
  x: number;
}

const laneOfType: Partial<Record<NodeTypeName, Lane>> = {
  account: 'works',
  device: 'from',
  ip: 'from',
  company: 'named',
  person: 'named',
  watchlist_entry: 'named',
};

/** In units of a drawing, as nodes that come fresh lie 40 apart. */
const laneGap = 220;
const rowGap = 62;
/** So many stand in a lane one above the other; more stand in several rows beside one another. */
const mostInRow = 10;
const besideGap = 96;
/** Nodes of two lanes that are nearer in height than this lie in one another's names. */
const leastApart = 0.35 * rowGap;
/** How far the middle of a lane lies beside its ends, where those in it are joined: lines between two then pass no third. */
const mostBulge = 150;
/** To which side: away from the lanes that most of their lines lead to. */
const bulgesTo: Partial<Record<Lane, 'left' | 'right'>> = { works: 'left', named: 'right' };

/** Height of a stage, of its width. */
const usualForm = 0.72;
const mostStretch = 2.5;

interface Placing {
  nodes: readonly { ref: string; node: GraphNode }[];
  /** References of what is joined, from → to: money goes that way. */
  joined: readonly (readonly [string, string])[];
  /** Height of the stage, of its width; that of a usual one where absent. */
  form?: number | undefined;
}

/** Places by what part each plays, so that one reads from who works to where the money ends; the same for the same nodes. */
export function rolePlaces({ nodes, joined, form = usualForm }: Placing): {
  places: Map<string, Point>;
  lanes: PartLane[];
} {
  const neighbours = neighboursOf(joined);
  const paysOn = payers(nodes, joined);
  const byLane = new Map<Lane, string[]>();
  for (const { ref, node } of nodes) {
    const lane = laneOf(node, {
      neighbours: neighbours.get(ref) ?? new Set(),
      paysOn: paysOn.has(ref),
    });
    byLane.set(lane, [...(byLane.get(lane) ?? []), ref]);
  }
  const filled = lanes.flatMap((lane) => {
    const refs = byLane.get(lane);
    return refs ? [{ lane, refs }] : [];
  });
  ordered(filled, neighbours);
  const height =
    rowGap * Math.max(...filled.map(({ refs }) => Math.min(mostInRow, refs.length)), 1);
  const places = new Map<string, Point>();
  let left = 0;
  let before: number[] = [];
  for (const { lane, refs } of filled) {
    const rows = Math.ceil(refs.length / mostInRow);
    const side = rows === 1 ? bulgesTo[lane] : undefined;
    const bulge = side ? Math.min(mostBulge, refs.length * 22) : 0;
    const gap = Math.min(2.2 * rowGap, (height * rows) / refs.length);
    const own = new Map<string, Point>();
    refs.forEach((ref, at) => {
      const across = refs.length === 1 ? 0 : (2 * at) / (refs.length - 1) - 1;
      const out = side === 'right' ? 1 - across ** 2 : across ** 2;
      own.set(ref, {
        x: left + bulge * out + (at % rows) * besideGap,
        // In a drawing y rises.
        y: ((refs.length - 1) / 2 - at) * (gap / rows),
      });
    });
    const aside = clearOf([...own.values()], before, gap);
    for (const [ref, { x, y }] of own) places.set(ref, { x, y: y + aside });
    before = [...own.values()].map(({ y }) => y + aside);
    left += laneGap + bulge + (rows - 1) * besideGap;
  }
  const inForm = stretched(places, form);
  return { places: inForm, lanes: filled.map(({ lane, refs }) => laneAt(lane, refs, inForm)) };
}

function laneAt(part: Lane, refs: readonly string[], places: ReadonlyMap<string, Point>): PartLane {
  const across = refs.map((ref) => places.get(ref)!.x);
  return { part, x: (Math.min(...across) + Math.max(...across)) / 2 };
}

/** By how much a lane moves up or down so that names, which stand beside its nodes, lie on none of the lane before. */
function clearOf(own: readonly Point[], before: readonly number[], gap: number): number {
  const nearest = (aside: number) =>
    Math.min(...own.flatMap(({ y }) => before.map((other) => Math.abs(y + aside - other))));
  const [first = 0, ...others] = [0, 0.25, -0.25, 0.5, -0.5].map((share) => share * gap);
  return others.reduce(
    (best, aside) => (nearest(best) < leastApart && nearest(aside) > nearest(best) ? aside : best),
    first,
  );
}

/** In the form of the stage, stretched where it is narrower: names have the room that there is. */
function stretched(places: Map<string, Point>, form: number): Map<string, Point> {
  const extent = (of: (place: Point) => number) => {
    const all = [...places.values()].map(of);
    return Math.max(...all) - Math.min(...all);
  };
  const [width, height] = [extent(({ x }) => x), extent(({ y }) => y)];
  if (width === 0 || height === 0) return places;
  const taller = (width * form) / height;
  const [across, down] = [1 / taller, taller].map((by) => Math.min(mostStretch, Math.max(1, by)));
  return new Map([...places].map(([ref, { x, y }]) => [ref, { x: x * across!, y: y * down! }]));
}

interface Standing {
  neighbours: ReadonlySet<string>;
  /** To another purse that is there. */
  paysOn: boolean;
}

function laneOf(node: GraphNode, { neighbours, paysOn }: Standing): Lane {
  if (node.type === 'account' && isContext(node)) return 'beside';
  if (node.type !== 'payment_account') return laneOfType[node.type] ?? 'with';
  const through = [...neighbours].filter((ref) => ref.startsWith('account:')).length;
  // What many are paid through is where their money meets, whatever it is called.
  return paysOn || through === 1 ? 'paid' : 'ends';
}

/** Payment accounts from which money goes on to another of these. */
function payers(nodes: Placing['nodes'], joined: Placing['joined']): Set<string> {
  const purses = new Set(
    nodes.flatMap(({ ref, node }) => (node.type === 'payment_account' ? [ref] : [])),
  );
  return new Set(
    joined.flatMap(([from, to]) =>
      from !== to && purses.has(from) && purses.has(to) ? [from] : [],
    ),
  );
}

function neighboursOf(joined: Placing['joined']): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  for (const [from, to] of joined)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
  return neighbours;
}

/** Back and forth so often: lines hardly cross less after more. */
const sweeps = 6;

/** Sorts each lane by the middle of what its nodes are joined to in the others, so that few lines cross. */
function ordered(
  filled: { refs: string[] }[],
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const share = new Map<string, number>();
  const spread = (refs: readonly string[]) =>
    refs.forEach((ref, at) => share.set(ref, (at + 0.5) / refs.length));
  for (const { refs } of filled) spread(refs);
  for (let sweep = 0; sweep < sweeps; sweep += 1)
    for (const { refs } of sweep % 2 === 0 ? filled : [...filled].reverse()) {
      const own = new Set(refs);
      const middle = new Map(
        refs.map((ref) => {
          const others = [...(neighbours.get(ref) ?? [])].flatMap((one) =>
            own.has(one) ? [] : (share.get(one) ?? []),
          );
          const sum = others.reduce((total, one) => total + one, 0);
          return [ref, others.length > 0 ? sum / others.length : share.get(ref)!];
        }),
      );
      refs.sort((one, other) => middle.get(one)! - middle.get(other)!);
      spread(refs);
    }
}
