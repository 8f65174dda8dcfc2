import { compareText } from '../../../domain/compare-text.ts';
import type { HonestExplanation } from '../../../domain/honest-explanation.ts';
import type { GroupSum } from '../../../domain/finding.ts';
import { termOf, type GroupModel } from '../weights/weights.ts';
import { silentTerm } from '../weights/silent.ts';
import { bondTerms, heaviestOf, linksWithin } from './bound.ts';
import type { GroupEvidence } from './evidence.ts';
import { clientsTerm } from './clients.ts';
import { exitsTerm } from './exits.ts';
import { weakestHold } from './hold.ts';
import { pickedFrom, shownTerms } from './shown.ts';
import type { Weighed } from './term.ts';

/**
 * Judges a set of accounts as one: does it serve a scheme, or does something honest explain that it hangs together? What
 * binds its members counts by family of evidence and by how much of the group that covers; what they show by themselves
 * by how improbable it is on this platform. Each honest explanation takes away what it would show as well; the odds are
 * those of a scheme against the one that fits best.
 */

export interface Judged extends GroupSum {
  /** Sorted. */
  accounts: string[];
}

/** The log-odds of a bond from which nobody hangs on by a thread. */
const firm = 1.5;

/** Doublings from a pair on beyond which a larger group is no more telling. */
const mostDoublings = 3;

/** What each account more than an explanation usually has costs it, in log-odds. */
const costPerAccount = 0.4;

export function judge(
  accounts: readonly string[],
  evidence: GroupEvidence,
  model: GroupModel,
): Judged {
  const members = new Set([...accounts].sort());
  const links = linksWithin(members, evidence);
  const heaviest = heaviestOf(links);
  const tight = weakestHold(members, links, firm) / firm;
  const weighing = { model, tight, picked: pickedFrom(members, evidence) };
  const terms = [
    ...bondTerms(members, heaviest, evidence),
    ...shownTerms(members, heaviest, evidence, weighing),
    exitsTerm(members, links, evidence, weighing),
    clientsTerm(members, heaviest, evidence, weighing),
    ...shapeTerms(members.size, tight, model),
    shapeTerm(silentTerm, members.size, termOf(model, silentTerm).weight * evidence.silent, []),
  ].filter(({ full }) => full > 0);
  const rivals = rivalsOf(members.size, terms, model);
  const best = rivals[0]!;
  return {
    accounts: [...members],
    prior: priorOf(best.explanation, members.size, model),
    terms: terms
      .map(({ taken, ...term }) => ({
        ...term,
        weight: term.full - (taken.get(best.explanation) ?? 0),
      }))
      .sort((one, other) => other.weight - one.weight || compareText(one.name, other.name)),
    total: best.total,
    rivals,
  };
}

/**
 * How firmly they hold where they hold least, and how many they are: the more, the less it is chance, or an explanation
 * that seldom has so many.
 */
function shapeTerms(size: number, tight: number, model: GroupModel): Weighed[] {
  const amount = Math.min(1, Math.log2(size / 2) / mostDoublings);
  const full = termOf(model, 'group:size').weight * amount;
  const usual = (Object.keys(model.rivals) as HonestExplanation[]).filter(
    (explanation) => explanation !== 'chance' && size <= model.rivals[explanation].most,
  );
  return [
    shapeTerm('group:tight', size, termOf(model, 'group:tight').weight * tight, []),
    shapeTerm('group:size', size, full, usual),
  ];
}

function shapeTerm(
  name: string,
  size: number,
  full: number,
  takenBy: readonly HonestExplanation[],
): Weighed {
  const taken = new Map(takenBy.map((explanation) => [explanation, full]));
  return { name, full, taken, accounts: size, findings: [] };
}

function rivalsOf(size: number, terms: readonly Weighed[], model: GroupModel): GroupSum['rivals'] {
  const full = terms.reduce((sum, term) => sum + term.full, 0);
  return (Object.keys(model.rivals) as HonestExplanation[])
    .map((explanation) => ({
      explanation,
      total:
        priorOf(explanation, size, model) +
        terms.reduce((sum, { taken }) => sum - (taken.get(explanation) ?? 0), full),
    }))
    .sort(
      (one, other) => one.total - other.total || compareText(one.explanation, other.explanation),
    );
}

function priorOf(explanation: HonestExplanation, size: number, model: GroupModel): number {
  const { prior, most } = model.rivals[explanation];
  return prior + costPerAccount * Math.max(0, size - most);
}
