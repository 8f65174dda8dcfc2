import { appendFileSync } from 'node:fs';
import { messages } from '../../../domain/messages/index.ts';

const text = messages.database.incidents;

/** A server that has to be started again so often in so short a time would not stay up this time either. */
const [mostRevivals, withinMs] = [5, 10 * 60_000];

/** When the local server was started again, and why, for whoever looks after it. */
export class Revivals {
  readonly #log: string;
  #at: number[] = [];
  #noted = false;

  constructor(log: string) {
    this.#log = log;
  }

  /** What else somebody who looks after it should know. */
  tell(what: string): void {
    this.#write(what);
  }

  /** Says why the server is about to be ended. */
  note(why: string): void {
    this.#noted = true;
    this.#write(why);
  }

  /** Whether it may be started again; it has ended, by itself where nothing was noted. */
  begin(): boolean {
    if (!this.#noted) this.#write(text.ended);
    this.#noted = false;
    const now = Date.now();
    this.#at = [...this.#at.filter((at) => now - at < withinMs), now];
    if (this.#at.length <= mostRevivals) return true;
    this.#write(text.tooOften(mostRevivals, withinMs / 60_000));
    return false;
  }

  #write(line: string): void {
    try {
      appendFileSync(this.#log, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not keep the server from being started again.
    }
  }
}
