import { Cron } from 'croner';
import { messages } from '../../domain/messages/index.ts';
import { InvalidDataError } from './problems.ts';

const text = messages.schedules.times;

/** The moments that a cron expression names in a time zone. */
export interface Times {
  /** The first after `from`; null when there is none. */
  after: (from: Date) => Date | null;
  /** The last one that is not after `now`; null when there is none. */
  upTo: (now: Date) => Date | null;
}

/**
 * A time of day that a night skips comes at the first moment after the gap, and one that a night has twice comes once, the first
 * time; what runs every so many minutes goes on evenly. Throws InvalidDataError, at `cron` or `timezone`.
 */
export function readTimes(cron: string, timezone: string): Times {
  checkZone(timezone);
  const job = parse(cron, timezone);
  return {
    after: (from) => job.nextRun(from),
    // The library looks strictly before, by the second.
    upTo: (now) => job.previousRuns(1, new Date(now.getTime() + 1))[0] ?? null,
  };
}

/** Throws InvalidDataError too when no such moment will come. */
export function nextTimes(cron: string, timezone: string, from: Date, count: number): Date[] {
  const times = readTimes(cron, timezone);
  const found: Date[] = [];
  for (let at = times.after(from); at && found.length < count; at = times.after(at)) found.push(at);
  if (found.length === 0) throw refused('cron', text.never(cron));
  return found;
}

function parse(cron: string, timezone: string): Cron {
  // The library reads what has a colon as one moment, not as an expression.
  if (cron.includes(':')) throw refused('cron', text.badCron(cron, text.colon));
  try {
    return new Cron(cron, {
      timezone,
      paused: true,
      mode: '5-or-6-parts',
      fixedTimeRule: 'no-wildcard',
    });
  } catch (error) {
    throw refused('cron', text.badCron(cron, reason(error)));
  }
}

/** By name alone: an offset such as +01:00 knows no summer time. Throws InvalidDataError, at `timezone`. */
export function checkZone(timezone: string): void {
  try {
    if (!/^[A-Za-z]/.test(timezone)) throw new RangeError(timezone);
    new Intl.DateTimeFormat('en', { timeZone: timezone });
  } catch {
    throw refused('timezone', text.badZone(timezone));
  }
}

function refused(where: string, problem: string): InvalidDataError {
  return new InvalidDataError(problem, [{ where, problem }]);
}

/** Without the library's own name in front. */
function reason(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.replace(/^CronPattern: /, '').replace(/\.$/, '');
}
