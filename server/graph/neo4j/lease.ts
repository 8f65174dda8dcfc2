import { setTimeout as after } from 'node:timers/promises';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import type { Database } from './database.ts';
import { fenced, unfenced, type Fence } from './fence.ts';
import { handedBackAtEnd } from './handed-back.ts';
import { isOfTheDead, newHolder } from './lease-holder.ts';
import { ConflictError, LeaseLostError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';

/** How long one that died keeps others waiting, and how often a living one says that it lives. */
interface Patience {
  leaseMs: number;
  renewMs: number;
}
const ofRun: Patience = { leaseMs: 120_000, renewMs: 20_000 };
/** What is done when the graph is free takes seconds. */
const ofMoment: Patience = { leaseMs: 15_000, renewMs: 4_000 };
const momentMs = 3_000;
/** How often one that waits asks. */
const askMs = 1_000;

interface Holder {
  holder: string;
  by: string;
  since: string;
}

/**
 * Does the work while no other run detects in the same database; waits for its turn. Two at once would delete
 * each other's inferred relations. The lease is on the one `Skein` node, by the server's clock, and runs out
 * by itself when its holder has died, at once where that was a process of this machine. Where it ran out while its holder lives, since that clock was put on, and another has
 * taken it, the holder's next write throws LeaseLostError, and so do all after it: none takes effect. With `onlyIfFree` it throws
 * ConflictError instead of waiting for another run.
 */
export async function withLease<T>(
  database: Database,
  progress: Progress,
  work: () => Promise<T>,
  { onlyIfFree = false }: { onlyIfFree?: boolean } = {},
): Promise<T> {
  const me: Holder = { holder: newHolder(), by: actor(), since: new Date().toISOString() };
  // Work of a moment is waited for all the same.
  const patient = performance.now() + momentMs;
  let told = '';
  for (;;) {
    const { holder, by, since } = await ask(database, me, ofRun);
    if (holder === me.holder) break;
    if (await takenFromTheDead(database, holder)) continue;
    if (onlyIfFree && performance.now() > patient)
      throw new ConflictError(messages.detections.problems.busy(by, since));
    if (told !== holder) progress.step(messages.detect.waiting(by, since));
    told = holder;
    await after(askMs);
  }
  return holding(database, me, ofRun, work);
}

/** Does the work if no run detects, and no other such work is done, in the same database; else says who holds it. */
export async function whenFree<T>(
  database: Database,
  work: () => Promise<T>,
): Promise<{ done: T } | { heldBy: { by: string; since: string } }> {
  const me: Holder = { holder: newHolder(), by: actor(), since: new Date().toISOString() };
  let heldBy = await ask(database, me, ofMoment);
  if (await takenFromTheDead(database, heldBy.holder)) heldBy = await ask(database, me, ofMoment);
  if (heldBy.holder !== me.holder) return { heldBy };
  return { done: await holding(database, me, ofMoment, work) };
}

/** Who detects, or does other such work, just now; null when nobody does. Reads alone. */
export async function leaseHolder(
  database: Database,
): Promise<{ by: string; since: string } | null> {
  const [found] = await database.read<Holder>(
    `MATCH (s:Skein) WHERE s.lease_until > datetime.realtime().epochMillis
     RETURN coalesce(s.lease_holder, '') AS holder, s.lease_by AS by, s.lease_since AS since`,
  );
  return found && !isOfTheDead(found.holder) ? { by: found.by, since: found.since } : null;
}

/** Whether it was somebody's who can give nothing back any more. */
async function takenFromTheDead(database: Database, holder: string): Promise<boolean> {
  if (!isOfTheDead(holder)) return false;
  await giveBack(database, { holder });
  return true;
}

async function holding<T>(
  database: Database,
  me: Holder,
  patience: Patience,
  work: () => Promise<T>,
): Promise<T> {
  let lost: LeaseLostError | null = null;
  /** Nobody has it where the work itself has deleted the node. */
  const see = (found: Found | undefined) => {
    if (found && found.holder !== me.holder)
      lost ??= new LeaseLostError(messages.database.leaseLost(found.by, found.since));
  };
  const fence: Fence = async (tx) => {
    if (!lost) see((await tx.run<Found>(holderNow, { holder: me.holder }))[0]);
    if (lost) throw lost;
  };
  const renewing = setInterval(() => {
    // Missing one renewal does no harm; the work itself meets a database that is gone.
    if (!lost) renew(database, me, patience).then(see, () => undefined);
  }, patience.renewMs);
  renewing.unref();
  const forget = handedBackAtEnd(() => {
    lost ??= new LeaseLostError(messages.database.leaseLost(null, null));
    return giveBack(database, me);
  });
  try {
    return await fenced(fence, work);
  } finally {
    clearInterval(renewing);
    forget();
    await giveBack(database, me);
  }
}

/** Nobody has it where another has given it back since. */
type Found = { [Of in keyof Holder]: Holder[Of] | null };

/** Locks the node until the transaction has ended, so that nobody takes the lease before. */
const holderNow = `MATCH (s:Skein {id: 'skein'})
   SET s.asked_by = $holder
   REMOVE s.asked_by
   RETURN s.lease_holder AS holder, s.lease_by AS by, s.lease_since AS since`;

/** Says that whoever has it lives, if they still have it: what was lost is not taken again by itself. */
async function renew(
  database: Database,
  { holder }: Holder,
  { leaseMs }: Patience,
): Promise<Found | undefined> {
  const [found] = await unfenced(() =>
    database.writeBriefly<Found>(
      `MATCH (s:Skein {id: 'skein'})
       SET s.asked_by = $holder
       REMOVE s.asked_by
       WITH s, datetime.realtime().epochMillis AS now
       SET s.lease_until = CASE WHEN s.lease_holder = $holder THEN now + $lease ELSE s.lease_until END
       RETURN s.lease_holder AS holder, s.lease_by AS by, s.lease_since AS since`,
      { holder, lease: leaseMs },
    ),
  );
  return found;
}

/** Who has the lease now: whoever asked, if it was free. Setting a property first locks the node. */
async function ask(database: Database, me: Holder, { leaseMs }: Patience): Promise<Holder> {
  const [found] = await unfenced(() =>
    database.writeBriefly<Holder>(
      `MERGE (s:Skein {id: 'skein'})
     SET s.asked_by = $holder
     REMOVE s.asked_by
     WITH s, datetime.realtime().epochMillis AS now
     WITH s, now, s.lease_holder IS NULL OR s.lease_holder = $holder OR s.lease_until < now AS free
     SET s.lease_holder = CASE WHEN free THEN $holder ELSE s.lease_holder END,
         s.lease_by = CASE WHEN free THEN $by ELSE s.lease_by END,
         s.lease_since = CASE WHEN free THEN $since ELSE s.lease_since END,
         // Further off no lease ends: the clock was put back since, and who is alive says so again.
         s.lease_until = CASE WHEN free THEN now + $lease
                              WHEN s.lease_until > now + $longest THEN now + $longest ELSE s.lease_until END
     RETURN s.lease_holder AS holder, s.lease_by AS by, s.lease_since AS since`,
      { ...me, lease: leaseMs, longest: ofRun.leaseMs },
    ),
  );
  return found!;
}

async function giveBack(database: Database, { holder }: Pick<Holder, 'holder'>): Promise<void> {
  await unfenced(() =>
    database.writeBriefly(
      `MATCH (s:Skein {id: 'skein', lease_holder: $holder})
       REMOVE s.lease_holder, s.lease_by, s.lease_since, s.lease_until`,
      { holder },
    ),
  )
    // What ended the work is worth more than this; the lease runs out.
    .catch(() => undefined);
}
