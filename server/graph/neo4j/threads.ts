import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { messages } from '../../../domain/messages/index.ts';
import { BusyError } from '../../platform/problems.ts';
import { isSource } from '../../platform/run-options.ts';
import type { Connection } from '../../platform/settings/settings.ts';
import type { Answer, Question, Said } from './personal-messages.ts';

const built = new URL('personal-thread.ts', import.meta.url);
/** Options of Node bring tsx into processes, and into threads of some versions alone. */
const thread = isSource(built) ? new URL('personal-thread.mjs', import.meta.url) : built;
/** A thread that needs more (MiB) is ended: what it holds is wider than any answer. */
const heapMiB = 512;
/** So long one waits for a place, and so many wait for one; whoever comes then is told to come again. */
const [waitMs, mostWaiting] = [10_000, 50];
const againSeconds = 5;
/** To put a connection at rest takes a moment; one that takes longer is given up. */
const restMs = 5_000;
/** A thread begins in a second or two, on a machine that is busy with much else in more. */
const [soonMs, beginMs] = [20_000, 120_000];

/** Why a thread gives no answer. */
export class ThreadEnded extends Error {
  /** It would have needed more memory than a thread may have. */
  readonly outOfMemory: boolean;

  constructor(outOfMemory: boolean, options?: ErrorOptions) {
    super('The thread has ended.', options);
    this.outOfMemory = outOfMemory;
  }
}

/** Threads that answer people's queries: a few, each one question at a time, made when they are needed. */
export class Threads {
  readonly #connection: Connection;
  readonly #most: number;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(connection: Connection, most: number) {
    this.#connection = connection;
    this.#most = most;
  }

  /** A place among those that may ask; to be given back. Throws BusyError when none becomes free in time. */
  async place(signal: AbortSignal): Promise<Place> {
    if (this.#taken < this.#most) this.#taken += 1;
    else await this.#turn(signal);
    const idle = this.#idle.pop();
    return new Place(idle ?? (await this.#begunSoon()), (worker) => this.#giveBack(worker));
  }

  /** A new thread; where it takes long to begin, it is there for whoever comes later. */
  async #begunSoon(): Promise<Worker> {
    const beginning = this.#begun();
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      late = setTimeout(() => reject(this.#busy()), soonMs);
    });
    try {
      return await Promise.race([beginning, tooLate]);
    } catch (error) {
      void beginning.then(
        (worker) => this.#giveBack(worker),
        () => this.#giveBack(null),
      );
      throw error;
    } finally {
      clearTimeout(late);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  /** A new thread, once it can be asked: its beginning is not part of anybody's time. */
  async #begun(): Promise<Worker> {
    const worker = this.#begin();
    // An error of its beginning is thrown here.
    await once(worker, 'message', { signal: AbortSignal.timeout(beginMs) });
    return worker;
  }

  #begin(): Worker {
    const worker = new Worker(thread, {
      workerData: this.#connection,
      resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    });
    // An idle thread alone must not keep a finished command alive.
    worker.unref();
    this.#all.add(worker);
    worker.once('exit', () => {
      this.#all.delete(worker);
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
    });
    // Told to whoever asks; an idle one that fails is replaced.
    worker.on('error', () => undefined);
    return worker;
  }

  #giveBack(worker: Worker | null): void {
    if (worker && this.#all.has(worker)) this.#idle.push(worker);
    // Whoever waits longest takes the place over.
    const next = this.#waiting[0];
    if (next) next();
    else this.#taken -= 1;
  }

  #busy(): BusyError {
    return new BusyError(messages.queries.busy(this.#most), againSeconds);
  }

  #turn(signal: AbortSignal): Promise<void> {
    if (this.#waiting.length >= mostWaiting) throw this.#busy();
    return new Promise((resolve, reject) => {
      const leave = (error?: Error) => {
        clearTimeout(late);
        signal.removeEventListener('abort', aborted);
        const at = this.#waiting.indexOf(come);
        if (at >= 0) this.#waiting.splice(at, 1);
        if (error) reject(error);
        else resolve();
      };
      const come = () => leave();
      const aborted = () => leave(signal.reason as Error);
      const late = setTimeout(() => leave(this.#busy()), waitMs);
      signal.addEventListener('abort', aborted, { once: true });
      this.#waiting.push(come);
    });
  }
}

/** One who may ask a thread, once. */
export class Place {
  readonly #worker: Worker;
  readonly #back: (worker: Worker | null) => void;
  /** Whether the thread can be used again, once that is known. */
  readonly #rested: Promise<boolean>;

  constructor(worker: Worker, back: (worker: Worker | null) => void) {
    this.#worker = worker;
    this.#back = back;
    this.#rested = new Promise((resolve) => {
      const settle = (is: boolean) => {
        worker.off('message', heard).off('exit', gone);
        resolve(is);
      };
      const heard = (said: Said) => {
        if (said === 'free') settle(true);
      };
      const gone = () => settle(false);
      worker.on('message', heard).once('exit', gone);
    });
  }

  /** The answer; throws ThreadEnded when the thread ends before. With the signal aborted it waits no more and throws its reason. */
  ask(question: Question, signal: AbortSignal): Promise<Answer> {
    const worker = this.#worker;
    worker.ref();
    return new Promise<Answer>((resolve, reject) => {
      const done = (settle: () => void) => {
        worker.off('message', told).off('error', failed).off('exit', ended);
        signal.removeEventListener('abort', aborted);
        worker.unref();
        settle();
      };
      const told = (said: Said) => {
        if (said !== 'free') done(() => resolve(said));
      };
      const failed = (cause: unknown) =>
        done(() => reject(new ThreadEnded(isOutOfMemory(cause), { cause })));
      const ended = () => done(() => reject(new ThreadEnded(false)));
      const aborted = () => done(() => reject(signal.reason as Error));
      worker.on('message', told).once('error', failed).once('exit', ended);
      signal.addEventListener('abort', aborted, { once: true });
      if (signal.aborted) aborted();
      else worker.postMessage(question);
    });
  }

  /** After an answer: the thread is used again once its connection is at rest. */
  async leave(): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => {
      late = setTimeout(() => resolve(false), restMs);
      late.unref();
    });
    const rested = await Promise.race([this.#rested, tooLate]);
    clearTimeout(late);
    if (!rested) await this.#worker.terminate();
    this.#back(rested ? this.#worker : null);
  }

  /** Without an answer: ends the thread and with it its connection. The place is free again once `over` has come. */
  async abandon(over: () => Promise<void>): Promise<void> {
    await this.#worker.terminate();
    await over();
    this.#back(null);
  }
}

function isOutOfMemory(cause: unknown): boolean {
  return (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
}
