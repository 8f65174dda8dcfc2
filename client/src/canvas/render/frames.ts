import type { GraphView } from './graph-view.ts';

/** The drawing as it was drawn last; a new object after every drawing. */
export interface Frame {
  view: GraphView;
}

/** Tells what lies over the drawing whenever it has been drawn. */
export class Frames {
  #latest: Frame | null = null;
  readonly #listeners = new Set<() => void>();

  /** Null while nothing is drawn. */
  readonly latest = (): Frame | null => this.#latest;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  drawn(view: GraphView | null): void {
    this.#latest = view && { view };
    for (const listener of this.#listeners) listener();
  }
}
