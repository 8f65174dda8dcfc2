/** A small seeded generator (sfc32); everything random in a world comes from one of these. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number) {
    this.a = (seed ^ 0x9e3779b9) | 0;
    this.b = Math.imul(seed + 0x7f4a7c15, 0x85ebca6b) | 0;
    this.c = Math.imul(seed ^ 0x165667b1, 0xc2b2ae35) | 0;
    this.d = 1;
    for (let i = 0; i < 20; i++) this.next();
  }

  /** Uniform in [0, 1). */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** Whole number, both ends included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  logBetween(low: number, high: number): number {
    return Math.exp(this.between(Math.log(low), Math.log(high)));
  }

  normal(mean = 0, sd = 1): number {
    const u = 1 - this.next();
    return mean + sd * Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * this.next());
  }

  /** Lognormal by its median. */
  heavy(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma));
  }

  poisson(mean: number): number {
    if (mean > 40) return Math.max(0, Math.round(this.normal(mean, Math.sqrt(mean))));
    const limit = Math.exp(-mean);
    let k = 0;
    for (let p = this.next(); p > limit; p *= this.next()) k++;
    return k;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  pickBy<T>(items: readonly T[], weight: (item: T) => number): T {
    let total = 0;
    for (const item of items) total += weight(item);
    let at = this.next() * total;
    for (const item of items) {
      at -= weight(item);
      if (at < 0) return item;
    }
    return items[items.length - 1]!;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = Math.floor(this.next() * (i + 1));
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  }

  sample<T>(items: readonly T[], count: number): T[] {
    if (count * 4 < items.length) {
      const chosen = new Set<T>();
      for (let i = 0; i < count * 3 && chosen.size < count; i++) chosen.add(this.pick(items));
      return [...chosen];
    }
    return this.shuffle(items).slice(0, count);
  }

  digits(count: number): string {
    let text = '';
    for (let i = 0; i < count; i++) text += this.int(0, 9).toString();
    return text;
  }

  hex(count: number): string {
    let text = '';
    while (text.length < count) {
      text += Math.floor(this.next() * 65536)
        .toString(16)
        .padStart(4, '0');
    }
    return text.slice(0, count);
  }
}

/** The same hash with a few bits flipped, as two scans of one picture give. */
export function nearHash(rng: Random, hash: string, bits: number): string {
  const nibbles = Array.from(hash, (letter) => Number.parseInt(letter, 16));
  for (let i = 0; i < bits; i++) {
    const at = rng.int(0, nibbles.length - 1);
    nibbles[at] = nibbles[at]! ^ (1 << rng.int(0, 3));
  }
  return nibbles.map((nibble) => nibble.toString(16)).join('');
}
