import { availableParallelism } from 'node:os';
import { groupBy } from '../../../domain/group-by.ts';
import { AskedThread } from '../../platform/asked-thread.ts';
import { longestWordings } from './longest-wordings.ts';
import { signatureRows, signaturesOf } from './min-hash.ts';
import { Shingling } from './shingling.ts';
import type { Text, Written } from './text-source.ts';
import { streamOf, tokenStream, type TokenStream } from './text-stream.ts';

/**
 * What every look at wordings begins with: the words of each text, its shingles, its signature. The texts themselves are let go
 * of: of a platform with a million of them they would take more memory than all that is counted over them.
 */
export interface CutTexts {
  written: readonly Written[];
  stream: TokenStream;
  /** Of the text at that place: sorted, each once. */
  shinglesOf: (place: number) => Int32Array;
  /** Null of a text that is not likely to be asked for it. */
  signatureOf: (place: number) => Uint32Array | null;
}

/** Texts one after the other as one thread cuts them, its words numbered by itself; in few large arrays, which move to another. */
export interface CutPart extends Pick<TokenStream, 'tokens' | 'begins'> {
  /** JSON of what is `Written` of each text, and of the words. */
  written: Uint8Array<ArrayBuffer>;
  words: Uint8Array<ArrayBuffer>;
  shingles: Int32Array<ArrayBuffer>;
  /** Where the shingles of each text begin; one more for the end. */
  shinglesBegin: Int32Array<ArrayBuffer>;
  /** Places of the texts that were signed, and their signatures one after the other. */
  signed: Int32Array<ArrayBuffer>;
  signatures: Uint32Array<ArrayBuffer>;
}

/** Fewer texts are cut sooner than a thread begins. */
const leastTexts = 1_000;

const thread = new URL('cut-texts-thread.ts', import.meta.url);

/**
 * Cuts texts as they come, slice by slice, in as many threads as there are cores: no more slices are in memory at once. An
 * account's texts lie in one slice. `arrays`: what of the parts moves to another thread.
 */
export async function cutSlices(
  slices: AsyncIterable<readonly Text[]> | Iterable<readonly Text[]>,
  threads = availableParallelism(),
): Promise<{ parts: CutPart[]; arrays: ArrayBuffer[] }> {
  const cutters = new Cutters();
  const cutting: Promise<CutPart>[] = [];
  const busy = new Set<Promise<unknown>>();
  try {
    for await (const slice of slices) {
      const part = slice.length < leastTexts ? Promise.resolve(cutPart(slice)) : cutters.cut(slice);
      cutting.push(part);
      const done: Promise<unknown> = part.then(
        () => busy.delete(done),
        // Told by whoever waits for all of them.
        () => busy.delete(done),
      );
      busy.add(done);
      if (busy.size >= threads) await Promise.race(busy);
    }
    const parts = await Promise.all(cutting);
    return { parts, arrays: parts.flatMap(arraysOf) };
  } finally {
    await cutters.close();
  }
}

/** Threads that cut one slice after the other: one that has just begun is slow at it. */
class Cutters {
  readonly #all: AskedThread<readonly Text[], CutPart>[] = [];
  readonly #idle: AskedThread<readonly Text[], CutPart>[] = [];

  async cut(slice: readonly Text[]): Promise<CutPart> {
    const cutter = this.#idle.pop() ?? this.#begun();
    const part = await cutter.ask(slice);
    this.#idle.push(cutter);
    return part;
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((cutter) => cutter.close()));
  }

  #begun(): AskedThread<readonly Text[], CutPart> {
    const cutter = new AskedThread<readonly Text[], CutPart>(thread, (cause) =>
      cause instanceof Error ? cause : new Error('A thread that cuts texts has ended.'),
    );
    this.#all.push(cutter);
    return cutter;
  }
}

/** The memory of a part, which may move to another thread. */
export function arraysOf(part: CutPart): ArrayBuffer[] {
  const { written, words, tokens, begins, shingles, shinglesBegin, signed, signatures } = part;
  return [written, words, tokens, begins, shingles, shinglesBegin, signed, signatures].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
}

/** In this thread, all at once. */
export function cutHere(texts: readonly Text[]): CutTexts {
  return joined([cutPart(texts)]);
}

export function cutPart(texts: readonly Text[]): CutPart {
  const stream = tokenStream(texts);
  const shingling = new Shingling(stream);
  const cut = texts.map(({ id, account, quotedOnly }, place) => ({
    ...{ id, account, quotedOnly, place },
    shingles: shingling.of(place),
  }));
  const ofAccounts = groupBy(
    cut.filter(({ quotedOnly }) => !quotedOnly),
    ({ account }) => account,
  );
  const signed = [...ofAccounts.values()].flatMap(longestWordings);
  const signatures = signaturesOf(signed.map(({ shingles }) => shingles));
  const shinglesBegin = new Int32Array(texts.length + 1);
  for (const { place, shingles } of cut)
    shinglesBegin[place + 1] = shinglesBegin[place]! + shingles.length;
  const all = new Int32Array(shinglesBegin[texts.length]!);
  for (const { place, shingles } of cut) all.set(shingles, shinglesBegin[place]);
  const { words, tokens, begins } = stream;
  return {
    ...{ written: packed(texts.map(writtenOf)), words: packed(words) },
    ...{ tokens, begins, shingles: all, shinglesBegin, signatures },
    signed: Int32Array.from(signed, ({ place }) => place),
  };
}

function writtenOf({ id, account, kind, at, clients, quotedOnly }: Text): Written {
  return { id, account, kind, at, clients, quotedOnly };
}

function packed(of: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(of));
}

/** Unpacks what the part holds, and lets go of it. */
function taken<T>(part: CutPart, what: 'written' | 'words'): T[] {
  const items = JSON.parse(new TextDecoder().decode(part[what])) as T[];
  part[what] = new Uint8Array();
  return items;
}

/** Words are numbered as they come, part by part: as if one thread had cut all texts. Parts are used up by it. */
export function joined(parts: CutPart[]): CutTexts {
  const written = sparing(parts.flatMap((part) => taken<Written>(part, 'written')));
  const { words, numbers } = numbered(parts.map((part) => taken<string>(part, 'words')));
  const tokens = new Int32Array(parts.reduce((sum, part) => sum + part.tokens.length, 0));
  const begins = new Int32Array(written.length + 1);
  /** Of each text, which of its part's signatures is its own. */
  const nthSigned = new Int32Array(written.length).fill(-1);
  /** The first place of each part. */
  const firsts: number[] = [];
  let [end, place] = [0, 0];
  parts.forEach((part, nth) => {
    firsts.push(place);
    part.signed.forEach((own, at) => (nthSigned[firsts[nth]! + own] = at));
    for (let at = 0; at + 1 < part.begins.length; at += 1) {
      begins[place] = end + part.begins[at]!;
      place += 1;
    }
    const own = numbers[nth]!;
    for (let at = 0; at < part.tokens.length; at += 1) tokens[end + at] = own[part.tokens[at]!]!;
    end += part.tokens.length;
    part.tokens = new Int32Array();
  });
  begins[place] = end;
  const partOf = (of: number) => {
    const nth = lastUpTo(firsts, of);
    return { part: parts[nth]!, at: of - firsts[nth]! };
  };
  return {
    written,
    stream: streamOf({ words, tokens, begins }),
    shinglesOf(of) {
      const { part, at } = partOf(of);
      return part.shingles.subarray(part.shinglesBegin[at], part.shinglesBegin[at + 1]);
    },
    signatureOf(of) {
      const nth = nthSigned[of]!;
      if (nth < 0) return null;
      const { part } = partOf(of);
      return part.signatures.subarray(nth * signatureRows, (nth + 1) * signatureRows);
    },
  };
}

/** The last place in the ascending list with no more than that. */
function lastUpTo(ascending: readonly number[], most: number): number {
  let [from, to] = [0, ascending.length - 1];
  while (from < to) {
    const middle = (from + to + 1) >>> 1;
    if (ascending[middle]! <= most) from = middle;
    else to = middle - 1;
  }
  return from;
}

/** Accounts, kinds and times come again and again: each is kept once. */
function sparing(written: readonly Written[]): Written[] {
  const known = new Map<string, string>();
  const once = (text: string) => {
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return same ?? text;
  };
  return written.map((one) => ({
    ...one,
    account: once(one.account),
    kind: once(one.kind),
    clients: one.clients.length === 0 ? nobody : one.clients.map(once),
  }));
}

const nobody: readonly string[] = [];

/** All words of some lists, and what number of all each word of each list has. */
function numbered(lists: readonly (readonly string[])[]) {
  const [only] = lists;
  if (lists.length === 1) return { words: only!, numbers: [Int32Array.from(only!.keys())] };
  const ids = new Map<string, number>();
  const words: string[] = [];
  const numbers = lists.map((list) =>
    Int32Array.from(list, (word) => {
      let id = ids.get(word);
      if (id === undefined) {
        id = words.push(word) - 1;
        ids.set(word, id);
      }
      return id;
    }),
  );
  return { words, numbers };
}
