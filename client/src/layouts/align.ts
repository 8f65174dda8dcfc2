import type { Point } from '../../../domain/drawing/placement.ts';

/** How marked nodes can be set in line; `spread` puts even gaps between them. */
export const alignments = ['left', 'top', 'row', 'column', 'spread'] as const;
export type Alignment = (typeof alignments)[number];

/** What a node takes, in the graph's own units; y rises from bottom to top. */
export interface Aligned extends Point {
  ref: string;
  width: number;
  height: number;
}

type Axis = 'x' | 'y';

/** Where each is to go so that they stand in line and none lies on another. */
export function aligned(how: Alignment, nodes: readonly Aligned[]): Map<string, Point> {
  switch (how) {
    case 'left':
      return inLine(nodes, 'x', Math.min(...nodes.map(({ x }) => x)));
    case 'top':
      return inLine(nodes, 'y', Math.max(...nodes.map(({ y }) => y)));
    case 'column':
      return inLine(nodes, 'x', meanOf(nodes, 'x'));
    case 'row':
      return inLine(nodes, 'y', meanOf(nodes, 'y'));
    case 'spread':
      return spread(nodes);
  }
}

/** All at one place along one axis; along the other as they were, but for those too near. */
function inLine(nodes: readonly Aligned[], axis: Axis, at: number): Map<string, Point> {
  const other: Axis = axis === 'x' ? 'y' : 'x';
  const sorted = [...nodes].sort((a, b) => a[other] - b[other]);
  const places = new Map<string, Point>();
  let before: { at: number; size: number } | null = null;
  for (const node of sorted) {
    const size: number = sizeAlong(node, other);
    const free: number = before ? before.at + (before.size + size) / 2 : -Infinity;
    const own: number = Math.max(node[other], free);
    places.set(node.ref, axis === 'x' ? { x: at, y: own } : { x: own, y: at });
    before = { at: own, size };
  }
  return places;
}

/** Along the axis that they take more of, from the first to the last. */
function spread(nodes: readonly Aligned[]): Map<string, Point> {
  const axis: Axis = rangeOf(nodes, 'x') >= rangeOf(nodes, 'y') ? 'x' : 'y';
  const sorted = [...nodes].sort((a, b) => a[axis] - b[axis]);
  const needed = Math.max(...nodes.map((node) => sizeAlong(node, axis))) * (nodes.length - 1);
  const step = Math.max(rangeOf(nodes, axis), needed) / (nodes.length - 1);
  const first = sorted[0]![axis];
  return new Map(
    sorted.map(({ ref, x, y }, index) => [ref, { x, y, [axis]: first + index * step }]),
  );
}

function sizeAlong({ width, height }: Aligned, axis: Axis): number {
  return axis === 'x' ? width : height;
}

function meanOf(nodes: readonly Aligned[], axis: Axis): number {
  return nodes.reduce((sum, node) => sum + node[axis], 0) / nodes.length;
}

function rangeOf(nodes: readonly Aligned[], axis: Axis): number {
  const values = nodes.map((node) => node[axis]);
  return Math.max(...values) - Math.min(...values);
}
