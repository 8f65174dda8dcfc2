import { setImmediate } from 'node:timers/promises';

/** Characters and records after which a server's other requests have a turn: some milliseconds of work. */
const breathCharacters = 512 * 1024;
/** What a record costs beside its characters. */
const recordCharacters = 100;

/** Keeps long reading from holding up whatever else the process is asked meanwhile. */
export class Breath {
  #since = 0;

  /** After each part of the work; now and then it waits until all that was waiting has had its turn. */
  async after(records: readonly { text: string }[]): Promise<void> {
    for (const { text } of records) this.#since += text.length + recordCharacters;
    if (this.#since < breathCharacters) return;
    this.#since = 0;
    await setImmediate();
  }
}
