import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { messages } from '../../../domain/messages/index.ts';
import { formatError } from '../../platform/format-error.ts';
import { DailyAging } from '../retention/daily-aging.ts';
import { attempt, type Attempting } from './attempt.ts';
import { makeDueJobs } from './due-jobs.ts';
import { claimJob, type HeldJob } from './held-job.ts';

/** How long a server that died keeps a job from others. */
const leaseMs = 60_000;
/** How often a server looks for what another, or a person, has left to be done. */
const lookMs = 2_000;
/** Jobs that one server runs at a time; their detections take turns anyway. */
const mostAtOnce = 2;

export interface Watching extends Attempting {
  leaseMs?: number;
  lookMs?: number;
}

/** A watch that looks for what is to be done until it is stopped. */
export function startWatch(watching: Watching): Watch {
  const watch = new Watch(watching);
  watch.start();
  return watch;
}

/**
 * Makes the jobs that are due and runs them, and applies the rules of retention, beside any number of other servers on the same database: each job is run by one of
 * them.
 */
export class Watch {
  readonly holder = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  readonly #watching: Watching;
  readonly #running = new Map<HeldJob, Promise<void>>();
  readonly #stopping = new AbortController();
  readonly #aging: DailyAging;
  #looking: Promise<void> = Promise.resolve();
  #troubled = '';

  constructor(watching: Watching) {
    this.#watching = watching;
    this.#aging = new DailyAging(watching, this.holder);
  }

  /** Looks for what is to be done until it is stopped. */
  start(): void {
    this.#looking = this.#look();
  }

  /** Makes what is due and begins what can be begun, without waiting for its end. */
  async round(): Promise<void> {
    const { database, clock } = this.#watching;
    await this.#aging.round();
    await makeDueJobs(database, clock.now());
    while (this.#running.size < mostAtOnce && !this.#stopping.signal.aborted) {
      const holding = { clock, leaseMs: this.#watching.leaseMs ?? leaseMs };
      const held = await claimJob(database, this.holder, holding);
      if (!held) return;
      const ended = attempt(held, this.#watching).finally(() => this.#running.delete(held));
      this.#running.set(held, ended);
    }
  }

  /** Resolves once nothing runs here. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
    await this.#aging.idle();
  }

  /** Begins nothing more, and gives back what is at work, so that another server takes it up at once. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const interrupt = () => {
      for (const held of this.#running.keys()) held.interrupt('stopped');
    };
    interrupt();
    const agingStopped = this.#aging.stop();
    await this.#looking;
    // What was begun meanwhile.
    interrupt();
    await agingStopped;
    await this.idle();
  }

  async #look(): Promise<void> {
    const { clock, lookMs: every = lookMs } = this.#watching;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.round();
        this.#troubled = '';
      } catch (error) {
        this.#tell(formatError(error).text);
      }
      await clock.until(new Date(clock.now().getTime() + every), signal);
    }
  }

  /** Once, however often it is tried in vain. */
  #tell(why: string): void {
    if (why !== this.#troubled) this.#watching.log(messages.schedules.server.trouble(why));
    this.#troubled = why;
  }
}
