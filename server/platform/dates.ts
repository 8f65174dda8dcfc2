import { messages } from '../../domain/messages/index.ts';

/**
 * A stored time, or date, as a person reads it in the language in force: `2018-05-31 14:00 UTC`, or in French
 * `31 mai 2018, 14 h 00 UTC`; anything else stays as it is.
 */
export function readableTime(time: string): string {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)|$)/.exec(time) ?? [];
  return day ? messages.report.moment({ day, minute: minute ?? null }) : time;
}
