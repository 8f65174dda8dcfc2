/** A seeded source of chance (sfc32); the same seed always tells the same story. */
export class Random {
  readonly #state = new Uint32Array(4);

  constructor(seed: number | string) {
    let mixed = 2166136261;
    for (const letter of String(seed)) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 16777619);
    this.#state.set([mixed, mixed ^ 0x9e3779b9, Math.imul(mixed, 2654435761), 1]);
    for (let turn = 0; turn < 20; turn++) this.next();
  }

  next(): number {
    const s = this.#state;
    const sum = (s[0]! + s[1]! + s[3]!) >>> 0;
    s[3] = s[3]! + 1;
    s[0] = s[1]! ^ (s[1]! >>> 9);
    s[1] = s[2]! + (s[2]! << 3);
    s[2] = ((s[2]! << 21) | (s[2]! >>> 11)) + sum;
    return sum / 4294967296;
  }

  /** Both ends may come. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  real(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!;
  }

  weighted<T>(from: readonly T[], weight: (item: T) => number): T {
    let left = this.next() * from.reduce((sum, item) => sum + weight(item), 0);
    for (const item of from) {
      left -= weight(item);
      if (left < 0) return item;
    }
    return from[from.length - 1]!;
  }

  shuffle<T>(from: readonly T[]): T[] {
    const out = [...from];
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [out[i], out[j]] = [out[j]!, out[i]!];
    }
    return out;
  }

  sample<T>(from: readonly T[], count: number): T[] {
    return this.shuffle(from).slice(0, count);
  }

  normal(): number {
    const a = Math.sqrt(-2 * Math.log(1 - this.next()));
    return a * Math.cos(2 * Math.PI * this.next());
  }

  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  logUniform(low: number, high: number): number {
    return low * (high / low) ** this.next();
  }

  poisson(mean: number): number {
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    let count = -1;
    for (let product = 1; product > Math.exp(-mean) || count < 0; count++) product *= this.next();
    return count;
  }

  /** A whole number whose mean is the share given. */
  whole(value: number): number {
    return Math.floor(value) + (this.chance(value % 1) ? 1 : 0);
  }

  hex(length: number): string {
    let out = '';
    while (out.length < length) out += Math.floor(this.next() * 16).toString(16);
    return out;
  }

  digits(length: number): string {
    let out = String(this.int(1, 9));
    while (out.length < length) out += String(this.int(0, 9));
    return out;
  }
}
