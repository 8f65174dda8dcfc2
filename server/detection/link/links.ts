import { compareText } from '../../../domain/compare-text.ts';
import type { Detector, Family, Parameters } from '../../../domain/detector.ts';
import type { Finding, Tie } from '../../../domain/finding.ts';
import type { z } from 'zod';
import type { Judgement } from '../../../domain/judgement.ts';
import { plainPart, probability, telling, termOf, type Model } from '../weights/weights.ts';
import { nothingJudged, type JudgedPairs } from './judged-pairs.ts';
import { countedOnce, rowsByAccount, rowsOfPair, type RowsByAccount } from './same-rows.ts';

/**
 * Links between accounts: the independent evidence that two accounts are in the same hands, added up in
 * log-odds (Fellegi and Sunter, 1969). Of each family of evidence the strongest counts, since two shared
 * addresses of one team are one circumstance, not two; and findings of whichever families that rest on the same rows are
 * one body of evidence (`same-rows.ts`).
 */

/** What a finding says for one link. `amount` is how much it tells, in [0, 1]; `weight` its log-odds. */
export interface LinkPart {
  finding: string;
  detector: string;
  family: Family;
  amount: number;
  weight: number;
  /** Where it rests on the same rows as one that tells more: that one, and what it would weigh without it. */
  sameRows?: { as: string; alone: number };
  /** How many accounts share it. */
  sharedBy: number;
}

export interface Link {
  a: string;
  b: string;
  /** Strongest first, one of each family. */
  parts: LinkPart[];
  /** Those that weigh nothing, since all their rows are counted already. */
  repeats: LinkPart[];
  /** There only where an analyst has confirmed it; `weight` in log-odds. */
  confirmed?: { by: Judgement; weight: number };
  /** Prior, parts and what was confirmed, in log-odds. */
  total: number;
  probability: number;
}

export type Binding = Pick<Detector<Parameters, z.ZodType>, 'family' | 'binds'> & { id: string };

export interface LinkOptions {
  detectors: readonly Binding[];
  /** Accounts on the platform: what many share is worth less. */
  accounts: number;
  model: Model;
  judged?: JudgedPairs;
  /** Left in, rows count in every finding: what is judged of a group counts them once for each member instead. */
  repeated?: 'left out' | 'left in';
}

/** Less than this is no link worth keeping. */
const leastStrength = 0.02;

/** What more accounts than this share in full links no two of them. */
const mostSharing = 300;

/** What of a finding makes links. */
export type Bonding = Pick<Finding, 'id' | 'detector' | 'accounts' | 'score' | 'ties' | 'rests_on'>;

interface Candidate {
  part: LinkPart;
  /** Of its finding, by account. */
  rows: RowsByAccount;
}

/**
 * The links that findings make, sorted by their accounts, `a` before `b`. What an analyst has rejected is none,
 * whatever the two share; what one has confirmed is one, though they share nothing.
 */
export function linksOf(findings: readonly Bonding[], options: LinkOptions): Link[] {
  const { confirmed, rejected } = options.judged ?? nothingJudged;
  const families = new Map(
    options.detectors.filter((detector) => detector.binds).map(({ id, family }) => [id, family]),
  );
  const pairs = new Map<string, Candidate[]>();
  for (const finding of findings) {
    const family = families.get(finding.detector);
    if (family === undefined) continue;
    const rare = rarity(finding.accounts.length, options.accounts);
    const rows = options.repeated === 'left in' ? nowhere : rowsByAccount(finding);
    for (const { a, b, share } of tiesOf(finding)) {
      const strength = finding.score * share * rare;
      if (strength < leastStrength) continue;
      const amount = telling(strength);
      const pair = `${a}\n${b}`;
      if (rejected.has(pair)) continue;
      const candidates = pairs.get(pair) ?? [];
      pairs.set(pair, candidates);
      const part: LinkPart = {
        finding: finding.id,
        detector: finding.detector,
        family,
        amount,
        weight: bondWeight(options.model, finding.detector, amount),
        sharedBy: finding.accounts.length,
      };
      candidates.push({ part, rows });
    }
  }
  for (const pair of confirmed.keys()) if (!pairs.has(pair)) pairs.set(pair, []);
  return [...pairs]
    .sort(([a], [b]) => compareText(a, b))
    .map(([pair, candidates]) =>
      makeLink(pair, partsOf(pair, candidates), options.model, confirmed.get(pair)),
    );
}

/** The log-odds of a bond: `bond:` by how much it tells, and `tight:` by how far it is beyond a weak one. */
export function bondWeight(model: Model, detector: string, amount: number): number {
  return (
    termOf(model, `bond:${detector}`).weight * amount +
    termOf(model, `tight:${detector}`).weight * plainPart(amount)
  );
}

function stronger(part: LinkPart, than: LinkPart): boolean {
  return part.weight === than.weight ? part.finding < than.finding : part.weight > than.weight;
}

const nowhere: RowsByAccount = new Map();
const none: ReadonlySet<string> = new Set();

/** One of each family, the strongest, each for the share of its rows that nothing else counts. */
function partsOf(pair: string, candidates: readonly Candidate[]): Pick<Link, 'parts' | 'repeats'> {
  const [a, b] = pair.split('\n') as [string, string];
  const alone = candidates.every(({ part }) => part.family === candidates[0]!.part.family);
  const weighing = candidates.map(({ part, rows }) => ({
    ...{ part, finding: part.finding, weight: part.weight, kind: part.family },
    rows: alone ? none : rowsOfPair(rows, a, b),
  }));
  const parts: LinkPart[] = [];
  const repeats: LinkPart[] = [];
  for (const { item, own, with: as } of countedOnce(weighing)) {
    const { part, weight: whole } = item;
    const told =
      as === null ? part : { ...part, weight: whole * own, sameRows: { as, alone: whole } };
    (own > 0 ? parts : repeats).push(told);
  }
  const strongestFirst = (one: LinkPart, other: LinkPart) => (stronger(one, other) ? -1 : 1);
  return { parts: parts.sort(strongestFirst), repeats: repeats.sort(strongestFirst) };
}

function makeLink(
  pair: string,
  { parts, repeats }: Pick<Link, 'parts' | 'repeats'>,
  model: Model,
  by: Judgement | undefined,
): Link {
  const [a, b] = pair.split('\n') as [string, string];
  const confirmed = by && { by, weight: termOf(model, `judged:${by.kind}`).weight };
  const link = { a, b, parts, repeats, ...(confirmed ? { confirmed } : {}) };
  const total = sumOfLink(link, model.prior);
  return { ...link, total, probability: probability(total) };
}

/** Prior, parts and what was confirmed. */
export function sumOfLink({ parts, confirmed }: Pick<Link, 'parts' | 'confirmed'>, prior: number) {
  return parts.reduce((sum, part) => sum + part.weight, prior + (confirmed?.weight ?? 0));
}

/** The pairs that a finding links: those it names, or all of its accounts, `a` before `b`. */
export function tiesOf(finding: Pick<Finding, 'accounts' | 'ties'>): readonly Tie[] {
  if (finding.ties) return finding.ties;
  const accounts = [...finding.accounts].sort();
  if (accounts.length > mostSharing) return [];
  return accounts.flatMap((a, index) => accounts.slice(index + 1).map((b) => ({ a, b, share: 1 })));
}

/**
 * How telling it is that `sharing` of `accounts` have something in common: 1 when two do, 0 when all do.
 * The size of the platform is taken to the nearest power of two, so that one more account moves no score.
 */
export function rarity(sharing: number, accounts: number): number {
  const size = 2 ** Math.max(3, Math.round(Math.log2(Math.max(1, accounts))));
  if (sharing >= size) return 0;
  return Math.min(1, Math.log(size / Math.max(2, sharing)) / Math.log(size / 2));
}
