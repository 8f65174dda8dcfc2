import { Cron } from 'croner';
import { words } from '../../domain/words/index.ts';
import { UsageError } from '../problems.ts';

const says = words.report.schedule;

export interface ScheduleOptions {
  /** Five fields, or six with seconds in front. */
  cron: string;
  /** IANA; the machine's own when left out. */
  timezone?: string;
  /** What is done each time. What it throws is logged and ends nothing. */
  run: () => void | Promise<void>;
  log: (line: string) => void;
}

export interface Schedule {
  /** Null once it is stopped. */
  next: () => Date | null;
  /** Nothing begins after this; what is at work is not waited for, and says nothing any more. */
  stop: () => void;
}

/** Runs something again and again, never twice at once. Throws UsageError when the expression names no time. */
export function startSchedule({ cron, timezone, run, log }: ScheduleOptions): Schedule {
  const job = readCron(cron, timezone);
  const say = (line: string) => {
    if (!job.isStopped()) log(line);
  };
  const announce = () => {
    const next = job.nextRun();
    if (next) say(says.next(next.toISOString()));
  };
  let busy = false;
  job.schedule(async () => {
    if (busy) {
      say(says.overlap);
      return;
    }
    busy = true;
    try {
      await run();
    } catch (error) {
      say(says.failed(error instanceof Error ? error.message : String(error)));
    } finally {
      busy = false;
    }
    announce();
  });
  announce();
  return { next: () => job.nextRun(), stop: () => job.stop() };
}

/** Throws UsageError, so that a mistake shows before anything is started. */
export function checkSchedule(cron: string, timezone?: string): void {
  readCron(cron, timezone);
}

/** A job that does nothing yet. */
function readCron(cron: string, timezone: string | undefined): Cron {
  checkZone(timezone);
  const job = parse(cron, timezone);
  if (!job.nextRun()) throw new UsageError(says.never(cron));
  return job;
}

function parse(cron: string, timezone: string | undefined): Cron {
  // The library reads what has a colon as one moment, not as an expression.
  if (cron.includes(':')) throw new UsageError(says.badCron(cron, says.colon));
  try {
    // A timer that holds the process would keep a stopping server alive.
    return new Cron(cron, { unref: true, ...(timezone === undefined ? {} : { timezone }) });
  } catch (error) {
    throw new UsageError(says.badCron(cron, reason(error)));
  }
}

function checkZone(timezone: string | undefined): void {
  if (timezone === undefined) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
  } catch {
    throw new UsageError(says.badZone(timezone));
  }
}

/** Without the library's own name in front. */
function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^CronPattern: /, '').replace(/\.$/, '');
}
