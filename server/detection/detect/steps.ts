import type { DetectionStep } from '../../../domain/detection.ts';

/** Counts the steps of a run, and asks before each whether it is to go on. */
export class Steps {
  readonly #proceed: ((step: DetectionStep) => Promise<void>) | undefined;
  readonly #total: number;
  #begun = 0;

  constructor(proceed: ((step: DetectionStep) => Promise<void>) | undefined, total: number) {
    this.#proceed = proceed;
    this.#total = total;
  }

  async next(phase: DetectionStep['phase'], what: string | null): Promise<void> {
    await this.#proceed?.({ phase, what, done: this.#begun, total: this.#total });
    if (phase !== 'begin') this.#begun += 1;
  }
}
