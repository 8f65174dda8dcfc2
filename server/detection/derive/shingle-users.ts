import { Interned, NumberList } from './interned.ts';

/** By how many accounts each shingle is used, in texts that come account by account. */
export class ShingleUsers {
  /** Of all shingles that may be used by several accounts, where they lie in `#counts`. */
  readonly #several: Interned;
  readonly #counts = new NumberList();
  /**
   * Without keys, so that a place may be of several shingles: whose they are, if they are one account's alone. Nearly all
   * shingles are, and these are then known for sure, in a table that is far smaller than one with keys.
   */
  readonly #alone: Int32Array;
  readonly #shift: number;
  /** Accounts that use any. */
  writers = 0;

  constructor(texts: readonly { account: string; shingles: Int32Array }[]) {
    const all = texts.reduce((sum, { shingles }) => sum + shingles.length, 0);
    const bits = Math.min(mostBits, Math.ceil(Math.log2(Math.max(16, 4 * all))));
    this.#alone = new Int32Array(2 ** bits);
    this.#shift = 32 - bits;
    texts.forEach(({ account, shingles }, at) => {
      if (account !== texts[at - 1]?.account) this.writers += 1;
      this.#take(shingles, this.writers);
    });
    this.#several = new Interned(texts.length);
    const last = new NumberList();
    let writer = 0;
    texts.forEach(({ account, shingles }, at) => {
      if (account !== texts[at - 1]?.account) writer += 1;
      this.#count(shingles, writer, last);
    });
  }

  /** One for what nobody uses, too. */
  of(shingle: number): number {
    if (this.#alone[this.#placeOf(shingle)] !== ofSeveral) return 1;
    const id = this.#several.find(shingle);
    return id < 0 ? 1 : this.#counts.at(id);
  }

  #take(shingles: Int32Array, writer: number): void {
    for (let at = 0; at < shingles.length; at += 1) {
      const place = this.#placeOf(shingles[at]!);
      const known = this.#alone[place]!;
      if (known === 0) this.#alone[place] = writer;
      else if (known !== writer) this.#alone[place] = ofSeveral;
    }
  }

  #count(shingles: Int32Array, writer: number, last: NumberList): void {
    for (let at = 0; at < shingles.length; at += 1) {
      if (this.#alone[this.#placeOf(shingles[at]!)] !== ofSeveral) continue;
      const id = this.#several.idOf(shingles[at]!);
      if (id === this.#counts.length) {
        this.#counts.push(1);
        last.push(writer);
      } else if (last.at(id) !== writer) {
        this.#counts.set(id, this.#counts.at(id) + 1);
        last.set(id, writer);
      }
    }
  }

  #placeOf(shingle: number): number {
    return Math.imul(shingle, 0x9e3779b1) >>> this.#shift;
  }
}

const ofSeveral = -1;
/** A table of 256 MiB: of more shingles some are kept with their keys that one account uses alone. */
const mostBits = 26;
