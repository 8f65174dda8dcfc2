import type { Board } from './board.ts';
import type { Point } from '../../../domain/drawing/placement.ts';
import type { CameraPlace } from './camera-place.ts';

/** Where nodes were drawn last. It outlives the drawing: the next one begins there, and a board is kept with it. */
export class DrawnPlaces {
  #of: Board['origin'] = null;
  #places: ReadonlyMap<string, Point> = new Map();
  #looked: { at: Board['origin']; from: CameraPlace } | null = null;
  readonly #listeners = new Set<() => void>();

  /** `places` of a board that was opened with `of`. */
  record(of: Board['origin'], places: ReadonlyMap<string, Point>): void {
    this.#of = of;
    this.#places = places;
    for (const listener of this.#listeners) listener();
  }

  at(of: Board['origin']): ReadonlyMap<string, Point> {
    return of !== null && this.#of === of ? this.#places : new Map();
  }

  /** Where the drawing of a board is looked at from. */
  recordCamera(of: Board['origin'], camera: CameraPlace): void {
    this.#looked = { at: of, from: camera };
  }

  cameraAt(of: Board['origin']): CameraPlace | null {
    return of !== null && this.#looked?.at === of ? this.#looked.from : null;
  }

  /** The board as it is looked at now: what it is kept with, beside the places. */
  looked(board: Board, view: string): Board {
    return { ...board, view, camera: this.cameraAt(board.origin) ?? board.camera };
  }

  /** Calls when something was recorded; returns what ends that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Drawn places have more digits than a screen can show. */
const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

/** The board with the place of every node that was drawn. */
export function withPlaces(board: Board, places: ReadonlyMap<string, Point>): Board {
  const placed = [...board.placed, ...places].map(([ref, { x, y }]): [string, Point] => [
    ref,
    { x: rounded(x), y: rounded(y) },
  ]);
  return { ...board, placed: new Map(placed) };
}
