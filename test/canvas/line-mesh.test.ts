import { expect, it } from 'vitest';
import { cornerBytes, cornersOf, trianglesOf } from '../../client/src/canvas/render/line-mesh.ts';

const line = (dashed: boolean, width: number) => ({
  from: { x: 1, y: 2 },
  to: { x: 3, y: 4 },
  colour: [1, 0.5, 0, 0.5] as const,
  width,
  dashed,
});

/** Of a corner: this end, the other end, colour, and side, end, dashed and width. */
function read(corners: ArrayBuffer, at: number) {
  const places = new Float32Array(corners, at * cornerBytes, 4);
  const looks = new Uint8Array(corners, at * cornerBytes + 16, 8);
  return { places: [...places], colour: [...looks.slice(0, 4)], look: [...looks.slice(4)] };
}

it('gives each line two corners at each end, with its colour multiplied by its opacity', () => {
  const corners = cornersOf([line(false, 1), line(true, 2.5)]);
  expect(corners.byteLength).toBe(8 * cornerBytes);
  const colour = [127, 63, 0, 127];
  expect(read(corners, 0)).toEqual({ places: [1, 2, 3, 4], colour, look: [0, 0, 0, 16] });
  // The same side of the line, at the other end.
  expect(read(corners, 2)).toEqual({ places: [3, 4, 1, 2], colour, look: [255, 255, 0, 16] });
  expect(read(corners, 5).look).toEqual([255, 0, 255, 40]);
  expect(read(corners, 7).look).toEqual([0, 255, 255, 40]);
  // As wide as a byte can say, not as narrow as what is left of it.
  expect(read(cornersOf([line(false, 400)]), 0).look[3]).toBe(255);
});

it('makes two triangles of a line, which meet along it', () => {
  expect([...trianglesOf(2)]).toEqual([0, 1, 2, 2, 1, 3, 4, 5, 6, 6, 5, 7]);
});
