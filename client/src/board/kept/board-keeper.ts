import type { KeptBoard, SavedBoard } from '../../../../domain/case.ts';
import { ask, send } from '../../api/fetch.ts';
import { mayPass, ProblemError } from '../../api/problem.ts';
import type { Board } from '../board.ts';
import { withPlaces } from '../drawn-places.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import { whole, type CameraPlace } from '../camera-place.ts';
import { boardOf, contentOf } from './board-content.ts';
import { dropDraft, keepDraft } from './drafts.ts';
import { keyOf } from './remembering.ts';
import { merging } from '../merge.ts';
import { newId } from '../../api/new-id.ts';

/** Whether the database has what is on the screen. */
export type KeepState =
  | { is: 'saved'; at: string }
  | { is: 'unsaved' }
  | { is: 'saving' }
  /** Tried again by itself. */
  | { is: 'away'; error: Error }
  /** Tried again once something else is changed. */
  | { is: 'refused'; error: Error };

export interface KeeperEvents {
  state: (state: KeepState) => void;
  /** Another has changed the board, which was `base` before; must show it before it returns. */
  merge: (base: Board, theirs: Board) => void;
  /** Changes of another have come. */
  takenIn: (who: string) => void;
}

const restMs = 1_000;
const draftMs = 250;
const againMs = 3_000;

/**
 * Saves a board a moment after each change of it. What another has saved meanwhile is merged first; while server
 * or database are away it tries again, and what is not saved yet is kept in the browser.
 */
export class BoardKeeper {
  readonly #place: { case: string; board: string };
  readonly #events: KeeperEvents;
  /** What the database has, as far as is known here. */
  #base: Board;
  #revision: number;
  #savedAt: string;
  #latest: { board: Board; places: ReadonlyMap<string, Point> } | null = null;
  readonly #draftKey: string;
  /** Saves whose answer was lost; the server may have made one of them all the same. */
  #unanswered = new Map<string, Board>();
  #busy = false;
  #withCamera = false;
  #closed = false;
  #save: ReturnType<typeof setTimeout> | undefined;
  #draft: ReturnType<typeof setTimeout> | undefined;

  /** `person`: whose drafts they are. */
  constructor(person: string, kept: KeptBoard, board: Board, events: KeeperEvents) {
    this.#draftKey = keyOf(person, newId());
    this.#place = { case: kept.case, board: kept.id };
    this.#base = board;
    this.#revision = kept.revision;
    this.#savedAt = kept.changed;
    this.#events = events;
    this.#say({ is: 'saved', at: kept.changed });
  }

  /** The board as it is now, and where its nodes are drawn. */
  note(board: Board, places: ReadonlyMap<string, Point>): void {
    this.#latest = { board, places };
    if (!this.#busy) this.#later(restMs);
    clearTimeout(this.#draft);
    this.#draft = setTimeout(() => this.#keepDraft(), draftMs);
  }

  /** Another revision than ours is known to be there; `asked` for by whoever sits here. */
  async noticed(revision: number, asked = false): Promise<void> {
    if (this.#busy || this.#closed || revision <= this.#revision) return;
    await this.#alone(() => this.#takeIn(asked));
  }

  /** Saves at once what is not saved yet. */
  async flush(): Promise<void> {
    clearTimeout(this.#save);
    await this.#trySave();
  }

  /** The page goes on to something else; what is not saved yet still is, and where it was looked at from. */
  close(camera: CameraPlace | null): void {
    if (camera && this.#latest && isElsewhere(camera, this.#base.camera)) {
      this.#latest = { ...this.#latest, board: { ...this.#latest.board, camera } };
      this.#withCamera = true;
    }
    void this.flush();
    clearTimeout(this.#draft);
    this.#keepDraft();
    this.#closed = true;
  }

  #later(ms: number): void {
    clearTimeout(this.#save);
    if (!this.#closed) this.#save = setTimeout(() => void this.#trySave(), ms);
  }

  #say(state: KeepState): void {
    if (!this.#closed) this.#events.state(state);
  }

  /** The board to save; null where the database has it. */
  #unsaved(): Board | null {
    if (!this.#latest) return null;
    const ours = withPlaces(this.#latest.board, this.#latest.places);
    const moved = this.#withCamera && isElsewhere(ours.camera, this.#base.camera);
    return !moved && textOf(ours) === textOf(this.#base) ? null : ours;
  }

  #keepDraft(): void {
    const ours = this.#unsaved();
    const { board } = this.#place;
    if (!ours) return;
    if (!this.#busy && !this.#closed) this.#say({ is: 'unsaved' });
    const [base, content] = [contentOf(this.#base), contentOf(ours)];
    void keepDraft(this.#draftKey, { board, base, content, at: new Date().toISOString() });
  }

  async #trySave(): Promise<void> {
    const ours = this.#unsaved();
    if (this.#busy) return;
    if (!ours) {
      this.#say({ is: 'saved', at: this.#savedAt });
      void dropDraft(this.#draftKey);
      return;
    }
    await this.#alone(async () => {
      this.#say({ is: 'saving' });
      const content = contentOf(ours);
      const save = this.#saveIdOf(ours);
      const sent = { rests_on: this.#revision, save, content };
      try {
        this.#agree(ours, await send('saveBoard', this.#place, sent));
      } catch (error) {
        if (!(error instanceof ProblemError && error.problem.status === 409)) throw error;
        await this.#takeIn();
      }
    });
  }

  /** One thing at a time is asked of the server; what fails for now is tried again. */
  async #alone(work: () => Promise<void>): Promise<void> {
    this.#busy = true;
    try {
      await work();
      this.#busy = false;
      if (this.#unsaved() && !this.#closed) this.#later(restMs);
      else await this.#trySave();
    } catch (error) {
      this.#busy = false;
      const known = error instanceof Error ? error : new Error(String(error));
      if (mayPass(error)) {
        this.#say({ is: 'away', error: known });
        this.#later(againMs);
      } else this.#say({ is: 'refused', error: known });
    }
  }

  /** Trying the same again is the same save. */
  #saveIdOf(ours: Board): string {
    const [last] = [...this.#unanswered].slice(-1);
    if (last && textOf(last[1]) === textOf(ours)) return last[0];
    const save = newId();
    this.#unanswered.set(save, ours);
    return save;
  }

  #agree(ours: Board, saved: SavedBoard): void {
    this.#unanswered.clear();
    this.#revision = saved.revision;
    this.#savedAt = saved.changed;
    const stamped = {
      ...ours,
      notes: new Map(Object.entries(saved.notes)),
      additions: new Map(Object.entries(saved.additions)),
    };
    this.#base = stamped;
    if (textOf(stamped) !== textOf(ours) && !this.#closed) this.#events.merge(ours, stamped);
  }

  async #takeIn(asked = false): Promise<void> {
    const kept = await ask('board', this.#place);
    const before = this.#base;
    if (kept.revision <= this.#revision || !before.origin) return;
    // What is ours already must not come back as a change of another, which no undo takes back.
    const own = kept.save === null ? undefined : this.#unanswered.get(kept.save);
    if (own) {
      const { notes, additions } = kept.content;
      this.#agree(own, { ...kept, notes, additions });
      return;
    }
    const theirs = boardOf(kept.content, before.origin);
    this.#base = theirs;
    this.#revision = kept.revision;
    this.#savedAt = kept.changed;
    if (this.#closed) {
      // Nobody looks any more: what is left to save is merged here.
      const ours = this.#latest && withPlaces(this.#latest.board, this.#latest.places);
      if (ours) this.#latest = { board: merging(before, theirs)(ours), places: new Map() };
      return;
    }
    this.#events.merge(before, theirs);
    if (!asked) this.#events.takenIn(kept.by);
  }
}

/** What nobody would see of a move of the view. */
const unseen = 0.02;

function isElsewhere(one: CameraPlace | null, other: CameraPlace | null): boolean {
  const [a, b] = [one ?? whole, other ?? whole];
  const moved = Math.hypot(a.x - b.x, a.y - b.y) / Math.min(a.ratio, b.ratio);
  return moved > unseen || Math.abs(Math.log(a.ratio / b.ratio)) > unseen;
}

/** How each looks at a board is not a change of it: it is kept with the next one. */
function textOf(board: Board): string {
  return JSON.stringify(contentOf({ ...board, view: '', camera: null }));
}
