import { weighedSums, type MovedWeight, type WeighedSum } from '../../../domain/calibration.ts';
import type { HonestExplanation } from '../../../domain/honest-explanation.ts';
import { logOdds, probability, termOf, type Model, type Weights } from './weights.ts';

/** Every number of the weights by one name, whether a weight, a prior or the threshold. */

/** The prior of a sum, as a term. */
export const priorTerm = 'prior';

/** The log-odds from which something is believed, as a term. */
export const leastTerm = 'least';

/** What pairs in decided sets have beyond others, since somebody found the set: it is learned, and thrown away. */
export const pickedTerm = 'picked';

const rivalPrefix = 'rival:';

/** The prior of a scheme against an honest explanation, as a term. */
export function rivalTerm(explanation: HonestExplanation): string {
  return `${rivalPrefix}${explanation}`;
}

export function isRival(term: string): boolean {
  return term.startsWith(rivalPrefix);
}

function rivalOf(term: string): HonestExplanation {
  return term.slice(rivalPrefix.length) as HonestExplanation;
}

/** In log-odds. */
export function weightIn(weights: Weights, sum: WeighedSum, term: string): number {
  if (sum === 'cluster') return logOdds(weights.cluster.least);
  if (isRival(term)) return weights.group.rivals[rivalOf(term)].prior;
  return term === priorTerm ? weights[sum].prior : termOf(weights[sum], term).weight;
}

/** As it is told: of the threshold the score, of all else log-odds with two decimals, as `weights.json` has them. */
export function toldWeight(sum: WeighedSum, logOdds: number): number {
  const [value, step] = sum === 'cluster' ? [probability(logOdds), 1_000] : [logOdds, 100];
  return Math.round(value * step) / step;
}

/** `weights` with those numbers, as they are told, in the place of theirs. */
export function withWeights(
  weights: Weights,
  moved: readonly Pick<MovedWeight, 'sum' | 'term' | 'shipped' | 'to' | 'decisions'>[],
): Weights {
  const is = structuredClone(weights);
  for (const { sum, term, shipped, to, decisions } of moved) {
    if (to === shipped) continue;
    const why = `estimated from ${decisions} decisions on this platform; shipped: ${shipped}`;
    if (sum === 'cluster') is.cluster = { least: to, why };
    else if (isRival(term)) Object.assign(is.group.rivals[rivalOf(term)], { prior: to, why });
    else if (term === priorTerm) Object.assign<Model, Partial<Model>>(is[sum], { prior: to, why });
    else is[sum].terms[term] = { weight: to, why };
  }
  return is;
}

/** Every number of `other` that is not as in `weights`. */
export function otherThan(weights: Weights, other: Weights): { sum: WeighedSum; term: string }[] {
  const named = weighedSums.flatMap((sum) =>
    termsIn(other, sum).map((term): { sum: WeighedSum; term: string } => ({ sum, term })),
  );
  return named.filter(
    ({ sum, term }) => weightIn(weights, sum, term) !== weightIn(other, sum, term),
  );
}

function termsIn(weights: Weights, sum: WeighedSum): string[] {
  if (sum === 'cluster') return [leastTerm];
  const terms = [priorTerm, ...Object.keys(weights[sum].terms)];
  const rivals = Object.keys(weights.group.rivals) as HonestExplanation[];
  return sum === 'group' ? [...terms, ...rivals.map(rivalTerm)] : terms;
}
