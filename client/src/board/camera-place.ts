import type { Point } from '../../../domain/drawing/placement.ts';

/** The middle of what is seen, in Sigma's frame of all that is drawn; `ratio` 1 shows all of it, less is nearer. */
export interface CameraPlace extends Point {
  ratio: number;
}

/** Where all that is drawn is seen from. */
export const whole: CameraPlace = { x: 0.5, y: 0.5, ratio: 1 };
