import { visibleNodes, visibleRelations, type Board } from '../../board/board.ts';
import { drawingScale, type Size } from './stage-size.ts';

/** Beyond either, a drawing is plain: it would take too long to bend, point and name each line of it. */
const manyNodes = 1_500;
const manyLines = 3_000;

/**
 * How many nodes a drawing is made for, when so much is shown that it is laid out before it is drawn, and drawn
 * plainly and small; 0 when it is not. Rounded, so that a few nodes more do not change the drawing.
 */
export function crowdOf(board: Board): number {
  const nodes = visibleNodes(board).length;
  if (nodes <= manyNodes && visibleRelations(board).length <= manyLines) return 0;
  return 2 ** Math.round(Math.log2(nodes));
}

/** The share of the stage that the nodes of a crowd may cover; the rest lets what lies between them be seen. */
const covered = 0.2;
const usualRadius = 13;

/** Against the usual size of a node. */
export function scaleOf(crowd: number, stage: Size): number {
  const usual = drawingScale(stage);
  if (crowd === 0) return usual;
  const wanted = Math.sqrt((covered * stage.width * stage.height) / (Math.PI * crowd));
  return Math.min(usual, wanted / usualRadius);
}

/** The thinnest that a line is drawn, against its usual thickness. */
const thinnest = 0.45;

/** Of so many lines, so that a web of thousands lets its nodes be seen. */
export function thicknessOf(lines: number): number {
  return Math.max(thinnest, Math.min(1, Math.sqrt(manyLines / Math.max(lines, 1))));
}

/**
 * By how much things shrink at a zoom ratio, which is below 1 when the view is near: small nodes first grow with
 * the view to their usual size, then slower than it.
 */
export function shrinkingBy(scale: number, ratio: number): number {
  if (ratio >= 1) return Math.sqrt(ratio);
  return ratio > scale ? ratio : scale * Math.sqrt(ratio / scale);
}
