import { compareText } from '../domain/compare-text.ts';
/**
 * Logistic regression with weights that are never negative and are drawn towards what was assumed before: a
 * term that the data says nothing of keeps its assumed weight, and none can speak for innocence. Solved by
 * Newton steps, one coordinate after the other.
 */
export interface Row {
  /** By the term's name, its amount in [0, 1]. */
  terms: ReadonlyMap<string, number>;
  positive: boolean;
  /** How many rows it stands for. */
  count: number;
}

export interface Assumed {
  prior: number;
  weightOf: (term: string) => number;
  /** How strongly the assumed weights hold: the inverse of their variance. */
  strength: number;
}

export interface Fitted {
  prior: number;
  weights: Map<string, number>;
}

const mostRounds = 300;
const settled = 1e-5;
const longestStep = 1;

export function fitLogistic(rows: readonly Row[], assumed: Assumed): Fitted {
  const columns = columnsOf(rows);
  const margins = Float64Array.from(rows, ({ terms }) =>
    [...terms].reduce((sum, [term, x]) => sum + assumed.weightOf(term) * x, assumed.prior),
  );
  const weights = new Map([...columns.keys()].map((term) => [term, assumed.weightOf(term)]));
  let prior = assumed.prior;
  for (let round = 0; round < mostRounds; round++) {
    const moved = stepFor(rows, margins, null);
    prior += moved;
    let furthest = Math.abs(moved);
    for (const [term, column] of columns) {
      const from = weights.get(term)!;
      const pull = { from, to: assumed.weightOf(term), strength: assumed.strength };
      const step = stepFor(rows, margins, column, pull);
      weights.set(term, from + step);
      furthest = Math.max(furthest, Math.abs(step));
    }
    if (furthest < settled) break;
  }
  return { prior, weights };
}

interface Column {
  rows: number[];
  amounts: number[];
}

interface Pull {
  from: number;
  to: number;
  strength: number;
}

function columnsOf(rows: readonly Row[]): Map<string, Column> {
  const columns = new Map<string, Column>();
  rows.forEach(({ terms }, index) => {
    for (const [term, amount] of terms) {
      const column = columns.get(term) ?? { rows: [], amounts: [] };
      columns.set(term, column);
      column.rows.push(index);
      column.amounts.push(amount);
    }
  });
  return new Map([...columns].sort(([a], [b]) => compareText(a, b)));
}

/** One Newton step along a column (null: the prior), taken in `margins` as well; returns its length. */
function stepFor(
  rows: readonly Row[],
  margins: Float64Array,
  column: Column | null,
  pull?: Pull,
): number {
  let slope = pull ? -pull.strength * (pull.from - pull.to) : 0;
  let curve = pull ? pull.strength : 1e-9;
  const size = column ? column.rows.length : rows.length;
  for (let at = 0; at < size; at++) {
    const index = column ? column.rows[at]! : at;
    const x = column ? column.amounts[at]! : 1;
    const { positive, count } = rows[index]!;
    const p = 1 / (1 + Math.exp(-margins[index]!));
    slope += count * x * ((positive ? 1 : 0) - p);
    curve += count * x * x * p * (1 - p);
  }
  let step = Math.max(-longestStep, Math.min(longestStep, slope / curve));
  if (pull) step = Math.max(step, -pull.from);
  for (let at = 0; at < size; at++)
    margins[column ? column.rows[at]! : at]! += step * (column ? column.amounts[at]! : 1);
  return step;
}
