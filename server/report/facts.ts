import { readableTime } from './dates.ts';
import { showInvisible } from './html.ts';

/** A finding's figures as a person reads them: the names in words, lists with commas. */
export function readableFacts(facts: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(facts).map(([name, value]) => [readableName(name), readableValue(value)]);
}

/** `payout_accounts` → `payout accounts`, `sharedDays` → `shared days`. */
export function readableName(name: string): string {
  return showInvisible(name)
    .replaceAll(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after}`)
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

export function readableValue(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return readableNumber(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length > 0 ? value.map(readableValue).join(', ') : '–';
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, part]) => `${readableName(name)}: ${readableValue(part)}`)
      .join('; ');
  return typeof value === 'string' ? readableTime(value) : JSON.stringify(value);
}

/** Four digits are not grouped, since they may be a year. */
function readableNumber(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 3, useGrouping: 'min2' });
}
