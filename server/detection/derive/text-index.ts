import { Interned, NumberList } from './interned.ts';
import type { Text } from './text-source.ts';
import type { TokenStream } from './text-stream.ts';

/** A run holds this much of a phrase: five English words, three Korean ones, nine Chinese letters. */
const runMass = 5;
/** In unspaced scripts a run may be this many tokens. */
const longestRun = 12;
/** A rare run is shown with the words around it, up to this many tokens. */
const sampleTokens = 24;

/** Every run of words of every text, the texts that have it, and how far chance explains that. */
export interface TextIndex {
  texts: readonly Text[];
  /** In order; the numbers below are places in this list. */
  accounts: readonly string[];
  /** How many of them wrote texts. */
  writers: number;
  /** Runs that at least two accounts use, quotations aside, and no more than the hub. */
  sharedRuns: number[];
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

export function indexTexts(texts: readonly Text[], stream: TokenStream, hub: number): TextIndex {
  const accounts = [...new Set(texts.map(({ account }) => account))].sort();
  const placeOf = new Map(accounts.map((account, place) => [account, place]));
  const { runs, runOf, textOf, startOf, ofText } = runsOf(stream, texts.length);
  const accountOf = Int32Array.from(texts, ({ account }) => placeOf.get(account)!);
  const habits = countHabits(stream, accountOf);

  const postings = postingsOf(runs, runOf);
  const kept = new Map<number, { texts: Int32Array; accounts: Int32Array; begins: number[] }>();
  const sharedRuns: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const all = postings.of(run).map((posting) => textOf[posting]!);
    if (!isShared(all, accountOf, hub)) continue;
    const own = withoutQuotations(all, texts);
    // Ordered by account, so that the texts of one stand together.
    const begins: number[] = [];
    own.forEach((text, at) => {
      if (at === 0 || accountOf[text] !== accountOf[own[at - 1]!]) begins.push(at);
    });
    const users = Int32Array.from(begins, (at) => accountOf[own[at]!]!);
    if (users.length < 2) continue;
    kept.set(run, { texts: own, accounts: users, begins });
    sharedRuns.push(run);
  }

  const surprises = new Map<number, number>();
  const tokensOf = (run: number) => {
    const start = startOf[postings.of(run)[0]!]!;
    return stream.tokens.subarray(start, runEnd(stream, start)!);
  };
  return {
    texts,
    accounts,
    writers: new Set(texts.filter((text) => !text.quotedOnly).map(({ account }) => account)).size,
    sharedRuns,
    accountsOf: (run) => kept.get(run)!.accounts,
    textsOf(run, account) {
      const { texts: all, accounts: users, begins } = kept.get(run)!;
      const user = users.indexOf(account);
      return all.subarray(begins[user], begins[user + 1]);
    },
    surprise(run) {
      const known = surprises.get(run);
      if (known !== undefined) return known;
      const value = 1 / (1 + habits.expected(tokensOf(run), kept.get(run)!.texts.length));
      surprises.set(run, value);
      return value;
    },
    jaccard(one, other) {
      const runsOfOne = new Set(runOf.subarray(ofText[one], ofText[one + 1]));
      const runsOfOther = new Set(runOf.subarray(ofText[other], ofText[other + 1]));
      const both = [...runsOfOne].filter((run) => runsOfOther.has(run)).length;
      return both / Math.max(1, runsOfOne.size + runsOfOther.size - both);
    },
    sample(shared) {
      const starts = shared.map((run) => startOf[postings.of(run)[0]!]!).sort((x, y) => x - y);
      return sampleOf(stream, starts);
    },
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

/** Each run of each text, once a text. */
function runsOf(stream: TokenStream, count: number) {
  const keys = new Interned(Math.max(1 << 12, stream.tokens.length >>> 1));
  const [runOf, textOf, startOf, ofText] = [
    new NumberList(),
    new NumberList(),
    new NumberList(),
    new NumberList(),
  ];
  const lastText = new NumberList();
  for (let text = 0; text < count; text += 1) {
    ofText.push(runOf.length);
    for (let start = stream.begins[text]!; start < stream.begins[text + 1]!; start += 1) {
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
  ofText.push(runOf.length);
  return {
    runs: keys.size,
    runOf: runOf.items,
    textOf: textOf.items,
    startOf: startOf.items,
    ofText: ofText.items,
  };
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
function isShared(all: Int32Array, accountOf: Int32Array, hub: number): boolean {
  let accounts = 0;
  let last = -1;
  for (const text of all) {
    if (accountOf[text] === last) continue;
    last = accountOf[text]!;
    accounts += 1;
  }
  // Titles and quotations may still fall away.
  return accounts >= 2 && accounts <= 2 * hub;
}

/** What a client had said before is no wording of those who answer that client. */
function withoutQuotations(all: Int32Array, texts: readonly Text[]): Int32Array {
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
  const bigrams = new Interned(Math.max(1 << 12, tokens.length >>> 2));
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
