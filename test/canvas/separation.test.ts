import { describe, expect, it } from 'vitest';
import { freshPlace } from '../../domain/drawing/placement.ts';
import { fill, separate, type Crowd } from '../../client/src/canvas/force/separation.ts';

const stage = { width: 560, height: 600 };
const bareWidth = 28;

/** As many nodes as asked for, in a heap far too small for them. */
function heapOf(count: number, labelWidth: number): { places: Float32Array; crowd: Crowd } {
  const places = new Float32Array(
    Array.from({ length: count }, (_, index) => freshPlace(index)).flatMap(({ x, y }) => [
      x * 0.02,
      y * 0.005,
    ]),
  );
  const crowd = {
    fixed: new Uint8Array(count),
    widths: new Float32Array(count).fill(labelWidth),
    bare: new Float32Array(count).fill(bareWidth),
    stage,
  };
  return { places, crowd };
}

/** Pairs of nodes that would be drawn nearer than that along both axes, on the stage. */
function overlaps(places: Float32Array, near: { x: number; y: number }): number {
  const at = (axis: number) => Array.from(places).filter((_, index) => index % 2 === axis);
  const [xs, ys] = [at(0), at(1)];
  const span = (values: number[]) => Math.max(...values) - Math.min(...values);
  const pixel = Math.max(span(xs) / stage.width, span(ys) / stage.height);
  let count = 0;
  for (let a = 0; a < xs.length; a += 1)
    for (let b = a + 1; b < xs.length; b += 1)
      if (
        Math.abs(xs[a]! - xs[b]!) < near.x * pixel * 0.99 &&
        Math.abs(ys[a]! - ys[b]!) < near.y * pixel * 0.99
      )
        count += 1;
  return count;
}

describe('the last touch to a layout', () => {
  it('leaves room for every label where there is some', () => {
    const { places, crowd } = heapOf(14, 120);
    separate(places, crowd);
    expect(overlaps(places, { x: 120, y: 50 })).toBe(0);
  });

  it('keeps the marks apart where labels cannot all have room', () => {
    const { places, crowd } = heapOf(150, 150);
    fill(places, stage);
    separate(places, crowd);
    fill(places, stage);
    expect(overlaps(places, { x: bareWidth, y: bareWidth })).toBe(0);
  });

  it('does not move what is pinned', () => {
    const { places, crowd } = heapOf(20, 120);
    crowd.fixed[3] = 1;
    const [x, y] = [places[6], places[7]];
    separate(places, crowd);
    expect([places[6], places[7]]).toEqual([x, y]);
  });
});
