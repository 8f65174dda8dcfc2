import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { messages } from '../../../domain/messages/index.ts';
import { BusyError } from '../../platform/problems.ts';

/** How many may be answered at once, and how many more may wait for it. */
interface Bounds {
  atOnce: number;
  waiting: number;
}

export interface AdmissionBounds {
  /** Clicks: a few for each core, beyond which Neo4j answers all of them later and none of them sooner. */
  usual: Bounds;
  /** What takes seconds and much memory, such as a bundle: never so many that clicks wait for them. */
  dear: Bounds;
}

/** How a request waits; `own` does not. */
export type Turn = keyof AdmissionBounds | 'own';

const cores = availableParallelism();
const usualBounds: AdmissionBounds = {
  usual: { atOnce: 4 * cores, waiting: 500 },
  dear: { atOnce: cores, waiting: 20 },
};

/** What somebody may wait for an answer, in seconds: whoever is sent away is told to come again after it. */
const againSeconds = { usual: 2, dear: 15 };

/** Lets so many requests ask the database at once; others wait for their turn, and beyond that are told to come again. */
export class Admission {
  readonly #bounds: AdmissionBounds;
  readonly #queues: Readonly<Record<keyof AdmissionBounds, PQueue>>;
  /** Ids of the requests that wait, in the order of their turns. */
  readonly #lines: Readonly<Record<keyof AdmissionBounds, Set<string>>> = {
    usual: new Set(),
    dear: new Set(),
  };

  constructor(bounds: AdmissionBounds = usualBounds) {
    this.#bounds = bounds;
    this.#queues = {
      usual: new PQueue({ concurrency: bounds.usual.atOnce }),
      dear: new PQueue({ concurrency: bounds.dear.atOnce }),
    };
  }

  /** How many wait for their turn. */
  waiting(kind: keyof AdmissionBounds): number {
    return this.#queues[kind].size;
  }

  /** How many requests have their turn before that one; null where it does not wait. */
  ahead(id: string): number | null {
    for (const line of Object.values(this.#lines)) if (line.has(id)) return [...line].indexOf(id);
    return null;
  }

  /**
   * Throws BusyError when too many wait; whoever goes while they wait loses their turn, and rejects with the signal's reason. By
   * `id` it can be asked how many are before it.
   */
  async admit<T>(
    kind: Turn,
    gone: AbortSignal,
    work: () => Promise<T>,
    id: string = randomUUID(),
  ): Promise<T> {
    if (kind === 'own') return work();
    const queue = this.#queues[kind];
    if (queue.size >= this.#bounds[kind].waiting)
      throw new BusyError(
        messages.http.tooManyWait(queue.size, againSeconds[kind]),
        againSeconds[kind],
      );
    const line = this.#lines[kind];
    line.add(id);
    // In the language and the name of whoever asks, not of whoever was answered before.
    const begun = AsyncResource.bind(() => {
      line.delete(id);
      return work();
    });
    return queue.add(begun, { signal: gone }).finally(() => line.delete(id));
  }
}
