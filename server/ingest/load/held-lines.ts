import type { Line } from './lines.ts';

/**
 * Lines in a row that are kept because they may have to be read anew. Their bytes lie in one piece, each line behind
 * the other as in the file: an object a line would take many times what a file of short lines has.
 */
export class HeldLines {
  #bytes = Buffer.alloc(0);
  #used = 0;
  /** Of each line, where it ends in the bytes; those before `#first` are dropped. */
  #ends: number[] = [];
  #first = 0;
  /** The number of the line at `#first`. */
  #number = 0;
  /** The numbers of lines of which the beginning alone is known. */
  readonly #cut = new Set<number>();

  get length(): number {
    return this.#ends.length - this.#first;
  }

  push({ number, bytes, cut }: Line): void {
    if (this.length === 0) this.#number = number;
    if (cut) this.#cut.add(number);
    if (this.#ends.length > 0) this.#append(lineFeed);
    this.#append(bytes);
    this.#ends.push(this.#used);
  }

  /** The line at this place; its bytes are good until the next line is pushed or dropped. */
  at(place: number): Line {
    const number = this.#number + place;
    return { number, bytes: this.#part(place, place + 1), cut: this.#cut.has(number) };
  }

  /** The first lines as they stand in the file; the bytes are good until the next line is pushed or dropped. */
  first(count: number): Buffer {
    return this.#part(0, count);
  }

  /** How many bytes the first lines are. */
  sizeOf(count: number): number {
    return this.#ends[this.#first + count - 1]! - this.#startOf(this.#first);
  }

  drop(count: number): void {
    for (let at = 0; this.#cut.size > 0 && at < count; at += 1) this.#cut.delete(this.#number + at);
    this.#first += count;
    this.#number += count;
    if (this.length === 0) this.#forget();
    else if (this.#first > fewLines && this.#first * 2 > this.#ends.length) this.#moveUp();
  }

  #startOf(index: number): number {
    return index === 0 ? 0 : this.#ends[index - 1]! + 1;
  }

  #part(from: number, to: number): Buffer {
    return this.#bytes.subarray(
      this.#startOf(this.#first + from),
      this.#ends[this.#first + to - 1],
    );
  }

  #append(bytes: Uint8Array): void {
    const needed = this.#used + bytes.length;
    if (needed > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(needed, this.#bytes.length * 2, leastBytes));
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#used);
    this.#used = needed;
  }

  #forget(): void {
    if (this.#bytes.length > fewBytes) this.#bytes = Buffer.alloc(0);
    this.#used = 0;
    this.#ends = [];
    this.#first = 0;
  }

  /** Half of the lines are dropped: so seldom that each line is moved but once or twice. */
  #moveUp(): void {
    const start = this.#startOf(this.#first);
    this.#bytes.copyWithin(0, start, this.#used);
    this.#used -= start;
    this.#ends = this.#ends.slice(this.#first).map((end) => end - start);
    this.#first = 0;
  }
}

const lineFeed = Buffer.from('\n');
const leastBytes = 1024;
const fewBytes = 64 * 1024;
const fewLines = 1_000;
