import { compareText } from '../../../domain/compare-text.ts';
import { addTo } from '../../../domain/group-by.ts';
import type { CutTexts } from './cut-texts.ts';
import { longestWordings } from './longest-wordings.ts';
import { agreeingSets, signatureOf } from './min-hash.ts';
import { ShingleUsers } from './shingle-users.ts';
import type { Written } from './text-source.ts';

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
  from: Written;
  to: Written;
  /** All texts of each that are copies of its own one here, itself among them: a template filled in again. */
  uses: { from: readonly Written[]; to: readonly Written[] };
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
  text: Written;
  account: string;
  /** Sorted, each once. */
  shingles: Int32Array;
  /** Of each shingle, how much it tells, and all together; null until it is first compared, which most texts never are. */
  weights: { each: Float64Array; sum: number } | null;
  /** Null where nobody has made it yet. */
  signature: Uint32Array | null;
}

/**
 * Of two accounts, each pair of texts that is no other wording of a pair before it, the most alike first: one
 * template filled in ten times is one copy.
 */
export function nearCopiesOf(cut: CutTexts): NearCopy[] {
  const { signed, allOf } = chosen(cut);
  const weighing = weighingOf(signed);
  const compare: Comparing = (one, other) => compared(one, other, weighing);
  const found = new Map<string, Pair[]>();
  for (const [one, other] of candidates(signed)) {
    const likeness = compare(one, other);
    if (likeness === null) continue;
    const [from, to] = one.account < other.account ? [one, other] : [other, one];
    addTo(found, `${from.account}\n${to.account}`, { from, to, ...likeness });
  }
  const known = new Map<Signed, readonly Written[]>();
  const usesOf = (one: Signed) => {
    const uses = known.get(one) ?? copiesOf(one, allOf(one.account), compare);
    known.set(one, uses);
    return uses;
  };
  const { usersOf } = weighing;
  return counted(
    [...found.values()].flatMap((pairs) => differing(pairs, { compare, usesOf, usersOf })),
  );
}

/** Null of texts that are less alike than copies are. */
type Comparing = (one: Signed, other: Signed) => Pick<Pair, 'alike' | 'runs'> | null;

function copiesOf(one: Signed, own: readonly Signed[], compare: Comparing): readonly Written[] {
  return own.filter((other) => compare(one, other) !== null).map(({ text }) => text);
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
  {
    compare,
    usesOf,
    usersOf,
  }: {
    compare: Comparing;
    usesOf: (one: Signed) => readonly Written[];
    usersOf: (shingle: number) => number;
  },
): Omit<NearCopy, 'accounts'>[] {
  const kept: Pair[] = [];
  const isNew = (side: 'from' | 'to', pair: Pair) =>
    kept.every((known) => known[side] !== pair[side] && compare(known[side], pair[side]) === null);
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

/** The longest texts of each account, each wording once; and all texts of one account, however short. */
function chosen(cut: CutTexts): {
  signed: Signed[];
  allOf: (account: string) => readonly Signed[];
} {
  const placesOf = new Map<string, number[]>();
  cut.written.forEach(({ account, quotedOnly }, place) => {
    if (quotedOnly) return;
    const places = placesOf.get(account);
    if (places) places.push(place);
    else placesOf.set(account, [place]);
  });
  const said = new SaidByClients(cut);
  const one = (place: number): Signed => {
    const text = cut.written[place]!;
    const whole = cut.shinglesOf(place);
    const shingles = withoutQuotations(text, whole, said);
    const signature = shingles === whole ? cut.signatureOf(place) : null;
    return { id: text.id, text, account: text.account, shingles, weights: null, signature };
  };
  const signed = [...placesOf]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, places]) => longestWordings(places.map(one)));
  const known = new Map<string, readonly Signed[]>();
  const allOf = (account: string) => {
    const all = known.get(account) ?? placesOf.get(account)!.map(one);
    known.set(account, all);
    return all;
  };
  return { signed, allOf };
}

/** Of each client who is answered: every shingle that the client ever used, sorted, and the text that used it first. */
class SaidByClients {
  readonly #cut: CutTexts;
  readonly #placesOf = new Map<string, number[]>();
  readonly #said = new Map<string, { shingles: Int32Array; firsts: Int32Array } | null>();

  constructor(cut: CutTexts) {
    this.#cut = cut;
    for (const { clients } of cut.written)
      for (const client of clients) this.#placesOf.set(client, []);
    cut.written.forEach(({ account }, place) => this.#placesOf.get(account)?.push(place));
  }

  /** Whether the client has used any. */
  any(client: string): boolean {
    return this.#of(client) !== null;
  }

  /** Whether the client had used it by that time. */
  by(client: string, shingle: number, at: string): boolean {
    const said = this.#of(client);
    if (!said) return false;
    const place = found(said.shingles, shingle);
    if (place < 0) return false;
    return (this.#cut.written[said.firsts[place]!]!.at ?? '') <= at;
  }

  #of(client: string): { shingles: Int32Array; firsts: Int32Array } | null {
    const known = this.#said.get(client);
    if (known !== undefined) return known;
    const first = new Map<number, number>();
    const at = (place: number) => this.#cut.written[place]!.at ?? '';
    for (const place of this.#placesOf.get(client) ?? [])
      for (const shingle of this.#cut.shinglesOf(place)) {
        const before = first.get(shingle);
        if (before === undefined || at(place) < at(before)) first.set(shingle, place);
      }
    const shingles = Int32Array.from(first.keys()).sort();
    const firsts = shingles.map((shingle) => first.get(shingle)!);
    const said = shingles.length === 0 ? null : { shingles, firsts };
    this.#said.set(client, said);
    return said;
  }
}

/** Where it stands among sorted ones; −1 of one that does not. */
function found(sorted: Int32Array, wanted: number): number {
  let [from, to] = [0, sorted.length - 1];
  while (from <= to) {
    const middle = (from + to) >>> 1;
    const one = sorted[middle]!;
    if (one === wanted) return middle;
    if (one < wanted) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

/** What a client had said before is no wording of those who answer that client. The same list where none of it is. */
function withoutQuotations(text: Written, shingles: Int32Array, said: SaidByClients): Int32Array {
  const clients = text.clients.filter((client) => said.any(client));
  if (clients.length === 0) return shingles;
  const at = text.at ?? '9999';
  const own = shingles.filter((shingle) => !clients.some((client) => said.by(client, shingle, at)));
  return own.length === shingles.length ? shingles : own;
}

interface Weighing {
  /** How many accounts use a shingle in the texts that were chosen. */
  usersOf: (shingle: number) => number;
  /** By how few do, how much each of a text's shingles tells. */
  weightsOf: (one: Signed) => NonNullable<Signed['weights']>;
}

function weighingOf(signed: readonly Signed[]): Weighing {
  const users = new ShingleUsers(signed);
  const weightOf = Float64Array.from(
    { length: users.writers + 1 },
    (_, count) => Math.log(Math.max(1, users.writers) / Math.max(1, count)) + 0.01,
  );
  return {
    usersOf: (shingle) => users.of(shingle),
    weightsOf(one) {
      if (one.weights) return one.weights;
      const each = new Float64Array(one.shingles.length);
      let sum = 0;
      for (let at = 0; at < each.length; at += 1) {
        each[at] = weightOf[users.of(one.shingles[at]!)]!;
        sum += each[at]!;
      }
      one.weights = { each, sum };
      return one.weights;
    },
  };
}

/** Each two texts of different accounts that may be alike, once. */
function* candidates(signed: readonly Signed[]): Generator<[Signed, Signed]> {
  const together = buckets(signed);
  const bucketsOf = new Map<number, number[][]>();
  for (const bucket of together) for (const place of bucket) addTo(bucketsOf, place, bucket);
  /** Of each text, the last one that it was paired with: no list of all pairs is kept. */
  const pairedWith = new Int32Array(signed.length).fill(-1);
  for (const [place, own] of bucketsOf) {
    const one = signed[place]!;
    for (const bucket of own)
      for (const other of bucket) {
        if (other <= place || pairedWith[other] === place) continue;
        pairedWith[other] = place;
        if (signed[other]!.account !== one.account) yield [one, signed[other]!];
      }
  }
}

/** Places of texts that agree in a band. */
function buckets(signed: readonly Signed[]): number[][] {
  return agreeingSets(
    signed.map(({ shingles, signature }) => signature ?? signatureOf(shingles)),
  ).filter((bucket) => {
    const accounts = new Set(bucket.map((place) => signed[place]!.account)).size;
    return accounts > 1 && accounts <= mostInBucket;
  });
}

/** A little less than what must be common of what both say: sums in another order differ in their last digits. */
const leastCommon = (leastAlike / (1 + leastAlike)) * 0.9999;

/** Ended as soon as what is left of them cannot make them alike any more, as of nearly all that are compared. */
function compared(
  one: Signed,
  other: Signed,
  { weightsOf }: Weighing,
): Pick<Pair, 'alike' | 'runs'> | null {
  const [first, second] = [one.shingles, other.shingles];
  const [{ each: weights, sum }, { each: others, sum: otherSum }] = [
    weightsOf(one),
    weightsOf(other),
  ];
  const least = leastCommon * (sum + otherSum);
  let [shared, all, runs, x, y] = [0, 0, 0, 0, 0];
  /** The most of each that may still turn out to be common. */
  let [rest, otherRest] = [sum, otherSum];
  while (x < first.length || y < second.length) {
    if (rest < least || otherRest < least) return null;
    if (y === second.length || (x < first.length && first[x]! < second[y]!)) {
      all += weights[x]!;
      rest -= weights[x]!;
      x += 1;
    } else if (x === first.length || second[y]! < first[x]!) {
      all += others[y]!;
      otherRest -= others[y]!;
      y += 1;
    } else {
      all += weights[x]!;
      shared += weights[x]!;
      runs += 1;
      x += 1;
      y += 1;
    }
  }
  // Rounded: sums in another order differ in their last digits.
  const alike = all === 0 ? 0 : Math.round((shared / all) * 1e6) / 1e6;
  return alike < leastAlike ? null : { alike, runs };
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
