import { messages } from '../messages/later.ts';
import type { PatternPrecision } from '../watched-pattern.ts';

/** How often a version of a watched pattern, or a trial of it, is right: confirmed of how many, with the interval. */
export function measuredLabel({
  confirmed,
  dismissed,
  precision,
  low,
  high,
}: Omit<PatternPrecision, 'other' | 'undecided'>): string {
  const { measured, notMeasured } = messages.watchedPattern;
  if (precision === null || low === null || high === null) return notMeasured;
  return measured(confirmed, confirmed + dismissed, precision, low, high);
}
