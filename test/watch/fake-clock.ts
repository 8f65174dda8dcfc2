import type { Clock } from '../../server/platform/clock.ts';

/** A clock that stands still until it is set. */
export class FakeClock implements Clock {
  #now: Date;
  readonly #waiting = new Set<{ time: Date; wake: () => void }>();

  constructor(now: string) {
    this.#now = new Date(now);
  }

  now(): Date {
    return this.#now;
  }

  until(time: Date, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (time <= this.#now || signal.aborted) resolve();
      else this.#waiting.add({ time, wake: resolve });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  set(now: string): void {
    this.#now = new Date(now);
    for (const waiting of this.#waiting) {
      if (waiting.time > this.#now) continue;
      this.#waiting.delete(waiting);
      waiting.wake();
    }
  }
}
