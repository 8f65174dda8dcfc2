import type { Detection } from '../../../domain/detection.ts';
import { actingAs } from '../../platform/access/actor.ts';
import { ConflictError } from '../../platform/problems.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { beginDetection, HandedOver } from './begin.ts';
import { keepTakenUp, listHandedOver } from './detection-store.ts';

/** A query of a detector may take longer than one behind a click. */
const readLimitMs = 6 * 3_600_000;

/** The detections that this server runs; the lease sees to it that there is one at a time. */
export class RunningDetections {
  readonly #ended = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  /** Throws ConflictError while another run detects. */
  async begin(
    database: Database,
    by: { home: string; by: string; now: string },
  ): Promise<Detection> {
    const unhurried = database.withReadLimit(readLimitMs);
    const { signal } = this.#stopping;
    const { detection, ended } = await beginDetection(unhurried, { ...by, signal });
    this.#ended.add(ended);
    void ended.finally(() => this.#ended.delete(ended));
    return detection;
  }

  /**
   * Begins one in the place of those that ended with their server, in the name of whoever began the last of them; while another
   * detects it is left for the next time.
   */
  async takeUp(database: Database, home: string): Promise<void> {
    const left = await listHandedOver(database);
    const [last] = left;
    if (!last || this.#stopping.signal.aborted) return;
    const { by } = last;
    try {
      await actingAs(by, () => this.begin(database, { home, by, now: new Date().toISOString() }));
    } catch (error) {
      if (error instanceof ConflictError) return;
      throw error;
    }
    await keepTakenUp(
      database,
      left.map(({ id }) => id),
    );
  }

  /** At the end of the server: what is at work ends, and is kept to be taken up by another or by the next start. */
  async handOver(): Promise<void> {
    this.#stopping.abort(new HandedOver());
    await this.idle();
  }

  /** Resolves once none runs here. */
  async idle(): Promise<void> {
    await Promise.all(this.#ended);
  }
}
