import type { IntakeState } from '../../../domain/intake.ts';
import type { Progress } from '../../platform/progress.ts';

type Told = NonNullable<IntakeState['progress']>;

/** A load that this process runs: how far it is, and the way to stop it as long as that leaves nothing behind. */
export class RunningLoad {
  readonly #stop = new AbortController();
  #told: Told = { step: '', done: 0, total: null, unit: '', stoppable: true };

  readonly progress: Progress = {
    step: (step) => {
      this.#told = { ...this.#told, step, done: 0, total: null, unit: '' };
    },
    advance: (done, total, unit) => {
      this.#told = { ...this.#told, done, total, unit };
    },
    end: () => undefined,
  };

  get told(): Told {
    return this.#told;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** From now on it goes to its end. */
  writes(): void {
    this.#told = { ...this.#told, stoppable: false };
  }

  /** False when it writes already. */
  stop(): boolean {
    if (this.#told.stoppable) this.#stop.abort();
    return this.#told.stoppable;
  }
}
