import { compareText } from '../../../domain/compare-text.ts';
import { roundScore, type Reason } from '../../../domain/finding.ts';
import { highestScore } from '../../../domain/score.ts';
import type { Term } from './terms.ts';
import type { Judged } from '../group/judge.ts';
import { countedOnce, type Counted } from '../link/same-rows.ts';
import { probability, termOf, type Model } from '../weights/weights.ts';

export interface AccountSum {
  prior: number;
  /** Heaviest first. */
  reasons: Reason[];
  score: number;
}

/** The rows by which a finding ties the account to others; none of one that ties nobody. */
export type RowsOf = (finding: string) => ReadonlySet<string>;

const nothing: RowsOf = () => new Set();

/**
 * Adds up what speaks about an account: a logistic sum, each summand shown. What it shows itself by the same rows as
 * something that tells more counts for the share of its rows that is its own.
 */
export function sumOf(terms: readonly Term[], model: Model, rowsOf: RowsOf = nothing): AccountSum {
  const alone = terms
    .map(({ name, amount, findings }) => ({
      name,
      amount,
      weight: amount * termOf(model, name).weight,
      findings,
    }))
    .filter(({ weight }) => weight > 0);
  const shares = ownShares(alone, rowsOf);
  const reasons = alone
    .map((reason): Reason => {
      const share = shares.get(whatIsOwn(reason.name) ?? '');
      if (!share || share.with === null) return reason;
      return { ...reason, weight: reason.weight * share.own, same_rows_as: share.with };
    })
    .sort((one, other) => other.weight - one.weight || compareText(one.name, other.name));
  const total = reasons.reduce((sum, { weight }) => sum + weight, model.prior);
  const score = reasons.length === 0 ? 0 : roundScore(Math.min(highestScore, probability(total)));
  return { prior: model.prior, reasons, score };
}

/** The detector of `own:<detector>` and `plain:<detector>`; null of what others show. */
function whatIsOwn(name: string): string | null {
  return /^(?:own|plain):(.*)$/.exec(name)?.[1] ?? null;
}

/** By detector, how much of what the account shows itself counts beside the rest of it. */
function ownShares(
  reasons: readonly Reason[],
  rowsOf: RowsOf,
): ReadonlyMap<string, Omit<Counted<never>, 'item'>> {
  const shown = new Map<string, { weight: number; finding: string }>();
  for (const { name, weight, findings } of reasons) {
    const detector = whatIsOwn(name);
    if (detector === null) continue;
    const known = shown.get(detector)?.weight ?? 0;
    shown.set(detector, { weight: known + weight, finding: findings[0]! });
  }
  const weighing = [...shown].map(([detector, { weight, finding }]) => ({
    ...{ weight, finding, kind: detector },
    rows: rowsOf(finding),
  }));
  return new Map(countedOnce(weighing).map(({ item, ...share }) => [item.kind, share]));
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
