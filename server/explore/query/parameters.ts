import type { ParameterValue, ParameterValues } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/index.ts';

/** Lists and maps in one another: deeper than any value that a query looks into. */
const deepest = 20;
/** Values in all: more than a person hands over, and few enough for the server to take at once. */
const mostValues = 100_000;

/** Why values cannot be sent; null when they can. */
export function refusedParameters(values: ParameterValues): string | null {
  let level: ParameterValue[] = [values];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > deepest) return messages.queries.refused.deepValues(deepest);
    if (count > mostValues) return messages.queries.refused.manyValues(mostValues);
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return null;
}

/** As the driver sends them: a whole number as an integer, since it sends every other number as a float. */
export function sentParameters(values: ParameterValues): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sent(value)]));
}

function sent(value: ParameterValue): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(sent);
  if (typeof value === 'object' && value !== null) return sentParameters(value);
  return value;
}
