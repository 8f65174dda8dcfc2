import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const width = 8;

/**
 * Which number a node of a backup has become. In a file and not in memory, as there may be hundreds of millions; it is gone
 * with the process, however that ends.
 */
export class NodeIds {
  readonly #file: number;
  readonly #cell = Buffer.alloc(width);

  constructor(folder: string) {
    const path = join(folder, `ids-${process.pid}`);
    this.#file = openSync(path, 'w+', 0o600);
    unlinkSync(path);
  }

  set(was: number, is: number): void {
    // 0 is what nobody has written.
    this.#cell.writeDoubleLE(is + 1);
    writeSync(this.#file, this.#cell, 0, width, was * width);
  }

  /** Null for a node that there was none of. */
  get(was: number): number | null {
    const read = readSync(this.#file, this.#cell, 0, width, was * width);
    const found = read === width ? this.#cell.readDoubleLE() : 0;
    return found === 0 ? null : found - 1;
  }

  close(): void {
    closeSync(this.#file);
  }
}
