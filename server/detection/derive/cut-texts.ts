import { availableParallelism } from 'node:os';
import { groupBy } from '../../../domain/group-by.ts';
import { computedInThread } from '../../platform/computing-thread.ts';
import { longestWordings } from './longest-wordings.ts';
import { signatureRows, signaturesOf } from './min-hash.ts';
import { Shingling } from './shingling.ts';
import type { Text } from './text-source.ts';
import { streamOf, tokenStream, type TokenStream } from './text-stream.ts';

/** What every look at wordings begins with, and what no other text changes: the words of each text, its shingles, its signature. */
export interface CutTexts {
  stream: TokenStream;
  /** Of each text, sorted, each once. */
  shingles: readonly Int32Array[];
  /** Of each text that is likely to be asked for it. */
  signatures: readonly (Uint32Array | null)[];
}

/** As much of a text as its cutting hangs on. */
export type Uncut = Pick<Text, 'id' | 'account' | 'text' | 'names' | 'titles' | 'quotedOnly'>;

/** Texts one after the other as one thread cuts them, its words numbered by itself; in few large arrays, which move to another. */
export interface CutPart extends Pick<TokenStream, 'words' | 'tokens' | 'begins'> {
  shingles: Int32Array;
  /** Where the shingles of each text begin; one more for the end. */
  shinglesBegin: Int32Array;
  /** Places of the texts that were signed, and their signatures one after the other. */
  signed: Int32Array;
  signatures: Uint32Array;
}

/** From so many texts on another thread begins sooner than it costs. */
const leastTexts = 1_000;

const thread = new URL('cut-texts-thread.ts', import.meta.url);

/** The same as `cutHere`, by as many threads as there are cores, this one among them. */
export async function cutInThreads(
  texts: readonly Text[],
  threads = Math.min(availableParallelism(), Math.floor(texts.length / leastTexts)),
): Promise<CutTexts> {
  if (threads < 2) return cutHere(texts);
  const [own, ...others] = inParts(texts, threads);
  const aside = Promise.all(
    others.map((part) => computedInThread<CutPart>(thread, part.map(uncut))),
  );
  return joined([cutPart(own!), ...(await aside)]);
}

export function cutHere(texts: readonly Uncut[]): CutTexts {
  return joined([cutPart(texts)]);
}

function uncut({ id, account, text, names, titles, quotedOnly }: Text): Uncut {
  return { id, account, text, names, titles, quotedOnly };
}

/** Of about as many letters each, in their order. */
function inParts(texts: readonly Text[], count: number): (readonly Text[])[] {
  const letters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const parts: Text[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const text of texts) {
    parts[Math.min(count - 1, Math.floor((before * count) / Math.max(1, letters)))]!.push(text);
    before += text.text.length;
  }
  return parts;
}

export function cutPart(texts: readonly Uncut[]): CutPart {
  const stream = tokenStream(texts);
  const shingling = new Shingling(stream);
  const written = texts.map(({ id, account, quotedOnly }, place) => ({
    ...{ id, account, quotedOnly, place },
    shingles: shingling.of(place),
  }));
  const ofAccounts = groupBy(
    written.filter(({ quotedOnly }) => !quotedOnly),
    ({ account }) => account,
  );
  const signed = [...ofAccounts.values()].flatMap(longestWordings);
  const signatures = signaturesOf(signed.map(({ shingles }) => shingles));
  const shinglesBegin = new Int32Array(texts.length + 1);
  for (const { place, shingles } of written)
    shinglesBegin[place + 1] = shinglesBegin[place]! + shingles.length;
  const all = new Int32Array(shinglesBegin[texts.length]!);
  for (const { place, shingles } of written) all.set(shingles, shinglesBegin[place]);
  const { words, tokens, begins } = stream;
  return {
    ...{ words, tokens, begins, shingles: all, shinglesBegin, signatures },
    signed: Int32Array.from(signed, ({ place }) => place),
  };
}

/** Words are numbered as they come, part by part: as if one thread had cut all texts. */
function joined(parts: readonly CutPart[]): CutTexts {
  const { words, numbers } = numbered(parts.map((part) => part.words));
  const tokens = new Int32Array(parts.reduce((sum, part) => sum + part.tokens.length, 0));
  const begins: number[] = [];
  const shingles: Int32Array[] = [];
  const signatures: (Uint32Array | null)[] = [];
  let end = 0;
  parts.forEach((part, nth) => {
    const first = shingles.length;
    for (let at = 0; at + 1 < part.begins.length; at += 1) {
      begins.push(end + part.begins[at]!);
      shingles.push(part.shingles.subarray(part.shinglesBegin[at], part.shinglesBegin[at + 1]));
      signatures.push(null);
    }
    part.signed.forEach((place, at) => {
      const [from, to] = [at * signatureRows, (at + 1) * signatureRows];
      signatures[first + place] = part.signatures.subarray(from, to);
    });
    const own = numbers[nth]!;
    for (let at = 0; at < part.tokens.length; at += 1) tokens[end + at] = own[part.tokens[at]!]!;
    end += part.tokens.length;
  });
  begins.push(end);
  const stream = streamOf({ words, tokens, begins: Int32Array.from(begins) });
  return { stream, shingles, signatures };
}

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
