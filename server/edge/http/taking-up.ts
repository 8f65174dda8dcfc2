import type { Intakes } from '../../ingest/intake/intakes.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { RunningDetections } from '../../operations/detections/running-detections.ts';
import type { Settings } from '../../platform/settings/settings.ts';

interface Left {
  database: Database;
  settings: Settings;
  intakes: Intakes;
  detections: RunningDetections;
  failed: (error: unknown) => void;
}

/** How often it is looked for what another server of the same database has left. */
const everyMs = 10_000;

/** Takes up what a server that was ended was at: loads of this home at the start, detections whenever none runs. */
export class TakingUp {
  readonly #left: Left;
  #timer: NodeJS.Timeout | null = null;
  #looks = false;

  constructor(left: Left) {
    this.#left = left;
  }

  start(): void {
    this.#left.intakes.takeUp().catch(this.#left.failed);
    void this.#look();
    this.#timer = setInterval(() => void this.#look(), everyMs);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    if (this.#looks) return;
    this.#looks = true;
    const { database, settings, detections, failed } = this.#left;
    await detections.takeUp(database, settings.home).catch(failed);
    this.#looks = false;
  }
}
