/**
 * Random numbers from a seed (xoshiro128**). Our own, because it is thirty lines and what we need is a fork by
 * name: each account and each theme draws from a stream of its own, so that what one adds changes nothing in the
 * others. Libraries such as pure-rand can only jump ahead along one stream.
 */
export class Random {
  readonly #seed: number;
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number) {
    this.#seed = seed >>> 0;
    // splitmix32 spreads near seeds far apart.
    let state = this.#seed;
    const spread = () => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return (mixed ^ (mixed >>> 15)) >>> 0;
    };
    this.#a = spread();
    this.#b = spread();
    this.#c = spread();
    this.#d = spread() | 1;
  }

  /** A stream of its own; the same name gives the same one whatever was drawn before. */
  fork(name: string, number = 0): Random {
    let hash = this.#seed ^ 0x811c9dc5;
    for (let at = 0; at < name.length; at++)
      hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ (number & 0xffff), 0x01000193);
    hash = Math.imul(hash ^ (number >>> 16), 0x01000193);
    return new Random(hash ^ (hash >>> 15));
  }

  #bits(): number {
    const times5 = Math.imul(this.#b, 5);
    const out = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return out;
  }

  /** In [0, 1). */
  next(): number {
    return this.#bits() / 4294967296;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.int(0, list.length - 1)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  }

  /** One of the list, likelier the higher its weight. */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T {
    let total = 0;
    for (const item of list) total += weightOf(item);
    let left = this.next() * total;
    for (const item of list) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    return list[list.length - 1]!;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    for (let last = rest.length - 1; last > 0; last--) {
      const other = this.int(0, last);
      [rest[last], rest[other]] = [rest[other]!, rest[last]!];
    }
    return rest;
  }

  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  /** Spread over orders of magnitude around `median`. */
  lognormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  hex(length: number): string {
    let made = '';
    while (made.length < length) made += this.#bits().toString(16).padStart(8, '0');
    return made.slice(0, length);
  }

  digits(length: number): string {
    let made = '';
    for (let at = 0; at < length; at++) made += String(this.int(0, 9));
    return made;
  }

  /** An id that says nothing of what it names or when. */
  id(mark: string): string {
    return `${mark}${this.hex(14)}`;
  }
}
