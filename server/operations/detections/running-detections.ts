import type { Detection } from '../../../domain/detection.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { beginDetection } from './begin.ts';

/** A query of a detector may take longer than one behind a click. */
const readLimitMs = 6 * 3_600_000;

/** The detections that this server runs; the lease sees to it that there is one at a time. */
export class RunningDetections {
  readonly #ended = new Set<Promise<void>>();

  /** Throws ConflictError while another run detects. */
  async begin(
    database: Database,
    by: { home: string; by: string; now: string },
  ): Promise<Detection> {
    const unhurried = database.withReadLimit(readLimitMs);
    const { detection, ended } = await beginDetection(unhurried, by);
    this.#ended.add(ended);
    void ended.finally(() => this.#ended.delete(ended));
    return detection;
  }

  /** Resolves once none runs here. */
  async idle(): Promise<void> {
    await Promise.all(this.#ended);
  }
}
