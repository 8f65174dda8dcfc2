/**
 * Names that mean nothing to whoever reads them, and lead back for whoever has the key: the same thing has the same one at
 * every server of a database, and none is kept anywhere.
 */
import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';

const cipher = 'aes-256-ctr';
const markBytes = 16;
/** Of how many bytes names are a multiple, so that their length tells little. */
const block = 16;
const prefix = 'masked-';
/** Without letters that are taken for others. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const shown = 8;

/** Whether it looks like one, or like a reference to a node by one. */
export function isPseudonym(value: unknown): boolean {
  return typeof value === 'string' && /^(?:\w+:)?masked-/.test(value);
}

export class Pseudonyms {
  readonly #authentic: Buffer;
  readonly #secret: Buffer;
  readonly #known = new Map<string, string>();

  /** Of 64 bytes, half for each of the two uses. */
  constructor(key: Buffer) {
    this.#authentic = key.subarray(0, 32);
    this.#secret = key.subarray(32, 64);
  }

  /** Encrypted with what was made of it as the nonce (a synthetic IV), so that it is the same each time and nobody makes one up. */
  of(kind: string, name: string): string {
    const known = this.#known.get(`${kind}\n${name}`);
    if (known !== undefined) return known;
    const mark = this.#mark(kind, name);
    const sealing = createCipheriv(cipher, this.#secret, mark);
    const bytes = Buffer.concat([mark, sealing.update(padded(name)), sealing.final()]);
    const made = prefix + bytes.toString('base64url');
    this.#known.set(`${kind}\n${name}`, made);
    return made;
  }

  /** What it stands for; null where it is none, or of another kind or key. */
  back(kind: string, pseudonym: string): string | null {
    if (!pseudonym.startsWith(prefix)) return null;
    const bytes = Buffer.from(pseudonym.slice(prefix.length), 'base64url');
    if (bytes.length < markBytes + block) return null;
    const mark = bytes.subarray(0, markBytes);
    const opening = createDecipheriv(cipher, this.#secret, mark);
    const plain = Buffer.concat([opening.update(bytes.subarray(markBytes)), opening.final()]);
    const name = unpadded(plain);
    if (name === null || !timingSafeEqual(this.#mark(kind, name), mark)) return null;
    return name;
  }

  /** A few letters for people to tell things by; they do not lead back. */
  short(kind: string, name: string): string {
    const digest = createHmac('sha256', this.#authentic).update(`short\n${kind}\n${name}`).digest();
    return Array.from(digest.subarray(0, shown), (byte) => letters[byte % letters.length]).join('');
  }

  #mark(kind: string, name: string): Buffer {
    const digest = createHmac('sha256', this.#authentic).update(`name\n${kind}\n${name}`).digest();
    return digest.subarray(0, markBytes);
  }
}

/** A one, and zeros up to a whole block. */
function padded(name: string): Buffer {
  const bytes = Buffer.from(name, 'utf8');
  const whole = Buffer.alloc((Math.floor(bytes.length / block) + 1) * block);
  bytes.copy(whole);
  whole[bytes.length] = 0x80;
  return whole;
}

function unpadded(bytes: Buffer): string | null {
  const end = bytes.lastIndexOf(0x80);
  if (end < 0 || bytes.subarray(end + 1).some((byte) => byte !== 0)) return null;
  return bytes.subarray(0, end).toString('utf8');
}
