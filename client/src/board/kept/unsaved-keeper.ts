import type { Board } from '../board.ts';
import { withPlaces } from '../drawn-places.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import { contentOf } from './board-content.ts';
import { clearUnsaved, keepLast, keepUnsaved } from './unsaved.ts';

const restMs = 250;

/**
 * Remembers in the browser what is made of a graph that is on no board, a moment after each change of it: a reload, a crash
 * or a restart takes nothing along. What is as it was opened is not remembered.
 */
export class UnsavedKeeper {
  readonly #key: string;
  readonly #fresh: Board;
  #latest: { board: Board; places: ReadonlyMap<string, Point> } | null = null;
  #kept: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `kept`: something is remembered of it already. */
  constructor(key: string, fresh: Board, kept: boolean) {
    this.#key = key;
    this.#fresh = fresh;
    this.#kept = kept;
  }

  /** The board as it is now, and where its nodes are drawn. A layout that runs on puts nothing off. */
  note(board: Board, places: ReadonlyMap<string, Point>): void {
    this.#latest = { board, places };
    this.#timer ??= setTimeout(() => this.flush(), restMs);
  }

  /** At once; `going`: the page is about to go. */
  flush(going = false): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const latest = this.#latest;
    this.#latest = null;
    if (!latest) return;
    const { board, places } = latest;
    if (isAsOpened(board, this.#fresh)) {
      if (this.#kept) void clearUnsaved(this.#key);
      this.#kept = false;
      return;
    }
    this.#kept = true;
    const unsaved = {
      base: contentOf(this.#fresh),
      content: contentOf(withPlaces(board, places)),
      at: new Date().toISOString(),
    };
    if (going) keepLast(this.#key, unsaved);
    void keepUnsaved(this.#key, unsaved);
  }
}

/** How it is looked at is no work. */
export function isAsOpened(board: Board, fresh: Board): boolean {
  if (board === fresh) return true;
  const fields = Object.keys(fresh) as (keyof Board)[];
  return fields.every(
    (field) => field === 'view' || field === 'camera' || isSame(board[field], fresh[field]),
  );
}

/** A step that was taken back leaves the same items in another map. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (one instanceof Map && other instanceof Map)
    return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
  if (one instanceof Set && other instanceof Set)
    return one.size === other.size && [...one].every((item) => other.has(item));
  return false;
}
