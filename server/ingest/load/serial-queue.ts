/** Work that is done one after the other, in the order in which it was handed over. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Once a turn has failed, those behind it fail with the same error and are not begun. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine;
    // Whoever took the turn sees its failure; the line behind it must not be an unhandled one.
    mine.catch(() => undefined);
    return mine;
  }
}
