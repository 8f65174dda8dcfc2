import { messages } from '../../../domain/messages/index.ts';

/** The days that US rules give for filing: 31 CFR 1020.320(b)(3), 1022.320(b)(3). */
export const filingDays = 30;
/** Where no suspect is identified. */
export const filingDaysAtMost = 60;

/** The calendar day so many days after a day, both as `2026-11-30`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Why a text is no day on which something can have been decided, in a line; null where it is one. 30 February is none. */
export function dayProblem(
  text: string,
  today = new Date().toISOString().slice(0, 10),
): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || !isDay(text))
    return messages.narrative.badDate(text, today);
  return text > today ? messages.narrative.laterDate(text, today) : null;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
