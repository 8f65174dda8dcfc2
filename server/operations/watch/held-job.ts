import { loadQuery } from '../../../cypher/load-query.ts';
import type { JobStep, JobState } from '../../../domain/input/schedule.ts';
import type { Database, Params, Writer } from '../../graph/neo4j/database.ts';
import type { Clock } from '../../platform/clock.ts';
import { jobOf, planOf, type JobRow } from './stored.ts';

/** Why the work on a job ends before its end. */
export type Interruption = 'lost' | 'cancelled' | 'late' | 'stopped';

/** What the signal of a held job is aborted with. */
export class Interrupted extends Error {
  readonly why: Interruption;

  constructor(why: Interruption) {
    super(why);
    this.why = why;
  }
}

/** How a job is ended, or given back to be tried again. */
export interface Ending {
  state: Exclude<JobState, 'running'>;
  text: string;
  problem?: string | undefined;
  nextAt?: Date | undefined;
  /** The attempt was no fault of the job and does not count. */
  uncounted?: boolean;
}

interface Holding {
  clock: Clock;
  leaseMs: number;
}

/**
 * A job that this process runs. It says again and again that it lives; whoever fails to for the length of the lease may
 * find that another has taken the job over, and from then on can write nothing of it.
 */
export class HeldJob {
  readonly job;
  readonly plan;
  readonly deaths: number;
  readonly counts: Record<string, number> = {};
  readonly #database: Database;
  readonly #holding: Holding;
  readonly #end = new AbortController();
  #renewing: NodeJS.Timeout | null = null;
  /** On a clock that nobody sets. */
  #heldUntil: number;

  constructor(database: Database, row: JobRow, holding: Holding) {
    this.job = jobOf(row);
    this.plan = planOf(row);
    this.deaths = row.deaths;
    this.#database = database;
    this.#holding = holding;
    this.#heldUntil = performance.now() + holding.leaseMs;
    Object.assign(this.counts, this.job.counts);
  }

  /** Aborted with `Interrupted` when the work is to end. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  interrupt(why: Interruption): void {
    this.#end.abort(new Interrupted(why));
  }

  /** Begins to say that it lives; `release` ends that. */
  keep(): void {
    this.#renewing = setInterval(() => void this.#renew(), this.#holding.leaseMs / 3);
    this.#renewing.unref();
  }

  release(): void {
    if (this.#renewing) clearInterval(this.#renewing);
  }

  /** Asks whether the work is still wanted of this process; throws `Interrupted` when it is not. */
  async proceed(): Promise<void> {
    this.signal.throwIfAborted();
    await this.#renew();
    this.signal.throwIfAborted();
  }

  /** Adds a line to the log; with `seconds`, the last one of a step. */
  async say(
    step: JobStep | null,
    text: string,
    { seconds, counts }: { seconds?: number; counts?: Readonly<Record<string, number>> } = {},
  ): Promise<void> {
    const line = {
      ...{ at: this.#holding.clock.now().toISOString(), step, text },
      seconds: seconds ?? null,
      counts: counts ? JSON.stringify(counts) : null,
    };
    Object.assign(this.counts, counts);
    await this.#write('add_line', { line });
  }

  /** Names the run that the job made; to be called in the transaction that makes the run count. */
  async nameRun(tx: Writer, run: string): Promise<void> {
    const { id, token } = this.job;
    const named = await tx.run(loadQuery('watch/set_run'), { id, token, run });
    if (named.length > 0) return;
    await this.#renew();
    this.signal.throwIfAborted();
    throw new Interrupted('lost');
  }

  /** Names the kept report, by which the page shows it. */
  async nameReport(report: string | null): Promise<void> {
    if (report !== null) await this.#write('set_report', { report });
  }

  async end({ state, text, problem, nextAt, uncounted = false }: Ending): Promise<void> {
    const at = this.#holding.clock.now().toISOString();
    await this.#write('end_job', {
      ...{ state, uncounted, problem: problem ?? null },
      ended: nextAt ? null : at,
      next_at: nextAt?.toISOString() ?? null,
      counts: JSON.stringify(this.counts),
      line: { at, step: null, text },
    });
  }

  async #write(query: string, params: Params): Promise<void> {
    const { id, token } = this.job;
    const written = await this.#database.writeBriefly(loadQuery(`watch/${query}`), {
      ...params,
      id,
      token,
    });
    if (written.length > 0) return;
    this.interrupt('lost');
    throw new Interrupted('lost');
  }

  /** A database that does not answer is waited for as long as the lease lasts. */
  async #renew(): Promise<void> {
    const { id, token } = this.job;
    const { leaseMs } = this.#holding;
    const asked = performance.now();
    try {
      const [renewed] = await this.#database.writeBriefly<{ cancel_asked: string | null }>(
        loadQuery('watch/renew_job'),
        { id, token, lease: leaseMs },
      );
      if (!renewed) this.interrupt('lost');
      else if (renewed.cancel_asked !== null) this.interrupt('cancelled');
      else this.#heldUntil = asked + leaseMs;
    } catch {
      if (performance.now() > this.#heldUntil) this.interrupt('lost');
    }
  }
}

/** Takes one of the jobs that may be taken; null when there is none, or others were first. */
export async function claimJob(
  database: Database,
  holder: string,
  holding: Holding,
): Promise<HeldJob | null> {
  const now = holding.clock.now().toISOString();
  const open = await database.writeBriefly<{ id: string; schedule: string }>(
    loadQuery('watch/claimable'),
    { now, lease: holding.leaseMs },
  );
  for (const { id, schedule } of open) {
    const [claimed] = await database.writeBriefly<{ job: JobRow }>(loadQuery('watch/claim_job'), {
      ...{ id, schedule, now, holder, lease: holding.leaseMs },
    });
    if (claimed) return new HeldJob(database, claimed.job, holding);
  }
  return null;
}
