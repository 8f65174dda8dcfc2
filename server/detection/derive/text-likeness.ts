import { compareText } from '../../../domain/compare-text.ts';
import { groupBy } from '../../../domain/group-by.ts';
import type { CutTexts } from './cut-texts.ts';
import { indexTexts, type TextIndex } from './text-index.ts';
import { nearCopiesOf, type NearCopy } from './near-copies.ts';

/** One text of each of two accounts that have rare runs of words in common. */
export interface Act {
  from: string;
  to: string;
  fromAt: string | null;
  toAt: string | null;
  /** How telling it is, in [0, 1]: rare, long, not to be expected by chance. */
  weight: number;
  /** Rare runs in common, and how many of all their runs the two texts share (Jaccard). */
  runs: number;
  alike: number;
  /** How many accounts use the words in common. */
  accounts: number;
  sameClient: boolean;
  kind: string;
  /** The wording in common; null of whole texts, which are not kept: their beginning shows it. */
  sample: string | null;
}

/** Two accounts, `a` before `b`, and their texts in common, the most telling first. */
export interface Likeness {
  a: string;
  b: string;
  score: number;
  acts: Act[];
  /** Every text of each that has some of that wording: of a text used again, `acts` holds the first use alone. */
  uses: { a: Use[]; b: Use[] };
}

export interface Use {
  id: string;
  at: string | null;
}

/** A wording that this many accounts use is a template of the platform, a course, a help page. */
const hubAccounts = 60;
/** On a small platform a wording that a third of it uses is one as well; fewer than a dozen may always be a team. */
const hubShare = 1 / 3;
const leastHub = 12;

/** Runs in common that any two texts may have, before a text begins to tell. */
const runsByChance = 2;
/** As many more make a text in common all but full weight: three sentences. */
const runsForWeight = 12;
/** Answers to one client repeat what that client asked, which need not be in the data. */
const sameClientWeight = 0.25;

/**
 * One rare text in common may have been lent or found; several are a common hand: so what they add up to weighs
 * more than in proportion. One full text gives 0.3, two 0.64, five 0.98.
 */
const [oneText, rise] = [0.36, 1.5];
/** Bids, messages and résumés alike are more than bids alone. */
const furtherKind = 0.2;
/** Weaker than that, any two accounts of one trade may be. */
const leastScore = 0.05;
/** A text that weighs less says nothing, and is none in common. */
const leastWeight = 0.01;

/** A set of runs that the same accounts use: handled once, however many runs a text in common has. */
interface Block {
  accounts: Int32Array;
  runs: number[];
  rarity: number;
}

/** A whole text in common, a few accounts having it, gives 0.45; two that differ 0.82, three 0.96. */
const oneCopy = 0.6;
/** From half alike on, a text is a copy that was gone over. */
const [copyBegins, copyIsPlain] = [0.3, 0.65];
/** What more accounts than this have copies of is a model that was handed around. */
const [copyTeam, copyModel] = [5, 30];

/** Every pair of accounts with telling texts in common, by their ids. */
export function likenessOf(cut: CutTexts): Likeness[] {
  const pairs = new Map(
    byRareRuns(cut).map((likeness) => [`${likeness.a}\n${likeness.b}`, likeness]),
  );
  const copiesOf = groupBy(nearCopiesOf(cut), ({ a, b }) => `${a}\n${b}`);
  for (const [pair, copies] of copiesOf) {
    const known = pairs.get(pair);
    const telling = copies
      .map((copy) => ({ uses: copy.uses, act: copied(copy) }))
      .filter(({ act }) => act.weight >= leastWeight);
    const acts = telling.map(({ act }) => act);
    const sum = acts.reduce((all, { weight }) => all + weight, 0);
    const whole = 1 - Math.exp(-oneCopy * sum ** rise);
    const score = round(1 - (1 - (known?.score ?? 0)) * (1 - whole));
    if (score < leastScore) continue;
    const { a, b } = copies[0]!;
    const taken = new Set(acts.map(({ from, to }) => `${from}\n${to}`));
    const others = (known?.acts ?? []).filter(({ from, to }) => !taken.has(`${from}\n${to}`));
    const usesOf = (side: 'a' | 'b', end: 'from' | 'to') =>
      each([...(known?.uses[side] ?? []), ...telling.flatMap(({ uses }) => uses[end])]);
    pairs.set(pair, {
      a,
      b,
      score,
      acts: [...acts, ...others].sort(mostTelling),
      uses: { a: usesOf('a', 'from'), b: usesOf('b', 'to') },
    });
  }
  return [...pairs.values()].sort(byAccounts);
}

/** Each once, by its id. */
function each(uses: readonly Use[]): Use[] {
  return [...new Map(uses.map(({ id, at }) => [id, { id, at }])).values()];
}

function copied({ from, to, alike, runs, accounts, users }: NearCopy): Act {
  const plain = Math.min(1, Math.max(0, (alike - copyBegins) / (copyIsPlain - copyBegins)));
  const rare = Math.min(
    1,
    Math.max(0, Math.log(copyModel / accounts) / Math.log(copyModel / copyTeam)),
  );
  const sameClient = from.clients.some((client) => to.clients.includes(client));
  return {
    from: from.id,
    to: to.id,
    fromAt: from.at,
    toAt: to.at,
    weight: round(plain * rare * (sameClient ? sameClientWeight : 1)),
    runs,
    alike,
    // Where most of it is everybody's, so many use it, however few have filled it in alike.
    accounts: users >= hubAccounts ? users : accounts,
    sameClient,
    kind: from.kind === to.kind ? from.kind : `${from.kind} and ${to.kind}`,
    sample: null,
  };
}

function mostTelling(x: Act, y: Act): number {
  return y.weight - x.weight || compareText(`${x.from}\n${x.to}`, `${y.from}\n${y.to}`);
}

function byAccounts(x: Likeness, y: Likeness): number {
  return compareText(`${x.a}\n${x.b}`, `${y.a}\n${y.b}`);
}

function byRareRuns({ written, stream }: CutTexts): Likeness[] {
  const index = indexTexts(written, stream, { hub: hubAccounts });
  const hub = Math.min(hubAccounts, Math.max(leastHub, index.writers * hubShare));
  const blocks = blocksOf(index, hub);
  const found: Likeness[] = [];
  for (const { a, b, shared } of pairsOf(blocks, index)) {
    const { acts, runs } = actsOf(index, shared, a, b);
    const kinds = new Set(acts.filter(({ weight }) => weight >= 0.1).map(({ kind }) => kind)).size;
    const sum = acts.reduce((all, { weight }) => all + weight, 0);
    const together = sum * (1 + furtherKind * Math.max(0, kinds - 1));
    const score = round(1 - Math.exp(-oneText * together ** rise));
    if (score < leastScore) continue;
    found.push({
      a: index.accounts[a]!,
      b: index.accounts[b]!,
      score,
      acts,
      uses: { a: usesOf(index, runs, a), b: usesOf(index, runs, b) },
    });
  }
  return found.sort(byAccounts);
}

function usesOf(index: TextIndex, runs: readonly number[], account: number): Use[] {
  const texts = new Set(runs.flatMap((run) => [...index.textsOf(run, account)]));
  return [...texts].map((text) => ({ id: index.texts[text]!.id, at: index.texts[text]!.at }));
}

function blocksOf(index: TextIndex, hub: number): Block[] {
  const blocks = new Map<string, Block>();
  for (let run = 0; run < index.sharedRuns; run += 1) {
    const accounts = index.accountsOf(run);
    if (accounts.length < 2 || accounts.length >= hub) continue;
    const key = accounts.join();
    const block = blocks.get(key);
    if (block) block.runs.push(run);
    else
      blocks.set(key, {
        accounts,
        runs: [run],
        rarity: Math.log(hub / accounts.length) / Math.log(hub / 2),
      });
  }
  return [...blocks.values()];
}

/** Two accounts, by their places, and the blocks that they share. */
interface Sharing {
  a: number;
  b: number;
  shared: Block[];
}

/** Pairs that share enough to be looked at, account after account, so that no more than one account's are in memory. */
function* pairsOf(blocks: readonly Block[], index: TextIndex): Generator<Sharing> {
  const all = index.accounts.length;
  const weighed = blocks.map((block) => ({
    block,
    worth: block.rarity * block.runs.reduce((sum, run) => sum + index.surprise(run), 0),
  }));
  const ofAccount = new Map<number, typeof weighed>();
  for (const one of weighed)
    for (const account of one.block.accounts) {
      const known = ofAccount.get(account);
      if (known) known.push(one);
      else ofAccount.set(account, [one]);
    }
  const sums = new Float64Array(all);
  for (const [account, own] of ofAccount) {
    const sharing = new Map<number, Block[]>();
    for (const { block, worth } of own)
      for (const other of block.accounts) if (other > account) sums[other]! += worth;
    for (const { block } of own)
      for (const other of block.accounts) {
        if (other <= account || sums[other]! < runsByChance) continue;
        const known = sharing.get(other);
        if (known) known.push(block);
        else sharing.set(other, [block]);
      }
    for (const { block } of own) for (const other of block.accounts) sums[other] = 0;
    for (const [other, shared] of sharing) yield { a: account, b: other, shared };
  }
}

interface Gathered {
  weights: number;
  rarities: number;
  runs: number[];
  accounts: number;
  sameClient: boolean;
}

/**
 * A run counts once, for the first text of each that has it: a pitch pasted into a hundred bids is one text in
 * common, five different texts are five.
 */
function actsOf(
  index: TextIndex,
  blocks: readonly Block[],
  a: number,
  b: number,
): { acts: Act[]; runs: number[] } {
  const gathered = new Map<string, Gathered>();
  for (const block of blocks) {
    for (const run of block.runs) {
      const surprise = index.surprise(run);
      const [ofA, ofB] = [index.textsOf(run, a), index.textsOf(run, b)];
      const sameClient = toOneClient(index, ofA, ofB);
      const key = `${ofA[0]!} ${ofB[0]!}`;
      const act = gathered.get(key) ?? {
        weights: 0,
        rarities: 0,
        runs: [],
        accounts: 0,
        sameClient: true,
      };
      gathered.set(key, act);
      const weight = surprise * (sameClient ? sameClientWeight : 1);
      act.weights += weight;
      act.rarities += weight * block.rarity;
      act.runs.push(run);
      act.accounts = Math.max(act.accounts, block.accounts.length);
      act.sameClient &&= sameClient;
    }
  }
  const acts: Act[] = [];
  const runs: number[] = [];
  for (const [key, act] of gathered) {
    const [from, to] = key.split(' ').map((text) => index.texts[Number(text)]!);
    const rarity = act.weights > 0 ? act.rarities / act.weights : 0;
    const length = 1 - Math.exp(-Math.max(0, act.weights - runsByChance) / runsForWeight);
    const weight = round(rarity * length);
    if (weight < leastWeight) continue;
    runs.push(...act.runs);
    acts.push({
      from: from!.id,
      to: to!.id,
      fromAt: from!.at,
      toAt: to!.at,
      weight,
      runs: act.runs.length,
      alike: index.jaccard(Number(key.split(' ')[0]), Number(key.split(' ')[1])),
      accounts: act.accounts,
      sameClient: act.sameClient,
      sample: index.sample(act.runs),
      kind: from!.kind === to!.kind ? from!.kind : `${from!.kind} and ${to!.kind}`,
    });
  }
  return { acts: acts.sort(mostTelling), runs };
}

/** Whether every text of both answers one and the same client. */
function toOneClient(index: TextIndex, ofA: Int32Array, ofB: Int32Array): boolean {
  const clientsOf = (text: number) => index.texts[text]!.clients;
  return clientsOf(ofA[0]!).some(
    (client) =>
      ofA.every((text) => clientsOf(text).includes(client)) &&
      ofB.every((text) => clientsOf(text).includes(client)),
  );
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
