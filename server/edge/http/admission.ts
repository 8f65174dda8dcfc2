import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { messages } from '../../../domain/messages/index.ts';
import { BusyError, TooManyError } from '../../platform/problems.ts';
import { FairLine, LineFull, type Bounds, type Who } from './fair-line.ts';

export interface AdmissionBounds {
  /** Clicks: a few for each core, beyond which Neo4j answers all of them later and none of them sooner. */
  usual: Bounds;
  /** What takes seconds and much memory, such as a bundle: never so many that clicks wait for them. */
  dear: Bounds;
}

/** How a request waits; `own` does not. */
export type Turn = keyof AdmissionBounds | 'asked' | 'bodies' | 'own';

const cores = availableParallelism();
const usualBounds: AdmissionBounds = {
  usual: { atOnce: 4 * cores, waiting: 500 },
  dear: { atOnce: cores, waiting: 20 },
};
/** How many of them are answered at once is bounded where they are asked (`server/graph/neo4j/personal.ts`); of one person half of that. */
const askedBounds: Bounds = { atOnce: Infinity, waiting: 100, share: 2 };
/** Large bodies, from their first byte to the answer: each takes their bytes in memory. */
const bodyBounds: Bounds = { atOnce: 8, waiting: 100, share: 2 };

/** What somebody may wait for an answer, in seconds: whoever is sent away is told to come again after it. */
const againSeconds = { usual: 2, dear: 15, asked: 15, bodies: 15 };

/** Of a request: by `id` it can be asked how many are before it, and `who` has a share of the turns; null: nobody else has any. */
export interface Asking {
  id?: string;
  who?: Who;
}

/** Lets so many requests ask the database at once; others wait for their turn, and beyond that are told to come again. */
export class Admission {
  readonly #lines: Readonly<Record<Exclude<Turn, 'own'>, FairLine>>;

  constructor({ usual, dear }: AdmissionBounds = usualBounds) {
    this.#lines = {
      usual: new FairLine(usual),
      dear: new FairLine(dear),
      asked: new FairLine(askedBounds),
      bodies: new FairLine(bodyBounds),
    };
  }

  /** How many wait for their turn. */
  waiting(kind: keyof AdmissionBounds): number {
    return this.#lines[kind].size;
  }

  /** How many requests have their turn before that one; null where it does not wait. */
  ahead(id: string): number | null {
    for (const line of Object.values(this.#lines)) {
      const ahead = line.ahead(id);
      if (ahead !== null) return ahead;
    }
    return null;
  }

  /**
   * Throws BusyError when too many wait, and TooManyError when too many of that person do; whoever goes while they wait loses their
   * turn, and rejects with the signal's reason.
   */
  async admit<T>(
    kind: Turn,
    gone: AbortSignal,
    work: () => Promise<T>,
    { id = randomUUID(), who = null }: Asking = {},
  ): Promise<T> {
    if (kind === 'own') return work();
    try {
      return await this.#lines[kind].take({ who, id, gone }, work);
    } catch (error) {
      if (!(error instanceof LineFull)) throw error;
      const seconds = againSeconds[kind];
      throw error.ofOne
        ? new TooManyError(messages.quota.youWait(error.waiting, seconds), seconds)
        : new BusyError(messages.http.tooManyWait(error.waiting, seconds), seconds);
    }
  }
}
