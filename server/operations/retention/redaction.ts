/** Takes a person's ids and values out of texts, and of JSON that is kept as text. */
export interface Sought {
  account: string;
  /** What stands in its place. */
  mark: string;
  /** References (`device:d1`) of nodes that go with it; the account's own too. */
  refs: readonly string[];
  /** What was stated of it that nobody else states. */
  values: readonly string[];
  /** What stands in the place of a value; `gone` where it is not said. */
  by?: ReadonlyMap<string, string>;
}

/** In the place of a value that is gone. */
const gone = '[erased]';

/** Long enough, and no mere number or date, so that it means this person wherever it stands. */
const [leastLetters, leastDigits] = [4, 7];

function isDistinctive(text: string): boolean {
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return false;
  const digits = text.replaceAll(/\D/g, '').length;
  return /\p{L}/u.test(text) ? text.length >= leastLetters : digits >= leastDigits;
}

/** An account's id is looked for however short it is, unless it is a number, which may count anything. */
function isName(text: string): boolean {
  return text.length > 1 && /\p{L}/u.test(text);
}

export class Redaction {
  readonly #account: string;
  readonly #whole: ReadonlyMap<string, string>;
  /** Those that count only where the person is named. */
  readonly #near: ReadonlyMap<string, string>;
  readonly #words: RegExp | null;
  readonly #nearWords: RegExp | null;
  readonly #replaced: ReadonlyMap<string, string>;

  constructor({ account, mark, refs, values, by: named }: Sought) {
    this.#account = account;
    const ids = new Map<string, string>([[account, mark]]);
    for (const ref of refs) {
      const id = ref.slice(ref.indexOf(':') + 1);
      if (!ids.has(id)) ids.set(id, gone);
    }
    const whole = new Map<string, string>();
    for (const ref of refs) {
      const [type, id] = [ref.slice(0, ref.indexOf(':')), ref.slice(ref.indexOf(':') + 1)];
      whole.set(ref, `${type}:${ids.get(id)!}`);
    }
    const replaced = new Map<string, string>(ids);
    for (const value of values)
      if (!replaced.has(value)) replaced.set(value, named?.get(value) ?? gone);
    const tells = (text: string) => isDistinctive(text) || (text === account && isName(text));
    const distinctive = new Map([...replaced].filter(([text]) => tells(text)));
    const near = new Map([...replaced].filter(([text]) => !tells(text)));
    this.#whole = new Map([...whole, ...distinctive]);
    this.#near = new Map([...near].filter(([text]) => text !== ''));
    this.#replaced = new Map(
      [...whole, ...distinctive, ...near].map(([text, by]) => [text.toLowerCase(), by]),
    );
    this.#words = wordsOf([...whole.keys(), ...distinctive.keys()]);
    this.#nearWords = wordsOf([...this.#near.keys()]);
  }

  /** Whether any of it names the person. */
  names(value: unknown): boolean {
    if (typeof value === 'string') return this.#words?.test(value) === true;
    if (Array.isArray(value)) return value.some((each) => this.names(each));
    if (typeof value !== 'object' || value === null) return false;
    return Object.entries(value).some(([name, each]) => this.names(name) || this.names(each));
  }

  /** Whether the account itself is named: by a reference, as a word, or, where its id is a number, as a whole value. */
  isNear(value: unknown): boolean {
    return this.names(value) || (this.#near.has(this.#account) && holds(value, this.#account));
  }

  /** The same without the person; `near`: what is short counts too. JSON stays JSON. */
  without<T>(value: T, near = false): T {
    return this.#without(value, near) as T;
  }

  #without(value: unknown, near: boolean): unknown {
    if (typeof value === 'string') return this.#text(value, near);
    if (Array.isArray(value)) return value.map((each) => this.#without(each, near));
    if (typeof value !== 'object' || value === null || isBytes(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        this.#plain(name, near),
        this.#without(each, near),
      ]),
    );
  }

  #text(text: string, near: boolean): string {
    if (/^\s*[[{]/.test(text)) {
      const read = jsonOf(text);
      if (read !== undefined) {
        const said = JSON.stringify(read);
        const left = JSON.stringify(this.#without(read, near));
        return said === left ? text : left;
      }
    }
    return this.#plain(text, near);
  }

  #plain(text: string, near: boolean): string {
    const exact = this.#whole.get(text) ?? (near ? this.#near.get(text) : undefined);
    if (exact !== undefined) return exact;
    const by = (found: string) => this.#replaced.get(found.toLowerCase()) ?? gone;
    const once = this.#words ? text.replaceAll(this.#words, by) : text;
    return near && this.#nearWords ? once.replaceAll(this.#nearWords, by) : once;
  }
}

/** Whether an id stands there by itself, as in a list of accounts. */
function holds(value: unknown, id: string): boolean {
  if (typeof value === 'string') {
    if (value === id) return true;
    const read = /^\s*[[{]/.test(value) ? jsonOf(value) : undefined;
    return read !== undefined && holds(read, id);
  }
  if (typeof value !== 'object' || value === null || isBytes(value)) return false;
  return Object.values(value).some((each) => holds(each, id));
}

function isBytes(value: object): boolean {
  return ArrayBuffer.isView(value);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whole words, the longest first, so that none is taken out of the midst of another. */
function wordsOf(texts: readonly string[]): RegExp | null {
  const found = [...new Set(texts)].filter((text) => text !== '');
  if (found.length === 0) return null;
  const escaped = found
    .toSorted((a, b) => b.length - a.length)
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`));
  // Stateless where it is tested, global where it replaces: `replaceAll` asks for the flag, and `test` begins anew.
  return new Stateless(`(?<![\\p{L}\\p{N}_])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
}

/** Of a global expression `test` would go on where it ended. */
class Stateless extends RegExp {
  override test(text: string): boolean {
    this.lastIndex = 0;
    const found = super.test(text);
    this.lastIndex = 0;
    return found;
  }
}
