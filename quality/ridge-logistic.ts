/** A plain logistic regression for measuring what simple features can tell; the product ships none of it. */
export interface Example {
  features: readonly number[];
  positive: boolean;
}

/** Weights have this much pull to zero, in units of one standard deviation of a feature. */
const ridge = 1;
const rounds = 400;
const rate = 0.5;

/** Trains on examples and returns what scores the features of another. */
export function trainLogistic(
  examples: readonly Example[],
): (features: readonly number[]) => number {
  const width = examples[0]?.features.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) =>
    examples.map(({ features }) => features[column]!),
  );
  const means = columns.map((values) => mean(values));
  const spreads = columns.map((values, column) =>
    Math.max(1e-9, Math.sqrt(mean(values.map((value) => (value - means[column]!) ** 2)))),
  );
  const scaled = (features: readonly number[]) =>
    features.map((value, column) => (value - means[column]!) / spreads[column]!);
  const rows = examples.map(({ features, positive }) => ({ x: scaled(features), positive }));
  const weights = new Array<number>(width).fill(0);
  let offset = 0;
  const score = (x: readonly number[]) =>
    1 / (1 + Math.exp(-x.reduce((sum, value, column) => sum + value * weights[column]!, offset)));
  for (let round = 0; round < rounds; round += 1) {
    const errors = rows.map(({ x, positive }) => (positive ? 1 : 0) - score(x));
    offset += rate * mean(errors);
    for (let column = 0; column < width; column += 1) {
      const slope = mean(rows.map(({ x }, index) => x[column]! * errors[index]!));
      weights[column] =
        weights[column]! + rate * (slope - (ridge * weights[column]!) / rows.length);
    }
  }
  return (features) => score(scaled(features));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
