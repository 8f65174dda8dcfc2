import { Interned, NumberList } from './interned.ts';
import type { Written } from './text-source.ts';
import type { TokenStream } from './text-stream.ts';

/** A run holds this much of a phrase: five English words, three Korean ones, nine Chinese letters. */
const runMass = 5;
/** In unspaced scripts a run may be this many tokens. */
const longestRun = 12;
/** A rare run is shown with the words around it, up to this many tokens. */
const sampleTokens = 24;

/** Every run of words of every text, the texts that have it, and how far chance explains that. */
export interface TextIndex {
  texts: readonly Written[];
  /** In order; the numbers below are places in this list. */
  accounts: readonly string[];
  /** How many of them wrote texts. */
  writers: number;
  /** How many runs at least two accounts use, quotations aside, and no more than the hub: they are numbered from 0 on. */
  sharedRuns: number;
  accountsOf: (run: number) => Int32Array;
  /** The account's texts that have the run, in order of time. */
  textsOf: (run: number, account: number) => Int32Array;
  /**
   * In (0, 1]: 1 for a wording that the words' own habits elsewhere do not explain; little for one that others
   * would put together by chance, such as a template filled in the same way.
   */
  surprise: (run: number) => number;
  /** Of all runs of two texts, the share that both have. */
  jaccard: (one: number, other: number) => number;
  sample: (runs: readonly number[]) => string;
}

export function indexTexts(
  texts: readonly Written[],
  stream: TokenStream,
  bounds: { hub: number; tokensOfPass?: number },
): TextIndex {
  const accounts = [...new Set(texts.map(({ account }) => account))].sort();
  const placeOf = new Map(accounts.map((account, place) => [account, place]));
  const accountOf = Int32Array.from(texts, ({ account }) => placeOf.get(account)!);
  const habits = countHabits(stream, accountOf);
  const shared = sharedRunsOf(texts, stream, accountOf, bounds);
  const accountsOf = (run: number) => {
    const users: number[] = [];
    for (const text of shared.textsOf(run))
      if (accountOf[text] !== users.at(-1)) users.push(accountOf[text]!);
    return Int32Array.from(users);
  };
  const surprises = new Float64Array(shared.size).fill(-1);
  const tokensOf = (run: number) => {
    const start = shared.startOf(run);
    return stream.tokens.subarray(start, runEnd(stream, start)!);
  };
  return {
    texts,
    accounts,
    writers: new Set(texts.filter((text) => !text.quotedOnly).map(({ account }) => account)).size,
    sharedRuns: shared.size,
    accountsOf,
    textsOf(run, account) {
      const all = shared.textsOf(run);
      let from = 0;
      while (accountOf[all[from]!] !== account) from += 1;
      let to = from;
      while (to < all.length && accountOf[all[to]!] === account) to += 1;
      return all.subarray(from, to);
    },
    surprise(run) {
      if (surprises[run]! < 0)
        surprises[run] = 1 / (1 + habits.expected(tokensOf(run), shared.textsOf(run).length));
      return surprises[run]!;
    },
    jaccard(one, other) {
      const [runsOfOne, runsOfOther] = [one, other].map((text) => runsIn(stream, text));
      const both = [...runsOfOne!].filter((run) => runsOfOther!.has(run)).length;
      return both / Math.max(1, runsOfOne!.size + runsOfOther!.size - both);
    },
    sample(of) {
      const starts = of.map((run) => shared.startOf(run)).sort((x, y) => x - y);
      return sampleOf(stream, starts);
    },
  };
}

/** So many tokens' runs are remembered at once. Of more tokens there are more passes, each about other runs. */
const mostTokens = 4_000_000;

/** Runs that several accounts use, in the order in which they first come. */
function sharedRunsOf(
  texts: readonly Written[],
  stream: TokenStream,
  accountOf: Int32Array,
  { hub, tokensOfPass = mostTokens }: { hub: number; tokensOfPass?: number },
) {
  const passes = Math.max(1, Math.ceil(stream.tokens.length / tokensOfPass));
  /** Of each run where it first starts, and where its texts begin in `all`. */
  const [starts, begins, all] = [new NumberList(), new NumberList(), new NumberList()];
  for (let pass = 0; pass < passes; pass += 1) {
    const { runs, runOf, textOf, startOf } = runsOf(stream, texts.length, { pass, passes });
    const postings = postingsOf(runs, runOf);
    for (let run = 0; run < runs; run += 1) {
      const places = postings.of(run);
      if (!isShared(places, textOf, accountOf, hub)) continue;
      const own = withoutQuotations(
        places.map((place) => textOf[place]!),
        texts,
      );
      // Texts are ordered by account, so that those of one stand together.
      if (own.length === 0 || accountOf[own[0]!] === accountOf[own.at(-1)!]) continue;
      starts.push(startOf[places[0]!]!);
      begins.push(all.length);
      for (const text of own) all.push(text);
    }
  }
  begins.push(all.length);
  const order = Int32Array.from({ length: starts.length }, (_, at) => at).sort(
    (x, y) => starts.at(x) - starts.at(y),
  );
  return {
    size: starts.length,
    startOf: (run: number) => starts.at(order[run]!),
    textsOf: (run: number) =>
      all.items.subarray(begins.at(order[run]!), begins.at(order[run]! + 1)),
  };
}

/** Where the run that starts there ends; null when its sentence ends before. */
function runEnd({ tokens, masses }: TokenStream, start: number): number | null {
  let sum = 0;
  for (let at = start; at < tokens.length && at - start < longestRun; at += 1) {
    if (tokens[at] === 0) return null;
    sum += masses[tokens[at]!]!;
    if (sum >= runMass) return at + 1;
  }
  return null;
}

/** Each run of each text, once a text; of all runs those of the pass. */
function runsOf(
  stream: TokenStream,
  count: number,
  { pass, passes }: { pass: number; passes: number },
) {
  const keys = new Interned();
  const [runOf, textOf, startOf] = [new NumberList(), new NumberList(), new NumberList()];
  const lastText = new NumberList();
  for (let text = 0; text < count; text += 1) {
    for (let start = stream.begins[text]!; start < stream.begins[text + 1]!; start += 1) {
      if (passOf(stream.tokens, start, passes) !== pass) continue;
      const end = runEnd(stream, start);
      if (end === null) continue;
      const run = keys.idOf(runHash(stream, start, end));
      if (run === lastText.length) lastText.push(-1);
      if (lastText.at(run) === text) continue;
      lastText.set(run, text);
      runOf.push(run);
      textOf.push(text);
      startOf.push(start);
    }
  }
  return {
    runs: keys.size,
    runOf: runOf.items,
    textOf: textOf.items,
    startOf: startOf.items,
  };
}

/** By its first two words, which a run has at least: told without reading the rest of it. */
function passOf(tokens: Int32Array, start: number, passes: number): number {
  let mixed = Math.imul(tokens[start]! ^ Math.imul(tokens[start + 1]!, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  return (mixed >>> 0) % passes;
}

/** Of a text, by their digests. */
function runsIn(stream: TokenStream, text: number): Set<number> {
  const runs = new Set<number>();
  for (let start = stream.begins[text]!; start < stream.begins[text + 1]!; start += 1) {
    const end = runEnd(stream, start);
    if (end !== null) runs.add(runHash(stream, start, end));
  }
  return runs;
}

function runHash({ tokens, hashes }: TokenStream, start: number, end: number): number {
  let [high, low] = [end - start, 0];
  for (let at = start; at < end; at += 1) {
    const hash = hashes[tokens[at]!]!;
    high = Math.imul(high ^ Math.floor(hash / 2 ** 21), 0x9e3779b1);
    high ^= high >>> 15;
    low = Math.imul(low ^ (hash % 2 ** 32), 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

/** Places in `runOf` by run, in order of the texts. */
function postingsOf(runs: number, runOf: Int32Array) {
  const begins = new Int32Array(runs + 1);
  for (const run of runOf) begins[run + 1]! += 1;
  for (let run = 0; run < runs; run += 1) begins[run + 1]! += begins[run]!;
  const next = begins.slice();
  const places = new Int32Array(runOf.length);
  for (let place = 0; place < runOf.length; place += 1) {
    const run = runOf[place]!;
    places[next[run]!] = place;
    next[run]! += 1;
  }
  return { of: (run: number) => places.subarray(begins[run], begins[run + 1]) };
}

/** Texts are ordered by account, so that accounts are counted where they change. */
function isShared(
  places: Int32Array,
  textOf: Int32Array,
  accountOf: Int32Array,
  hub: number,
): boolean {
  let accounts = 0;
  let last = -1;
  // By hand: this is asked of each run of the platform.
  for (let at = 0; at < places.length; at += 1) {
    const account = accountOf[textOf[places[at]!]!]!;
    if (account === last) continue;
    last = account;
    accounts += 1;
  }
  // Titles and quotations may still fall away.
  return accounts >= 2 && accounts <= 2 * hub;
}

/** What a client had said before is no wording of those who answer that client. */
function withoutQuotations(all: Int32Array, texts: readonly Written[]): Int32Array {
  const said = new Map<string, string>();
  for (const text of all) {
    const { account, at } = texts[text]!;
    if (!said.has(account)) said.set(account, at ?? '');
  }
  return all.filter((text) => {
    const { quotedOnly, clients, at } = texts[text]!;
    if (quotedOnly) return false;
    return !clients.some((client) => {
      const before = said.get(client);
      return before !== undefined && before <= (at ?? '9999');
    });
  });
}

/** How often words follow one another, counted once for a sentence that an account repeats. */
function countHabits(stream: TokenStream, accountOf: Int32Array) {
  const { tokens, begins, words } = stream;
  const single = new Float64Array(words.length);
  const bigrams = new Interned();
  const counts = new NumberList();
  let seen = new Set<number>();
  for (let text = 0; text < accountOf.length; text += 1) {
    if (text > 0 && accountOf[text] !== accountOf[text - 1]) seen = new Set();
    let start = begins[text]!;
    for (let at = start; at < begins[text + 1]!; at += 1) {
      if (tokens[at] !== 0) continue;
      const hash = runHash(stream, start, at);
      if (!seen.has(hash)) {
        seen.add(hash);
        for (let word = start; word < at; word += 1) {
          single[tokens[word]!]! += 1;
          if (word + 1 === at) continue;
          const pair = bigrams.idOf(tokens[word]! * 2 ** 26 + tokens[word + 1]!);
          if (pair === counts.length) counts.push(0);
          counts.set(pair, counts.at(pair) + 1);
        }
      }
      start = at + 1;
    }
  }
  return {
    /**
     * How many other texts would have the run by chance, if each word were chosen by the one before it as all
     * but the run's own `users` texts do.
     */
    expected(run: Int32Array, users: number): number {
      let expected = Math.max(0, single[run[0]!]! - users);
      for (let at = 0; at + 1 < run.length && expected > 0; at += 1) {
        const pair = bigrams.find(run[at]! * 2 ** 26 + run[at + 1]!);
        const together = Math.max(0, (pair < 0 ? 0 : counts.at(pair)) - users);
        expected *= together / Math.max(1, single[run[at]!]! - users);
      }
      return expected;
    },
  };
}

/** The longest passage that the starts of runs make, in words. */
function sampleOf({ words, tokens }: TokenStream, starts: readonly number[]): string {
  let [best, bestLength, begin] = [starts[0]!, 0, starts[0]!];
  for (let at = 0; at < starts.length; at += 1) {
    if (at > 0 && starts[at] !== starts[at - 1]! + 1) begin = starts[at]!;
    if (starts[at]! - begin + 1 > bestLength) [best, bestLength] = [begin, starts[at]! - begin + 1];
  }
  const passage: string[] = [];
  for (let at = best; passage.length < Math.min(sampleTokens, bestLength + 4); at += 1) {
    if (tokens[at] === 0 || tokens[at] === undefined) break;
    passage.push(words[tokens[at]!]!);
  }
  return passage.join(' ');
}
