import { compareText } from '../../../domain/compare-text.ts';
import { roundScore, type Reason } from '../../../domain/finding.ts';
import type { Term } from './terms.ts';
import { probability, termOf, type Model } from '../weights/weights.ts';

export interface AccountSum {
  prior: number;
  /** Heaviest first. */
  reasons: Reason[];
  score: number;
}

/** However much speaks for it, a machine is never certain. */
const highestScore = 0.99;

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
