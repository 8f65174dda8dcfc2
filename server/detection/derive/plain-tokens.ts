/** The tokens of texts in ASCII alone, found letter by letter and known again without their letters being copied. */
import type { Token } from './text-tokens.ts';

const [letter, digit, mark, ending, nothing] = [1, 2, 3, 4, 0];

/** By its code, what a sign is to a token. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[A-Za-z']/.test(sign)) return letter;
  if (/[0-9]/.test(sign)) return digit;
  if (sign === '#') return mark;
  return /[.!?;:\n]/.test(sign) ? ending : nothing;
});

/** What stands behind # for something that was masked. */
const maskSigns = new Set(Array.from('nuptl', (sign) => sign.charCodeAt(0)));
const underscore = '_'.charCodeAt(0);

interface Reader {
  /** Reads what is written anew. */
  read: (written: string) => Token;
  number: () => Token;
}

/** As the pattern `#[nuptl]\b|[A-Za-z0-9']+|[.!?;:\n]` finds them, each read once however often it is written. */
export class PlainTokens {
  readonly #reader: Reader;
  readonly #written: string[] = [];
  readonly #tokens: Token[] = [];
  readonly #hashes: number[] = [];
  /** Places in those lists, and one more; 0: free. */
  #slots = new Int32Array(1 << 12);

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  in(text: string): Token[] {
    const found: Token[] = [];
    const end = text.length;
    for (let at = 0; at < end;) {
      const kind = kinds[text.charCodeAt(at)]!;
      if (kind === letter || kind === digit) {
        let hash = offset;
        let isNumber = false;
        const begin = at;
        for (; at < end; at += 1) {
          const code = text.charCodeAt(at);
          const own = kinds[code]!;
          if (own === digit) isNumber = true;
          else if (own !== letter) break;
          hash = Math.imul(hash ^ code, prime);
        }
        found.push(isNumber ? this.#reader.number() : this.#known(text, begin, at, hash));
      } else if (kind === ending) {
        found.push(this.#known(text, at, at + 1, text.charCodeAt(at)));
        at += 1;
      } else if (kind === mark && isMask(text, at)) {
        found.push(this.#known(text, at, at + 2, text.charCodeAt(at + 1) << 8));
        at += 2;
      } else at += 1;
    }
    return found;
  }

  #known(text: string, begin: number, end: number, hash: number): Token {
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let one = this.#slots[slot]!; one > 0; one = this.#slots[slot]!) {
      if (this.#hashes[one - 1] === hash && isWritten(this.#written[one - 1]!, text, begin, end))
        return this.#tokens[one - 1]!;
      slot = (slot + 1) & mask;
    }
    const written = text.slice(begin, end);
    const token = this.#reader.read(written);
    this.#written.push(written);
    this.#hashes.push(hash);
    this.#slots[slot] = this.#tokens.push(token);
    if (this.#tokens.length * 2 > mask) this.#grow();
    return token;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    this.#hashes.forEach((hash, place) => {
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.#slots[slot]! > 0) slot = (slot + 1) & mask;
      this.#slots[slot] = place + 1;
    });
  }
}

/** FNV-1a, 32 bits. */
const [offset, prime] = [0x811c9dc5, 0x01000193];

function isWritten(written: string, text: string, begin: number, end: number): boolean {
  if (written.length !== end - begin) return false;
  for (let at = 0; at < written.length; at += 1)
    if (written.charCodeAt(at) !== text.charCodeAt(begin + at)) return false;
  return true;
}

/** Followed by no sign of a word. */
function isMask(text: string, at: number): boolean {
  if (at + 1 >= text.length || !maskSigns.has(text.charCodeAt(at + 1))) return false;
  if (at + 2 >= text.length) return true;
  const after = text.charCodeAt(at + 2);
  const kind = kinds[after]!;
  return after !== underscore && kind !== digit && (kind !== letter || after === 0x27);
}
