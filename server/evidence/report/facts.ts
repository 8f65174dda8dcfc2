import { messages } from '../../../domain/messages/index.ts';
import { readableTime } from '../../platform/dates.ts';
import { showInvisible } from '../../platform/document/html.ts';

/** What figures are called in the language in force, where that is not by their own names. */
export type FactNames = Readonly<Record<string, string>>;

/** A finding's figures as a person reads them: the names in words, lists with commas. */
export function readableFacts(
  facts: Readonly<Record<string, unknown>>,
  names: FactNames = {},
): [string, string][] {
  return Object.entries(facts).map(([name, value]) => [
    readableName(name, names),
    readableValue(value, names),
  ]);
}

/** `payout_accounts` → `payout accounts`, `sharedDays` → `shared days`. */
export function readableName(name: string, names: FactNames = {}): string {
  if (Object.hasOwn(names, name)) return names[name]!;
  return showInvisible(name)
    .replaceAll(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after}`)
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Numbers, times, lists and yes or no in the language in force. */
export function readableValue(value: unknown, names: FactNames = {}): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return messages.report.number(value, 3);
  if (typeof value === 'boolean')
    return value ? messages.page.details.yes : messages.page.details.no;
  if (Array.isArray(value))
    return value.length > 0 ? value.map((part) => readableValue(part, names)).join(', ') : '–';
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, part]) =>
        messages.report.named(readableName(name, names), readableValue(part, names)),
      )
      .join(messages.report.between);
  return typeof value === 'string' ? readableTime(value) : JSON.stringify(value);
}

/** A score, strength or weight, with two decimals. */
export function readableScore(value: number): string {
  return messages.report.hundredths(value);
}
