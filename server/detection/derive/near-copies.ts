import { compareText } from '../../../domain/compare-text.ts';
import { cutHere, type CutTexts } from './cut-texts.ts';
import { Interned } from './interned.ts';
import { longestWordings } from './longest-wordings.ts';
import { agreeingSets, signatureOf } from './min-hash.ts';
import { ShingleUsers } from './shingle-users.ts';
import type { Text } from './text-source.ts';

/**
 * Texts that are nearly the same as a whole. Each of their sentences may be usual on the platform; that one
 * account puts together the same ten of them as another is not. Shingles of three words (Broder, 1997), candidates
 * by MinHash and banding (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", ch. 3), then the Jaccard
 * index of the two with rare shingles counting more (ln N/df).
 */
export interface NearCopy {
  /** Accounts, `a` before `b`, and a text of each. */
  a: string;
  b: string;
  from: Text;
  to: Text;
  /** All texts of each that are copies of its own one here, itself among them: a template filled in again. */
  uses: { from: readonly Text[]; to: readonly Text[] };
  /** Weighted Jaccard index, in [0, 1]. */
  alike: number;
  /** Shingles in common. */
  runs: number;
  /** Accounts that have a near copy of one of the two. */
  accounts: number;
  /** Accounts that use the middle one of the shingles in common: a template of all with one word put in is common. */
  users: number;
}

/** Less alike than this are texts of one trade. */
const leastAlike = 0.3;
/** In a bucket with more accounts lies a template; and no square of pairs is made of it. */
const mostInBucket = 80;

interface Signed {
  id: string;
  text: Text;
  account: string;
  /** Sorted, each once. */
  shingles: Int32Array;
  /** Of each shingle, how much it tells; filled in when all texts are known. */
  weights: Float64Array;
  /** Null where nobody has made it yet. */
  signature: Uint32Array | null;
}

/**
 * Of two accounts, each pair of texts that is no other wording of a pair before it, the most alike first: one
 * template filled in ten times is one copy. `cut`: the same texts, cut.
 */
export function nearCopiesOf(texts: readonly Text[], cut: CutTexts = cutHere(texts)): NearCopy[] {
  const { signed, all } = chosen(texts, cut);
  const usersOf = weighed(signed, all);
  const found = new Map<string, Pair[]>();
  const seen = new Interned();
  for (const bucket of buckets(signed)) {
    for (let x = 0; x < bucket.length; x += 1) {
      for (let y = x + 1; y < bucket.length; y += 1) {
        const [one, other] = [signed[bucket[x]!]!, signed[bucket[y]!]!];
        if (one.account === other.account) continue;
        const pair = bucket[x]! * signed.length + bucket[y]!;
        if (!seen.add(pair)) continue;
        const { alike, runs } = compared(one, other);
        if (alike < leastAlike) continue;
        const [from, to] = one.account < other.account ? [one, other] : [other, one];
        const key = `${from.account}\n${to.account}`;
        const known = found.get(key);
        if (known) known.push({ from, to, alike, runs });
        else found.set(key, [{ from, to, alike, runs }]);
      }
    }
  }
  const known = new Map<Signed, readonly Text[]>();
  const usesOf = (one: Signed) => {
    const uses = known.get(one) ?? copiesOf(one, all.get(one.account)!);
    known.set(one, uses);
    return uses;
  };
  return counted([...found.values()].flatMap((pairs) => differing(pairs, usesOf, usersOf)));
}

function copiesOf(one: Signed, own: readonly Signed[]): readonly Text[] {
  return own.filter((other) => compared(one, other).alike >= leastAlike).map(({ text }) => text);
}

interface Pair {
  from: Signed;
  to: Signed;
  alike: number;
  runs: number;
}

/** Pairs of two accounts' texts, without those whose texts on either side are near copies of one kept before. */
function differing(
  pairs: readonly Pair[],
  usesOf: (one: Signed) => readonly Text[],
  usersOf: (shingle: number) => number,
): Omit<NearCopy, 'accounts'>[] {
  const kept: Pair[] = [];
  const isNew = (side: 'from' | 'to', pair: Pair) =>
    kept.every(
      (known) => known[side] !== pair[side] && compared(known[side], pair[side]).alike < leastAlike,
    );
  const rank = ({ from, to }: Pair) => `${from.text.id}\n${to.text.id}`;
  const mostAlikeFirst = [...pairs].sort(
    (x, y) => y.alike - x.alike || compareText(rank(x), rank(y)),
  );
  for (const pair of mostAlikeFirst) if (isNew('from', pair) && isNew('to', pair)) kept.push(pair);
  return kept.map(({ from, to, alike, runs }) => ({
    a: from.account,
    b: to.account,
    from: from.text,
    to: to.text,
    uses: { from: usesOf(from), to: usesOf(to) },
    users: middle(from.shingles, to.shingles, usersOf),
    alike,
    runs,
  }));
}

function middle(one: Int32Array, other: Int32Array, usersOf: (shingle: number) => number): number {
  const theirs = new Set(other);
  const users = [...one].filter((shingle) => theirs.has(shingle)).map(usersOf);
  return users.sort((x, y) => x - y)[Math.floor(users.length / 2)] ?? 0;
}

/** The longest texts of each account, each wording once; and all texts, however short, by account. */
function chosen(
  texts: readonly Text[],
  { shingles, signatures }: CutTexts,
): { signed: Signed[]; all: ReadonlyMap<string, Signed[]> } {
  const all = new Map<string, Signed[]>();
  const said = saidByClients(texts, shingles);
  texts.forEach((text, place) => {
    if (text.quotedOnly) return;
    const { id, account } = text;
    const whole = shingles[place]!;
    const left = withoutQuotations(text, whole, said);
    const signature = left === whole ? signatures[place]! : null;
    const one = { id, text, account, shingles: left, weights: unweighed, signature };
    const written = all.get(account);
    if (written) written.push(one);
    else all.set(account, [one]);
  });
  const signed = [...all]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, own]) => longestWordings(own));
  return { signed, all };
}

const unweighed = new Float64Array(0);

/** Of each client who is answered: every shingle that the client ever used, and when first. */
type Said = ReadonlyMap<string, ReadonlyMap<number, string>>;

function saidByClients(texts: readonly Text[], shingles: readonly Int32Array[]): Said {
  const said = new Map<string, Map<number, string>>();
  for (const { clients } of texts) for (const client of clients) said.set(client, new Map());
  texts.forEach((text, place) => {
    const first = said.get(text.account);
    if (!first) return;
    const at = text.at ?? '';
    for (const shingle of shingles[place]!) {
      const known = first.get(shingle);
      if (known === undefined || at < known) first.set(shingle, at);
    }
  });
  return said;
}

/** What a client had said before is no wording of those who answer that client. */
function withoutQuotations(text: Text, shingles: Int32Array, said: Said): Int32Array {
  const before = text.clients.flatMap((client) => said.get(client) ?? []);
  if (before.every(({ size }) => size === 0)) return shingles;
  const at = text.at ?? '9999';
  return shingles.filter((shingle) => !before.some((first) => (first.get(shingle) ?? '~') <= at));
}

/** Weighs the shingles of all texts by how few accounts use them in those that were chosen; returns how many do. */
function weighed(
  signed: readonly Signed[],
  all: ReadonlyMap<string, readonly Signed[]>,
): (shingle: number) => number {
  const users = new ShingleUsers(signed);
  const usersOf = (shingle: number) => users.of(shingle);
  const weightOf = Float64Array.from(
    { length: users.writers + 1 },
    (_, count) => Math.log(Math.max(1, users.writers) / Math.max(1, count)) + 0.01,
  );
  for (const own of all.values())
    for (const one of own) {
      one.weights = new Float64Array(one.shingles.length);
      // By hand: `map` of a typed array of millions takes as long as all the rest.
      for (let at = 0; at < one.shingles.length; at += 1)
        one.weights[at] = weightOf[users.of(one.shingles[at]!)]!;
    }
  return usersOf;
}

/** Texts that may be alike; ends are places in `signed`. */
function buckets(signed: readonly Signed[]): number[][] {
  return agreeingSets(
    signed.map(({ shingles, signature }) => signature ?? signatureOf(shingles)),
  ).filter((bucket) => {
    const accounts = new Set(bucket.map((place) => signed[place]!.account)).size;
    return accounts > 1 && accounts <= mostInBucket;
  });
}

function compared(one: Signed, other: Signed): { alike: number; runs: number } {
  const [first, second] = [one.shingles, other.shingles];
  let [shared, all, runs, x, y] = [0, 0, 0, 0, 0];
  while (x < first.length || y < second.length) {
    if (y === second.length || (x < first.length && first[x]! < second[y]!)) {
      all += one.weights[x]!;
      x += 1;
    } else if (x === first.length || second[y]! < first[x]!) {
      all += other.weights[y]!;
      y += 1;
    } else {
      all += one.weights[x]!;
      shared += one.weights[x]!;
      runs += 1;
      x += 1;
      y += 1;
    }
  }
  // Rounded: sums in another order differ in their last digits.
  return { alike: all === 0 ? 0 : Math.round((shared / all) * 1e6) / 1e6, runs };
}

/** With how many accounts have near copies of either end, both ends included; sorted by accounts. */
function counted(copies: readonly Omit<NearCopy, 'accounts'>[]): NearCopy[] {
  const near = new Map<string, Set<string>>();
  for (const { a, b } of copies) {
    near.set(a, (near.get(a) ?? new Set([a])).add(b));
    near.set(b, (near.get(b) ?? new Set([b])).add(a));
  }
  return copies
    .map((copy) => ({
      ...copy,
      accounts: new Set([...near.get(copy.a)!, ...near.get(copy.b)!]).size,
    }))
    .sort((x, y) => compareText(`${x.a}\n${x.b}`, `${y.a}\n${y.b}`) || y.alike - x.alike);
}
