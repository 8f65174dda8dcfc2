/** Numbers given to keys in the order they come; keys are whole numbers, kept in typed arrays. */
export class Interned {
  #keys: Float64Array;
  #ids: Int32Array;
  #mask: number;
  size = 0;

  constructor(expected = 1 << 16) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#keys = new Float64Array(slots);
    this.#ids = new Int32Array(slots).fill(-1);
    this.#mask = slots - 1;
  }

  idOf(key: number): number {
    const slot = this.#slot(key);
    const known = this.#ids[slot]!;
    if (known >= 0) return known;
    this.#keys[slot] = key;
    this.#ids[slot] = this.size;
    this.size += 1;
    if (this.size * 2 > this.#mask) this.#grow();
    return this.size - 1;
  }

  /** Whether it had not come before. */
  add(key: number): boolean {
    const before = this.size;
    return this.idOf(key) === before;
  }

  /** −1 for a key that never came. */
  find(key: number): number {
    return this.#ids[this.#slot(key)]!;
  }

  #slot(key: number): number {
    let slot = spread(key) & this.#mask;
    while (this.#ids[slot]! >= 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }

  #grow() {
    const [keys, ids] = [this.#keys, this.#ids];
    const slots = keys.length * 2;
    this.#keys = new Float64Array(slots);
    this.#ids = new Int32Array(slots).fill(-1);
    this.#mask = slots - 1;
    for (let at = 0; at < ids.length; at += 1) {
      if (ids[at]! < 0) continue;
      const slot = this.#slot(keys[at]!);
      this.#keys[slot] = keys[at]!;
      this.#ids[slot] = ids[at]!;
    }
  }
}

function spread(key: number): number {
  const low = key >>> 0;
  const high = Math.floor(key / 2 ** 32);
  let mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** A list of whole numbers that grows in a typed array. */
export class NumberList {
  #items = new Int32Array(1 << 12);
  length = 0;

  push(value: number) {
    if (this.length === this.#items.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length] = value;
    this.length += 1;
  }

  set(place: number, value: number) {
    this.#items[place] = value;
  }

  at(place: number): number {
    return this.#items[place]!;
  }

  get items(): Int32Array {
    return this.#items.subarray(0, this.length);
  }
}
