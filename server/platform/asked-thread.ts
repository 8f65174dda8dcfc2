import type { Worker } from 'node:worker_threads';
import { startedThread } from './computing-thread.ts';

/** A question to a thread, which answers in any order. */
export interface Asked<Question> {
  number: number;
  question: Question;
}

export interface Answered<Answer> {
  number: number;
  answer: Answer;
}

interface Waiting<Answer> {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/** A thread of its own that is asked again and again: the module posts an `Answered` for each `Asked` that it is sent. */
export class AskedThread<Question, Answer> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #asked = 0;
  #ended: Error | null = null;

  /** `why`: what those are told who wait when it has ended, whatever it died of. */
  constructor(thread: URL, why: (cause?: unknown) => Error) {
    this.#worker = startedThread(thread, null);
    this.#worker.on('message', ({ number, answer }: Answered<Answer>) => {
      this.#waiting.get(number)?.resolve(answer);
      this.#waiting.delete(number);
    });
    this.#worker.once('error', (error) => this.#end(why(error)));
    this.#worker.once('exit', () => this.#end(why()));
  }

  ask(question: Question): Promise<Answer> {
    if (this.#ended) return Promise.reject(this.#ended);
    const number = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ number, question } satisfies Asked<Question>);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
