/**
 * Which keys have come, in twelve bytes each. Two keys may be taken for one, once in more keys than anybody has by chance: who
 * is told that a key has come must still be right when it has not.
 */
export class KeySet {
  #slots = new Uint32Array(3 * 1_024);
  #size = 0;

  /** False when it had come before. */
  add(key: string): boolean {
    if (this.#size * 2 >= this.#slots.length / 3) this.#grow();
    const [a, b, c] = digestOf(key);
    const at = this.#find(a, b, c);
    if (this.#slots[at + 2] !== 0) return false;
    this.#put(at, a, b, c);
    this.#size += 1;
    return true;
  }

  has(key: string): boolean {
    const [a, b, c] = digestOf(key);
    return this.#slots[this.#find(a, b, c) + 2] !== 0;
  }

  /** Where it stands, or the first free place for it. */
  #find(a: number, b: number, c: number): number {
    const slots = this.#slots;
    let at = (a % (slots.length / 3)) * 3;
    while (slots[at + 2] !== 0) {
      if (slots[at] === a && slots[at + 1] === b && slots[at + 2] === c) return at;
      at = (at + 3) % slots.length;
    }
    return at;
  }

  #put(at: number, a: number, b: number, c: number): void {
    this.#slots[at] = a;
    this.#slots[at + 1] = b;
    this.#slots[at + 2] = c;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 3) {
      const [a, b, c] = [before[at]!, before[at + 1]!, before[at + 2]!];
      if (c !== 0) this.#put(this.#find(a, b, c), a, b, c);
    }
  }
}

/**
 * Three multiplicative hashes over the same characters, of which the end of each is mixed as in MurmurHash3 (A. Appleby, public
 * domain). Nobody is kept from finding two keys that meet here: their rows are stored the slower way, nothing else.
 * The third is never 0, which marks a free place.
 */
function digestOf(key: string): [number, number, number] {
  let [a, b, c] = [0x9747b28c, 0x3c6ef372, 0x1b873593];
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x85ebca6b);
    b = Math.imul(b ^ unit, 0xc2b2ae35) + (a >>> 15);
    c = Math.imul(c ^ unit, 0x27d4eb2f) + (b >>> 13);
  }
  return [mixed(a), mixed(b), (mixed(c) | 1) >>> 0];
}

function mixed(hash: number): number {
  let one = hash ^ (hash >>> 16);
  one = Math.imul(one, 0x85ebca6b);
  one ^= one >>> 13;
  one = Math.imul(one, 0xc2b2ae35);
  return (one ^ (one >>> 16)) >>> 0;
}
