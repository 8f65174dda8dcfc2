import { messages } from '../../../domain/messages/index.ts';
import { formatError } from '../../platform/format-error.ts';
import { NotAllowedError } from '../../platform/problems.ts';
import { inEnglish } from '../../platform/locale.ts';
import type { Clock } from '../../platform/clock.ts';
import { HeldJob, Interrupted, type Ending } from './held-job.ts';
import { workOn, type Workshop } from './work.ts';

const text = messages.schedules;

/** The wait after a first failure; it doubles with each further one, up to the longest. */
const [firstWaitMs, longestWaitMs] = [60_000, 60 * 60_000];
/** So many servers may die at one job before it is taken to be the job's doing. */
const mostDeaths = 3;

export interface Attempting extends Workshop {
  clock: Clock;
  log: (line: string) => void;
}

/** Makes one attempt at a job and ends it, or gives it back to be tried again. Throws nothing that is the job's. */
export function attempt(held: HeldJob, attempting: Attempting): Promise<void> {
  return inEnglish(() => attemptInEnglish(held, attempting));
}

async function attemptInEnglish(held: HeldJob, attempting: Attempting): Promise<void> {
  const { job } = held;
  const { log } = attempting;
  log(text.server.began(job.name, job.id));
  held.keep();
  try {
    const ending = await reached(held, attempting);
    await held.end(ending);
    log(text.server.ended(job.name, job.id, ending.text));
  } catch (error) {
    if (error instanceof Interrupted && error.why === 'lost')
      log(text.server.lost(job.name, job.id));
    // The database does not answer: the lease runs out, and the job is taken up again.
    else log(text.server.ended(job.name, job.id, formatError(error).text));
  } finally {
    held.release();
    // Whatever still waits for the clock need not.
    held.interrupt('stopped');
  }
}

async function reached(held: HeldJob, attempting: Attempting): Promise<Ending> {
  const { clock } = attempting;
  if (held.deaths > mostDeaths)
    return failedFor(text.log.died(held.deaths), text.log.died(held.deaths));
  const begun = performance.now();
  try {
    await sayBeginning(held);
    limitTime(held, clock);
    // What does not heed the signal is not waited for; it can store nothing any more.
    await Promise.race([workOn(held, attempting), interruptionOf(held)]);
    const seconds = Math.round(performance.now() - begun) / 1_000;
    return { state: 'done', text: text.log.done(seconds) };
  } catch (error) {
    return endingAfter(error, held, clock);
  }
}

async function sayBeginning(held: HeldJob): Promise<void> {
  const { holder, token, attempt: number, attempts, missed_since } = held.job;
  if (held.deaths > 0) await held.say(null, text.log.takenOver(holder ?? ''));
  else await held.say(null, text.log.taken(holder ?? '', number, attempts));
  if (token === 1 && missed_since !== null) await held.say(null, text.log.missed(missed_since));
}

function limitTime(held: HeldJob, clock: Clock): void {
  const limit = new Date(clock.now().getTime() + held.plan.time_limit_minutes * 60_000);
  void clock.until(limit, held.signal).then(() => held.interrupt('late'));
}

function interruptionOf(held: HeldJob): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(held.signal.reason as Interrupted);
    if (held.signal.aborted) end();
    else held.signal.addEventListener('abort', end, { once: true });
  });
}

function endingAfter(error: unknown, held: HeldJob, clock: Clock): Ending {
  // A step may throw an error of its own because it was interrupted.
  const interrupted = held.signal.aborted ? (held.signal.reason as Interrupted) : error;
  if (interrupted instanceof Interrupted) return endingOf(interrupted, held, clock);
  const why = formatError(error).text;
  const { attempt: number, attempts } = held.job;
  // Only the operator can mend what is not allowed, and no wait does.
  if (number >= attempts || interrupted instanceof NotAllowedError)
    return failedFor(text.log.failed(why), why);
  const waitMs = Math.min(firstWaitMs * 2 ** (number - 1), longestWaitMs);
  const nextAt = new Date(clock.now().getTime() + waitMs);
  const said = text.log.again(why, nextAt.toISOString());
  return { state: 'waiting', text: said, problem: why, nextAt };
}

function endingOf(interrupted: Interrupted, held: HeldJob, clock: Clock): Ending {
  switch (interrupted.why) {
    case 'lost':
      throw interrupted;
    case 'cancelled':
      return { state: 'cancelled', text: text.log.cancelled };
    case 'late': {
      const said = text.log.late(held.plan.time_limit_minutes);
      return failedFor(said, said);
    }
    case 'stopped':
      return { state: 'waiting', text: text.log.stopped, nextAt: clock.now(), uncounted: true };
  }
}

function failedFor(said: string, problem: string): Ending {
  return { state: 'failed', text: said, problem };
}
