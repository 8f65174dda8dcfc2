import { compareText } from '../../../domain/compare-text.ts';
import { roundScore, type Reason } from '../../../domain/finding.ts';
import type { Term } from './terms.ts';
import type { Judged } from '../group/judge.ts';
import { probability, termOf, type Model } from '../weights/weights.ts';

export interface AccountSum {
  prior: number;
  /** Heaviest first. */
  reasons: Reason[];
  score: number;
}

/** However much speaks for it, a machine is never certain. */
export const highestScore = 0.99;

/** Adds up what speaks about an account: a logistic sum, each summand shown. */
export function sumOf(terms: readonly Term[], model: Model): AccountSum {
  const reasons = terms
    .map(({ name, amount, findings }) => ({
      name,
      amount,
      weight: amount * termOf(model, name).weight,
      findings,
    }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || compareText(one.name, other.name));
  const total = reasons.reduce((sum, { weight }) => sum + weight, model.prior);
  const score = reasons.length === 0 ? 0 : roundScore(Math.min(highestScore, probability(total)));
  return { prior: model.prior, reasons, score };
}

/**
 * The score of one that belongs to a group: the group's log-odds, by how firmly it holds there (`held`, in (0, 1]).
 */
export function memberSum(
  { total, terms }: Pick<Judged, 'total' | 'terms'>,
  held: number,
  { prior }: Pick<Model, 'prior'>,
): AccountSum {
  const weight = total + Math.log(held) - prior;
  if (weight <= 0) return { prior, reasons: [], score: 0 };
  const findings = [...new Set(terms.flatMap((term) => term.findings))].sort();
  return {
    prior,
    reasons: [{ name: 'belongs:group', amount: held, weight, findings }],
    score: roundScore(Math.min(highestScore, probability(prior + weight))),
  };
}
