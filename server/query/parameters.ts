import type { ParameterValue, ParameterValues } from '../../domain/query.ts';

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
