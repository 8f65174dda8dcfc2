import { compareText } from '../../../domain/compare-text.ts';

/**
 * Logistic regression whose weights are drawn towards what was assumed before, by a Gaussian each, and never fall below
 * a floor: a term that the data says nothing of keeps its assumed weight. Solved by Newton steps, one coordinate after
 * the other.
 */
export interface Row {
  /** By the term's name, its amount. */
  terms: ReadonlyMap<string, number>;
  positive: boolean;
  /** How many rows it stands for; may be a part of one. */
  count: number;
  /** What its log-odds hold beside the terms; nothing when absent. */
  offset?: number;
}

export interface Assumed {
  weightOf: (term: string) => number;
  /** How strongly the assumed weight holds: the inverse of its variance. */
  strengthOf: (term: string) => number;
  /** No weight falls below it; -Infinity where it may be any. */
  floorOf: (term: string) => number;
}

export interface Fitted {
  /** Of each term that some row shows. */
  weights: Map<string, number>;
  /** Of each, the standard deviation of what it may be (Laplace: as if the likelihood were a Gaussian around its top). */
  spread: () => Map<string, number>;
}

const mostRounds = 300;
const settled = 1e-5;
const longestStep = 1;
/** Where nothing is assumed and the rows are sure of themselves, a step must still have an end. */
const leastCurve = 1e-9;

export function fitRows(rows: readonly Row[], assumed: Assumed): Fitted {
  const columns = columnsOf(rows);
  const weights = new Map([...columns.keys()].map((term) => [term, assumed.weightOf(term)]));
  const margins = Float64Array.from(rows, ({ terms, offset = 0 }) =>
    [...terms].reduce((sum, [term, x]) => sum + weights.get(term)! * x, offset),
  );
  for (let round = 0; round < mostRounds; round++) {
    let furthest = 0;
    for (const [term, column] of columns) {
      const step = stepFor(rows, margins, column, pullOn(term, weights.get(term)!, assumed));
      weights.set(term, weights.get(term)! + step);
      furthest = Math.max(furthest, Math.abs(step));
    }
    if (furthest < settled) break;
  }
  return { weights, spread: () => spreadOf(rows, margins, columns, assumed) };
}

interface Column {
  rows: number[];
  amounts: number[];
}

interface Pull {
  from: number;
  to: number;
  strength: number;
  floor: number;
}

function pullOn(term: string, from: number, { weightOf, strengthOf, floorOf }: Assumed): Pull {
  return { from, to: weightOf(term), strength: strengthOf(term), floor: floorOf(term) };
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

/** One Newton step along a column, taken in `margins` as well; returns its length. */
function stepFor(
  rows: readonly Row[],
  margins: Float64Array,
  column: Column,
  { from, to, strength, floor }: Pull,
): number {
  let slope = -strength * (from - to);
  let curve = strength + leastCurve;
  column.rows.forEach((index, at) => {
    const x = column.amounts[at]!;
    const { positive, count } = rows[index]!;
    const p = 1 / (1 + Math.exp(-margins[index]!));
    slope += count * x * ((positive ? 1 : 0) - p);
    curve += count * x * x * p * (1 - p);
  });
  const wanted = Math.max(-longestStep, Math.min(longestStep, slope / curve));
  const step = Math.max(wanted, floor - from);
  column.rows.forEach((index, at) => {
    margins[index]! += step * column.amounts[at]!;
  });
  return step;
}

function spreadOf(
  rows: readonly Row[],
  margins: Float64Array,
  columns: ReadonlyMap<string, Column>,
  { strengthOf }: Assumed,
): Map<string, number> {
  const terms = [...columns.keys()];
  const place = new Map(terms.map((term, at) => [term, at]));
  const curvature = terms.map((term, at) =>
    terms.map((_, other) => (other === at ? strengthOf(term) + leastCurve : 0)),
  );
  rows.forEach(({ terms: shown, count }, index) => {
    const p = 1 / (1 + Math.exp(-margins[index]!));
    const information = count * p * (1 - p);
    for (const [one, x] of shown)
      for (const [other, y] of shown)
        curvature[place.get(one)!]![place.get(other)!]! += information * x * y;
  });
  const variances = diagonalOfInverse(curvature);
  return new Map(terms.map((term, at) => [term, Math.sqrt(variances[at]!)]));
}

/** Of a symmetric positive matrix, by Cholesky. */
function diagonalOfInverse(matrix: readonly (readonly number[])[]): number[] {
  const size = matrix.length;
  const lower = matrix.map(() => new Float64Array(size));
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row]![column]!;
      for (let at = 0; at < column; at++) sum -= lower[row]![at]! * lower[column]![at]!;
      lower[row]![column] =
        row === column ? Math.sqrt(Math.max(leastCurve, sum)) : sum / lower[column]![column]!;
    }
  return matrix.map((_, unit) => {
    // Of the inverse, the entry is the squared length of the inverted factor's column.
    const solved = new Float64Array(size);
    let squared = 0;
    for (let row = unit; row < size; row++) {
      let sum = row === unit ? 1 : 0;
      for (let at = unit; at < row; at++) sum -= lower[row]![at]! * solved[at]!;
      solved[row] = sum / lower[row]![row]!;
      squared += solved[row]! ** 2;
    }
    return squared;
  });
}
