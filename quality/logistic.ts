import { fitRows, type Row } from '../server/detection/calibrate/map-logistic.ts';

/** The regression of `skein calibrate`, with a prior that nothing is assumed of and weights that are never negative. */
export interface Assumed {
  prior: number;
  weightOf: (term: string) => number;
  /** How strongly the assumed weights hold: the inverse of their variance. */
  strength: number;
  /** No weight falls below it; 0 when absent. */
  floorOf?: (term: string) => number;
}

export interface Fitted {
  prior: number;
  weights: Map<string, number>;
}

/** Sorts before every term, and is none: those are `<kind>:<what>`. */
const prior = '';

export function fitLogistic(rows: readonly Row[], assumed: Assumed): Fitted {
  const { weights } = fitRows(
    rows.map((row) => ({ ...row, terms: new Map([[prior, 1], ...row.terms]) })),
    {
      weightOf: (term) => (term === prior ? assumed.prior : assumed.weightOf(term)),
      strengthOf: (term) => (term === prior ? 0 : assumed.strength),
      floorOf: (term) => (term === prior ? -Infinity : (assumed.floorOf?.(term) ?? 0)),
    },
  );
  const fitted = weights.get(prior)!;
  weights.delete(prior);
  return { prior: fitted, weights };
}
