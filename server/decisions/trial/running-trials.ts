import { setTimeout as after } from 'node:timers/promises';
import type { Trial, Trying } from '../../../domain/trial.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError } from '../../platform/problems.ts';
import { silentProgress } from '../../platform/progress.ts';
import { beginTrial } from './begin.ts';
import { trialById } from './trial-store.ts';

/** A query of a detector may take longer than one behind a click. */
const readLimitMs = 10 * 60_000;
/** So long an answer waits for a trial to end, and so often it asks after one of another server. */
const [patienceMs, askMs] = [20_000, 1_000];

/** The trial that this server runs: one at a time, as a run of detection waits for each. */
export class RunningTrials {
  #ended: Promise<unknown> | null = null;
  #starting = false;

  /** Throws ConflictError while another is at work here. */
  async begin(database: Database, by: { by: string; now: string }, trying: Trying): Promise<Trial> {
    if (this.#starting || this.#ended) throw new ConflictError(messages.trials.problems.another);
    this.#starting = true;
    try {
      const unhurried = database.withReadLimit(readLimitMs);
      const { trial, ended } = await beginTrial(unhurried, by, trying, silentProgress);
      // How it ended is kept with the trial.
      this.#ended = ended
        .catch(() => undefined)
        .finally(() => {
          this.#ended = null;
        });
      return trial;
    } finally {
      this.#starting = false;
    }
  }

  /** The trial once it has ended, or as it is when that takes long. */
  async awaited(database: Database, id: string): Promise<Trial> {
    const until = performance.now() + patienceMs;
    for (;;) {
      const trial = await trialById(database, id);
      if (trial.state !== 'running' || performance.now() > until) return trial;
      const turn = after(askMs, undefined, { ref: false });
      await Promise.race(this.#ended ? [this.#ended, turn] : [turn]);
    }
  }
}
