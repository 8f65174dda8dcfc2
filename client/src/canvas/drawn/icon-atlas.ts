import { strokes } from 'virtual:node-icons';
import type { NodeType } from '../../../../domain/schema/graph.ts';

const names = Object.keys(strokes);

/** Cells in a row of the atlas, and in a column. */
export const atlasColumns = Math.ceil(Math.sqrt(names.length));
/** Pixels of a cell. */
const cell = 96;
const viewBox = 24;

export function atlasIndexOf(icon: NodeType['icon']): number {
  return names.indexOf(icon);
}

/** All icons in one picture, opaque where there is ink. */
export function drawAtlas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = atlasColumns * cell;
  canvas.height = atlasColumns * cell;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws on no canvas.');
  Object.values(strokes).forEach((icon, index) => {
    const x = (index % atlasColumns) * cell;
    const y = Math.floor(index / atlasColumns) * cell;
    pen.setTransform(cell / viewBox, 0, 0, cell / viewBox, x, y);
    pen.lineWidth = 2;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    for (const [element, { d }] of icon)
      if (element === 'path' && d !== undefined) pen.stroke(new Path2D(d));
  });
  return canvas;
}
