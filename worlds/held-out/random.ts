/** A seeded source of chance (xoshiro128**); a source of its own for each part keeps parts independent. */
export class Chance {
  #state: [number, number, number, number];

  constructor(seed: string) {
    let hash = 0x811c9dc5;
    const next = () => {
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      return (hash ^ (hash >>> 13)) >>> 0;
    };
    for (const letter of seed) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
    this.#state = [next(), next(), next(), next() | 1];
  }

  /** In [0, 1). */
  unit(): number {
    const state = this.#state;
    const five = Math.imul(state[1], 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9);
    const shifted = state[1] << 9;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = (state[3] << 11) | (state[3] >>> 21);
    return (result >>> 0) / 2 ** 32;
  }

  /** In [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  yes(chance: number): boolean {
    return this.unit() < chance;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('Nothing to pick from.');
    return from[Math.floor(this.unit() * from.length)]!;
  }

  /** One of them, each as likely as its weight. */
  weighted<T>(from: readonly T[], weight: (one: T) => number): T {
    const all = from.reduce((sum, one) => sum + weight(one), 0);
    let left = this.unit() * all;
    for (const one of from) {
      left -= weight(one);
      if (left < 0) return one;
    }
    return from[from.length - 1]!;
  }

  /** A new list in another order. */
  shuffled<T>(from: readonly T[]): T[] {
    const list = [...from];
    for (let at = list.length - 1; at > 0; at--) {
      const other = this.whole(0, at);
      [list[at], list[other]] = [list[other]!, list[at]!];
    }
    return list;
  }

  some<T>(from: readonly T[], count: number): T[] {
    return this.shuffled(from).slice(0, count);
  }

  /** Normal with mean 0 and deviation 1. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  /** Around the median; two thirds lie within a factor of e^spread. */
  skewed(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }

  /** How many of something that happens `mean` times on average. */
  count(mean: number): number {
    const limit = Math.exp(-Math.min(mean, 30));
    let product = this.unit();
    let count = 0;
    while (product > limit) {
      product *= this.unit();
      count += 1;
    }
    return count;
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) text += Math.floor(this.unit() * 16).toString(16);
    return text;
  }
}
