/** Applies the rules of retention once a day, beside any number of other servers on the same database. */
import { createHash } from 'node:crypto';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { formatError } from '../../platform/format-error.ts';
import { inEnglish } from '../../platform/locale.ts';
import { ConflictError } from '../../platform/problems.ts';
import { silentProgress } from '../../platform/progress.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Clock } from '../../platform/clock.ts';
import { readTimes } from '../../platform/times.ts';
import { applyRules } from './apply-rules.ts';
import { claimAging, endAging, renewAging, seeRules } from './aging-store.ts';
import { readRetention, type Retention } from './rules.ts';

const text = messages.retention.daily;

/** How long a server that died keeps the day's applying from others. */
const leaseMs = 60_000;
/** After which it is tried again: where somebody loads, and where something else went wrong. */
const [soonMs, laterMs] = [5 * 60_000, 60 * 60_000];

interface Applying {
  database: Database;
  settings: Pick<Settings, 'home'>;
  clock: Clock;
  log: (line: string) => void;
}

/** The moment from which on rules are to have been applied, up to now; null where that is by command alone. */
function dueOf({ at, timezone, rules }: Retention, now: Date): Date | null {
  return timesOf({ at, timezone, rules })?.upTo(now) ?? null;
}

/** When they are applied next; null where that is by command alone. */
export function nextOf(retention: Retention, now: Date): Date | null {
  return timesOf(retention)?.after(now) ?? null;
}

/** Rules that are otherwise, or at another time, are others. */
function digestOf(retention: Retention): string {
  return createHash('sha256').update(JSON.stringify(retention)).digest('hex');
}

function timesOf({ at, timezone, rules }: Retention) {
  if (at === null || Object.keys(rules).length === 0) return null;
  const [hour, minute] = at.split(':');
  return readTimes(`${Number(minute)} ${Number(hour)} * * *`, timezone);
}

export class DailyAging {
  readonly #applying: Applying;
  readonly #holder: string;
  readonly #stopping = new AbortController();
  #running: Promise<void> | null = null;
  #troubled = '';

  constructor(applying: Applying, holder: string) {
    this.#applying = applying;
    this.#holder = holder;
  }

  /** Begins what is due, without waiting for its end. A file that states no rules that hold is told of once. */
  async round(): Promise<void> {
    if (this.#running || this.#stopping.signal.aborted) return;
    const { database, clock, settings } = this.#applying;
    const retention = await readRetention(settings).catch((error: unknown) => {
      this.#tell(formatError(error).text);
      return null;
    });
    if (!retention) return;
    const now = clock.now();
    const due = dueOf(retention, now)?.toISOString();
    if (due === undefined) return;
    const since = await seeRules(database, digestOf(retention), now);
    const claim = { id: due, holder: this.#holder, lease: leaseMs };
    if (due <= since || !(await claimAging(database, claim, now))) return;
    this.#running = inEnglish(() => this.#apply(retention, claim)).finally(() => {
      this.#running = null;
    });
  }

  /** Resolves once nothing runs here. */
  async idle(): Promise<void> {
    await this.#running;
  }

  /** Begins nothing more; what is at work is given back after its batch, so that another server goes on with it. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.idle();
  }

  async #apply({ rules }: Retention, claim: Parameters<typeof endAging>[1]): Promise<void> {
    const { database, clock, settings, log } = this.#applying;
    const { signal } = this.#stopping;
    const renewing = setInterval(
      () => void renewAging(database, claim).catch(() => undefined),
      leaseMs / 3,
    );
    renewing.unref();
    log(text.began);
    try {
      const applying = applyRules({
        ...{ database, home: settings.home, progress: silentProgress, rules, now: clock.now() },
        proceed: () => signal.throwIfAborted(),
      });
      const files = await Promise.race([applying, untilAborted(signal)]);
      // Waiting for its turn it hears of the end last.
      applying.catch(() => undefined);
      const ended = clock.now().toISOString();
      await endAging(database, claim, { state: 'done', ended, files: JSON.stringify(files) });
      log(text.ended(files.reduce((sum, { removed }) => sum + removed, 0)));
    } catch (error) {
      await this.#putOff(error, claim);
    } finally {
      clearInterval(renewing);
    }
  }

  async #putOff(error: unknown, claim: Parameters<typeof endAging>[1]): Promise<void> {
    const { database, clock, log } = this.#applying;
    const isStopped = this.#stopping.signal.aborted;
    const waitMs = isStopped ? 0 : error instanceof ConflictError ? soonMs : laterMs;
    const next_at = new Date(clock.now().getTime() + waitMs).toISOString();
    const problem = isStopped ? text.stopped : formatError(error).text;
    log(text.putOff(problem, next_at));
    // A database that is away: the lease runs out, and it is taken up again.
    await endAging(database, claim, { state: 'waiting', problem, next_at }).catch(() => undefined);
  }

  #tell(why: string): void {
    if (why !== this.#troubled) this.#applying.log(why);
    this.#troubled = why;
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
