import type { Point } from '../../../../domain/drawing/placement.ts';

/** A line as the graphics card is told of it. */
export interface PlainLine {
  from: Point;
  to: Point;
  /** Red, green, blue and opacity, each in [0, 1]. */
  colour: readonly [number, number, number, number];
  /** Pixels at the usual zoom. */
  width: number;
  dashed: boolean;
}

/** A corner's place and that of the other end, two floats each; four bytes of colour; side, end, dashed, width. */
export const cornerBytes = 24;
const floats = cornerBytes / 4;
/** A width is kept in sixteenths of a pixel, in one byte. */
export const widthSteps = 16;

/** Four corners a line: two at each end, on either side of it; seen from the other end, left is right. */
export function cornersOf(lines: readonly PlainLine[]): ArrayBuffer {
  const corners = new ArrayBuffer(lines.length * 4 * cornerBytes);
  const places = new Float32Array(corners);
  const looks = new Uint8Array(corners);
  lines.forEach(({ from, to, colour: [red, green, blue, opacity], width, dashed }, line) => {
    for (let corner = 0; corner < 4; corner += 1) {
      const at = line * 4 + corner;
      const [here, there] = corner < 2 ? [from, to] : [to, from];
      places[at * floats] = here.x;
      places[at * floats + 1] = here.y;
      places[at * floats + 2] = there.x;
      places[at * floats + 3] = there.y;
      const look = at * cornerBytes + 16;
      // Sigma blends colours that are multiplied by their opacity.
      looks[look] = red * opacity * 255;
      looks[look + 1] = green * opacity * 255;
      looks[look + 2] = blue * opacity * 255;
      looks[look + 3] = opacity * 255;
      looks[look + 4] = corner === 0 || corner === 3 ? 0 : 255;
      looks[look + 5] = corner < 2 ? 0 : 255;
      looks[look + 6] = dashed ? 255 : 0;
      looks[look + 7] = Math.min(255, width * widthSteps);
    }
  });
  return corners;
}

/** Two triangles for each of so many lines, by their corners. */
export function trianglesOf(lines: number): Uint32Array {
  const triangles = new Uint32Array(lines * 6);
  for (let line = 0; line < lines; line += 1)
    triangles.set(
      [0, 1, 2, 2, 1, 3].map((corner) => line * 4 + corner),
      line * 6,
    );
  return triangles;
}
