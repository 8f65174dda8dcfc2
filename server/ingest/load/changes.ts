import type { ChangeLog } from './change-log.ts';
import { change, type Change, type IncomingRow, type ExistingRecord } from './statement.ts';

/** What became of a row. */
export interface Outcome {
  outcome: 'added' | 'updated' | 'unchanged';
  /** The same key came with another value earlier in this load. */
  conflict: boolean;
}

/** One load: what its statements are stamped with, and the files that belong to it. */
export interface LoadStamp {
  /** Time of the load, ISO 8601. */
  loaded: string;
  refs: ReadonlySet<string>;
  touched: ChangeLog;
}

/** The changes that the rows of one transaction make, row upon row, to what the database held before. */
export class Changes {
  readonly #stored: Map<string, ExistingRecord>;
  readonly #stamp: LoadStamp;
  /** By key: the properties to write. */
  readonly creates = new Map<string, Record<string, unknown>>();
  readonly updates = new Map<string, Record<string, unknown>>();

  constructor(stored: ReadonlyMap<string, ExistingRecord>, stamp: LoadStamp) {
    this.#stored = new Map(stored);
    this.#stamp = stamp;
  }

  /** `existing` says whether the database holds it already, as a stub perhaps. */
  apply(key: string, said: IncomingRow, existing: boolean): Outcome & Change {
    const before = this.#stored.get(key) ?? null;
    const changed = change(before, said, this.#stamp.loaded);
    this.#stored.set(key, changed.now);
    if (changed.set) {
      const target = existing ? this.updates : this.creates;
      const set = target.get(key);
      if (set) Object.assign(set, changed.set);
      else target.set(key, changed.set);
    }
    return { ...changed, conflict: this.#isConflict(before, changed) };
  }

  /** All that is stored under the key once the changes are written. */
  valuesOf(key: string): ExistingRecord['values'] {
    return this.#stored.get(key)?.values ?? {};
  }

  #isConflict(before: ExistingRecord | null, changed: Change): boolean {
    if (!before || Object.keys(changed.former).length === 0) return false;
    return before.sources.some((source) => this.#stamp.refs.has(refOf(source)));
  }
}

function refOf(source: string): string {
  return source.slice(0, source.lastIndexOf(':'));
}
