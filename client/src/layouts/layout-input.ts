import type { GraphNode } from '../../../domain/answers.ts';
import type { DrawnGraph } from '../canvas/drawn/drawn-graph.ts';
import { bareWidthOf, widthOf } from '../canvas/drawn/graph-styles.ts';
import type { Point } from '../../../domain/drawing/placement.ts';
import { roomHeight, type Size } from '../canvas/drawn/stage-size.ts';

/** A node or group to be laid out; sizes in pixels. */
export interface Box {
  ref: string;
  node: GraphNode;
  /** With its label below it. */
  width: number;
  height: number;
  /** Without, either way. */
  bare: number;
}

export interface LayoutInput {
  boxes: readonly Box[];
  /** By reference, each with what it touches. */
  neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the drawing may take. */
  stage: Size;
}

/** Where each is to go, in pixels from left to right and from top to bottom. */
export type Places = Map<string, Point>;

/** What a layout needs to know of what is drawn. */
export function layoutInput(graph: DrawnGraph, stage: Size): LayoutInput {
  const neighbours = new Map<string, Set<string>>(graph.mapNodes((ref) => [ref, new Set()]));
  graph.forEachEdge((_key, _line, from, to) => {
    if (from === to) return;
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
  });
  const boxes = graph.mapNodes((ref, drawn) => ({
    ref,
    node: drawn.node,
    width: widthOf(drawn),
    height: roomHeight(stage),
    bare: bareWidthOf(drawn),
  }));
  return { boxes, neighbours, stage };
}

/** A larger stage is shown smaller. */
const stageStep = 1.12;
const mostSteps = 24;

/** Lays out on a stage that is grown, from what the boxes cover, until they fit on it in both directions. */
export function grownToFit<T>(
  boxes: readonly Box[],
  stage: Size,
  layOut: (share: number) => { laid: T; fits: boolean },
): T {
  const covered = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  let share = Math.max(1, Math.sqrt(covered / (stage.width * stage.height)));
  for (let step = 0; step < mostSteps; step += 1) {
    const { laid, fits } = layOut(share);
    if (fits) return laid;
    share *= stageStep;
  }
  return layOut(share).laid;
}

/** Boxes no larger than the stage has room for: labels give way before nodes do. */
export function fittedBoxes({ boxes, stage }: Pick<LayoutInput, 'boxes' | 'stage'>): Box[] {
  const needed = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const share = Math.min(1, Math.sqrt((0.8 * stage.width * stage.height) / needed));
  return boxes.map((box) => ({
    ...box,
    width: Math.max(box.bare, share * box.width),
    height: Math.max(box.bare, share * box.height),
  }));
}
