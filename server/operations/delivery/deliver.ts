import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Delivery } from '../../../domain/input/delivery.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { InvalidDataError, Problem } from '../../platform/problems.ts';
import { readAllowList } from '../../platform/reach/allow-list.ts';
import { inEnglish } from '../../platform/locale.ts';
import { readContent } from './content-store.ts';
import {
  claimDelivery,
  dueDeliveries,
  renewLease,
  settleDelivery,
  type Lease,
  type StoredDelivery,
} from './delivery-store.ts';
import type { ToldReport } from './report.ts';
import { brokenOff, nextTry, retryRule } from './retry-rule.ts';
import { send } from './send.ts';
import { reasonOf, type Failure } from './sending.ts';
import type { Delivering } from '../../platform/settings/settings.ts';

export interface DeliverOptions {
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** In milliseconds: how long a server that died keeps its deliveries from others. */
  lease?: number;
  /** In milliseconds: how long a receiver may take to answer. */
  patience?: number;
  /** Once it is aborted nothing more is begun. */
  signal?: AbortSignal;
}

const usualLease = 60_000;
const usualPatience = 30_000;

/** So many are looked for at once, and so many are at work at once: one slow receiver holds up no other. */
const [mostAtOnce, side] = [100, 4];

/** What every attempt needs. */
interface Work extends Required<Omit<DeliverOptions, 'signal'>> {
  database: Database;
  settings: Delivering;
  clock: () => Date;
}

/**
 * Tries every delivery whose time has come by `clock`, and notes what came of it; several servers may do so at once on
 * one database. Returns those that it tried, as they now stand. Throws the database's error when it is away; what it
 * had in hand then is tried again after the lease, under the same id.
 */
export async function deliverDue(
  database: Database,
  settings: Delivering,
  clock: () => Date,
  { log, lease = usualLease, patience = usualPatience, signal }: DeliverOptions,
): Promise<Delivery[]> {
  const work: Work = { database, settings, clock, log, lease, patience };
  const due = await dueDeliveries(database, {
    now: clock().toISOString(),
    limit: mostAtOnce,
    lease,
  });
  const tried: Delivery[] = [];
  const waiting = due.values();
  const one = async () => {
    for (const id of waiting) {
      if (signal?.aborted) return;
      const settled = await inEnglish(() => tryOne(work, id));
      if (settled) tried.push(settled);
    }
  };
  await Promise.all(Array.from({ length: side }, one));
  return tried;
}

/** Null when another has it in hand, or had. */
async function tryOne(work: Work, id: string): Promise<Delivery | null> {
  const { database, clock, lease } = work;
  const mine: Lease = { holder: randomUUID(), lease };
  const claimed = await claimDelivery(database, id, mine, clock().toISOString());
  if (!claimed) return null;
  const failure = await holding(database, id, mine, () => attempt(work, claimed));
  return settle(work, claimed, mine.holder, failure);
}

/** Does the work and says all the while that the delivery is still in hand. */
async function holding<T>(
  database: Database,
  id: string,
  mine: Lease,
  work: () => Promise<T>,
): Promise<T> {
  const renewing = setInterval(() => {
    // Missing one renewal does no harm.
    renewLease(database, id, mine).catch(() => undefined);
  }, mine.lease / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
  }
}

async function attempt(
  { database, settings, clock, patience, log }: Work,
  claimed: StoredDelivery,
): Promise<Failure | null> {
  // What ends the program each time must not be tried for ever.
  const broken = brokenOff(claimed.attempts.slice(claimed.counted_from, -1));
  if (broken >= retryRule.hopeless)
    return { error: messages.delivery.failed.broken(broken), refused: true };
  const told = await contentOf(database, claimed);
  if (told instanceof InvalidDataError) return { error: told.message, refused: true };
  try {
    const { recipient } = claimed;
    const allowList = await readAllowList(settings);
    const { delivery } = settings;
    const what = { delivery: claimed, recipient, told, clock, patience };
    return await send({ ...what, settings: delivery, allowList });
  } catch (error) {
    // The operator's file is not as it should be, which says how to mend it.
    if (error instanceof Problem) return { error: error.message, refused: false };
    // A defect of ours, which is to fail this delivery alone.
    log.error({ err: error, delivery: claimed.id }, 'delivery met a defect');
    return { error: messages.delivery.failed.defect(reasonOf(error)), refused: false };
  }
}

async function contentOf(
  database: Database,
  { content }: StoredDelivery,
): Promise<ToldReport | InvalidDataError> {
  try {
    return await readContent(database, content);
  } catch (error) {
    if (error instanceof InvalidDataError) return error;
    throw error;
  }
}

async function settle(
  work: Work,
  claimed: StoredDelivery,
  holder: string,
  failure: Failure | null,
): Promise<Delivery | null> {
  const now = work.clock();
  const ended = now.toISOString();
  const begun = claimed.attempts.at(-1)!;
  const { error = null, refused = false } = failure ?? {};
  const attempt = { at: begun.at, ended, error, refused };
  const counted = [...claimed.attempts.slice(claimed.counted_from, -1), attempt];
  const next = failure && nextTry(counted, now, failure.notBefore);
  const settled = await settleDelivery(work.database, claimed, holder, {
    attempt,
    state: !failure ? 'delivered' : next ? 'failed' : 'dead',
    reached: reachedAfter(claimed, failure),
    next_at: next?.toISOString() ?? null,
    delivered_at: failure ? null : ended,
  });
  if (settled) tell(work, settled, error);
  return settled;
}

function reachedAfter({ recipient, reached }: StoredDelivery, failure: Failure | null): string[] {
  if (!failure) return recipient.kind === 'email' ? recipient.to : [];
  return [...new Set([...reached, ...(failure.reached ?? [])])];
}

/** Without addresses but those that a server's own words hold. */
function tell({ log }: Work, settled: Delivery, error: string | null): void {
  const { id: delivery, run, recipient, attempts, next_at } = settled;
  const line = { delivery, run, kind: recipient.kind, attempts: attempts.length };
  if (settled.state === 'delivered') log.info(line, 'delivered');
  else if (settled.state === 'failed') log.warn({ ...line, next_at, error }, 'delivery failed');
  else log.error({ ...line, error }, 'delivery given up');
}
