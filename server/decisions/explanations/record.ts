import type { Checking, ExplanationCheck } from '../../../domain/explanation-check.ts';
import { messages } from '../../../domain/messages/index.ts';
import { triageChanged } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { inEnglish } from '../../platform/locale.ts';
import { ConflictError, NotFoundError, UsageError } from '../../platform/problems.ts';
import { overtaken, untouched, type Acting } from '../triage/change.ts';
import { decidedOf, stampedId } from '../triage/disposition.ts';
import { writeWithDisposition } from '../triage/disposition-store.ts';
import { itemsByIds, type Item } from '../triage/items.ts';
import { reconcileDecisions } from '../triage/reconcile.ts';
import { bare, checkById, storeCheckWithdrawal, writeCheck } from './check-store.ts';
import { namedExplanations } from './explanations.ts';

const text = messages.explanationChecks.problems;

/** The item of the queue, as the latest run and what was decided have it. Throws NotFoundError. */
export async function queueItem(
  database: Database,
  { home, now }: Pick<Acting, 'home' | 'now'>,
  id: string,
): Promise<{ item: Item; run: string }> {
  const run = await reconcileDecisions(database, home, now);
  const [item] = run === null ? [] : await itemsByIds(database, run, [id]);
  if (!item) throw new NotFoundError(messages.triage.problems.none(id));
  return { item, run: run! };
}

/**
 * Records how an honest explanation was checked, in the custody log before. It changes no revision, for it decides nothing.
 * Throws NotFoundError, and UsageError for an explanation that is none of the item's.
 */
export async function checkExplanation(
  database: Database,
  acting: Acting,
  id: string,
  { explanation, result, how }: Checking,
): Promise<ExplanationCheck> {
  const { item, run } = await queueItem(database, acting, id);
  const named = await inEnglish(() => namedExplanations(item));
  const known = named.find((one) => one.explanation === explanation);
  if (!known)
    throw new UsageError(messages.http.badRequest, [
      { where: 'body.explanation', problem: text.none },
    ]);
  const was = item.disposition;
  const is = was ?? untouched(item, run, acting, 0);
  const check = {
    ...{ id: stampedId('X', acting.now), ...known, result, how, by: acting.by, at: acting.now },
    ...{ accounts: is.members.length, withdrawn: null, disposition: is.id },
  };
  const draft = triageChanged([decidedOf(is)], { explanation, result }, { how });
  await recorded(acting.home, draft, () =>
    writeWithDisposition(database, was ? null : is, (tx) => writeCheck(tx, check)).catch(overtaken),
  );
  return bare(check);
}

/** Withdraws it, recorded as a check is. Throws NotFoundError, and ConflictError where it was withdrawn before. */
export async function withdrawCheck(
  database: Database,
  { home, by, now }: Acting,
  id: string,
  why: string,
): Promise<ExplanationCheck> {
  const known = await checkById(database, id);
  if (!known) throw new NotFoundError(text.noCheck(id));
  if (known.check.withdrawn) throw new ConflictError(text.withdrawnBefore(id));
  const { explanation } = known.check;
  const draft = triageChanged(
    [decidedOf(known.disposition)],
    { explanation, result: 'withdrawn' },
    { why },
  );
  return recorded(home, draft, async () => {
    const stored = await storeCheckWithdrawal(database, id, { by, at: now, why });
    if (!stored) throw new ConflictError(text.withdrawnBefore(id));
    return bare(stored);
  });
}
