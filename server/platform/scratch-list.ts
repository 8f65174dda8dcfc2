/** Lists of plain data on the disk: one item as JSON after the other, each on a line. */
import { compareText } from '../../domain/compare-text.ts';
import type { Scratch, ScratchFile } from './scratch.ts';
import type { Sequence } from './sequence.ts';

const lineEnd = 0x0a;

/** Grows at its end. What is read are copies: to change them changes nothing here. */
export class ScratchList<T> implements Sequence<T> {
  readonly #file: ScratchFile;
  #length = 0;

  constructor(file: ScratchFile, length = 0) {
    this.#file = file;
    this.#length = length;
  }

  get length(): number {
    return this.#length;
  }

  push(item: T): void {
    this.#file.append(lineOf(item));
    this.#length += 1;
  }

  *[Symbol.iterator](): Generator<T> {
    let begun: Buffer | null = null;
    for (const piece of this.#file.pieces()) {
      const bytes: Buffer = begun ? Buffer.concat([begun, piece]) : piece;
      let from = 0;
      for (let end = bytes.indexOf(lineEnd); end >= 0; end = bytes.indexOf(lineEnd, from)) {
        yield JSON.parse(bytes.toString('utf8', from, end)) as T;
        from = end + 1;
      }
      begun = from < bytes.length ? bytes.subarray(from) : null;
    }
  }

  /** What it takes of the disk is free again. */
  close(): void {
    this.#file.close();
  }
}

/** Takes its items in any order; only their keys and places are in memory. */
export class SortedScratchList<T> {
  readonly #scratch: Scratch;
  readonly #file: ScratchFile;
  readonly #keyOf: (item: T) => string;
  readonly #keys: string[] = [];
  readonly #ends: number[] = [];

  constructor(scratch: Scratch, keyOf: (item: T) => string) {
    this.#scratch = scratch;
    this.#file = scratch.file();
    this.#keyOf = keyOf;
  }

  push(item: T): void {
    this.#file.append(lineOf(item));
    this.#keys.push(this.#keyOf(item));
    this.#ends.push(this.#file.size);
  }

  /** All items in the order of their keys, those of one key as they came. Nothing more may be put in. */
  sorted(): ScratchList<T> {
    return this.#inOrder(this.#order());
  }

  /** The same, but of each key only what came last. */
  lastOfEach(): ScratchList<T> {
    const order = this.#order();
    return this.#inOrder(
      order.filter((at, i) => this.#keys[at] !== this.#keys[order[i + 1] ?? -1]),
    );
  }

  #order(): number[] {
    return Array.from(this.#keys, (_, at) => at).sort(
      (a, b) => compareText(this.#keys[a]!, this.#keys[b]!) || a - b,
    );
  }

  #inOrder(order: readonly number[]): ScratchList<T> {
    if (order.length === this.#ends.length && order.every((at, index) => at === index))
      return new ScratchList(this.#file, order.length);
    const file = this.#scratch.file();
    for (const at of order) file.append(this.#file.read(this.#ends[at - 1] ?? 0, this.#ends[at]!));
    this.#file.close();
    return new ScratchList(file, order.length);
  }
}

function lineOf(item: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(item)}\n`);
}
