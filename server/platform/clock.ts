import { setTimeout as after } from 'node:timers/promises';

/** What time it is, for all that depends on it; a test hands in one that it drives. */
export interface Clock {
  now(): Date;
  /** Resolves once it is that time, or the signal has ended the waiting. */
  until(time: Date, signal: AbortSignal): Promise<void>;
}

/** A longer wait is parted: a machine that slept, or whose clock was set, must not sleep on. */
const longestWaitMs = 60_000;

export const systemClock: Clock = {
  now: () => new Date(),
  async until(time, signal) {
    for (;;) {
      const left = time.getTime() - Date.now();
      if (left <= 0 || signal.aborted) return;
      // Ended early is what the signal is for.
      await after(Math.min(left, longestWaitMs), undefined, { signal, ref: false }).catch(
        () => undefined,
      );
    }
  },
};
