import type { DetectionStep } from '../../../domain/detection.ts';
import type { RunStep } from '../../../domain/finding.ts';

/** How often the memory of the process is looked at, in milliseconds. */
const lookEvery = 100;

interface Taken extends Pick<RunStep, 'phase' | 'what'> {
  from: number;
  /** Null while it is under way. */
  to: number | null;
  /** In bytes. */
  peak: number;
}

/** Counts the steps of a run, asks before each whether it is to go on, and measures each. */
export class Steps {
  readonly #proceed: ((step: DetectionStep) => Promise<void>) | undefined;
  readonly #total: number;
  /** In the order in which they began. */
  readonly #taken: Taken[] = [];

  constructor(proceed: ((step: DetectionStep) => Promise<void>) | undefined, total: number) {
    this.#proceed = proceed;
    this.#total = total;
  }

  /** Before anything is done. */
  async begin(): Promise<void> {
    await this.#proceed?.({ phase: 'begin', what: null, done: 0, total: this.#total });
  }

  /** Does the step, unless it is not to go on. */
  async take<T>(phase: RunStep['phase'], what: string | null, work: () => Promise<T>): Promise<T> {
    await this.#proceed?.({ phase, what, done: this.#taken.length, total: this.#total });
    const step: Taken = { phase, what, from: performance.now(), to: null, peak: 0 };
    this.#taken.push(step);
    const look = () => {
      step.peak = Math.max(step.peak, process.memoryUsage.rss());
    };
    look();
    const looking = setInterval(look, lookEvery);
    try {
      return await work();
    } finally {
      clearInterval(looking);
      look();
      step.to = performance.now();
    }
  }

  /** Of each, how long it took and the most memory that the process held meanwhile; of those under way, until now. */
  soFar(): RunStep[] {
    return this.#taken.map(({ phase, what, from, to, peak }) => ({
      ...{ phase, what },
      seconds: Math.round((to ?? performance.now()) - from) / 1_000,
      peak_mb: Math.round(peak / 2 ** 20),
    }));
  }
}
