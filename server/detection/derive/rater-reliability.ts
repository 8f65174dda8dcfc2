import type { GivenRating } from './given-ratings.ts';

/** A rating, and how it stands beside what all others say of the same account. */
export interface WeighedRating extends GivenRating {
  /** What the others say, each by its own reliability, within the scale from 0 to 1. */
  others: number;
  /** How much of others there is: the sum of their reliabilities. */
  weight: number;
  /** From −1 (praises whom they warn of, or the reverse) to 1 (is of one mind with them). */
  support: number;
}

/**
 * Reliability and consensus take turns a fixed number of times, so that an account's figure rests on a
 * bounded neighbourhood: raters, whom they rate, who else rates those, and so on, three times over.
 */
const rounds = 3;
/** So much of the platform's mean stands in for others where few have spoken. */
const consensusPrior = 1;
/** So many ratings of usual agreement stand in for a record that is short. */
const recordPrior = 2;
/** A rater counts by what its record proves, not by what it may be: two standard errors below its mean. */
const caution = 2;
/** The least that a rater counts, so that a consensus never divides by nothing. */
const leastReliability = 0.01;
/** Before anything is known of raters, all count alike. */
const startReliability = 0.5;

/**
 * Weighs every rating by the fairness of whoever gives it and the agreement of those who rate the same account:
 * the core of REV2 (Kumar, Hooi, Makhija, Kumar, Faloutsos, Subrahmanian: REV2, Fraudulent User Prediction in
 * Rating Platforms, WSDM 2018), and before it of fairness and goodness (Kumar et al., ICDM 2016), with two
 * changes: a rating is compared with what *others* say, its own part taken out; and a rater's weight is the
 * lower bound of its record, so that a crowd of new accounts which confirm each other counts for little.
 *
 * A rater's figures rest on the ratings it gives alone, never on those it receives.
 */
export function weighRatings(ratings: readonly GivenRating[]): WeighedRating[] {
  const byRater = groupBy(ratings, (rating) => rating.rater);
  const byRated = groupBy(ratings, (rating) => rating.rated);
  const mean = hundredths(average(ratings.map((rating) => rating.value)));
  const reliability = new Map([...byRater.keys()].map((rater) => [rater, startReliability]));
  const others = new Float64Array(ratings.length).fill(mean);
  const weights = new Float64Array(ratings.length);
  const counts = (index: number) => reliability.get(ratings[index]!.rater)! ** 2;

  for (let round = 0; round < rounds; round += 1) {
    for (const indexes of byRated.values()) {
      let sum = 0;
      let weight = 0;
      for (const index of indexes) {
        sum += counts(index) * ratings[index]!.value;
        weight += counts(index);
      }
      for (const index of indexes) {
        const own = counts(index);
        weights[index] = Math.max(0, weight - own);
        const rest = Math.max(0, sum - own * ratings[index]!.value);
        others[index] = (consensusPrior * mean + rest) / (consensusPrior + weights[index]);
      }
    }
    const confidence = (index: number) => weights[index]! / (weights[index]! + consensusPrior);
    const agreement = (index: number) => 1 - Math.abs(ratings[index]!.value - others[index]!);
    const usual = usualAgreement(ratings.length, confidence, agreement);
    for (const [rater, indexes] of byRater) {
      let agreed = recordPrior * usual;
      let record = recordPrior;
      for (const index of indexes) {
        agreed += confidence(index) * agreement(index);
        record += confidence(index);
      }
      const fairness = agreed / record;
      const error = Math.sqrt((fairness * (1 - fairness)) / (record + 1));
      reliability.set(rater, Math.max(leastReliability, fairness - caution * error));
    }
  }
  return ratings.map((rating, index) => ({
    ...rating,
    others: others[index]!,
    weight: weights[index]!,
    support: Math.sign(rating.value - 0.5) * (2 * others[index]! - 1),
  }));
}

function usualAgreement(
  count: number,
  confidence: (index: number) => number,
  agreement: (index: number) => number,
): number {
  let agreed = 0;
  let heard = 0;
  for (let index = 0; index < count; index += 1) {
    agreed += confidence(index) * agreement(index);
    heard += confidence(index);
  }
  return heard === 0 ? 1 : hundredths(agreed / heard);
}

/** What is usual on the platform is rounded, so that one more row does not move every account. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0.5 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The indexes of the ratings of each. */
function groupBy(
  ratings: readonly GivenRating[],
  of: (rating: GivenRating) => string,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  ratings.forEach((rating, index) => {
    const group = groups.get(of(rating));
    if (group) group.push(index);
    else groups.set(of(rating), [index]);
  });
  return groups;
}
