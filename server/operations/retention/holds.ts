/** Legal holds: what is neither erased nor removed by age, until somebody lifts it. */
import { addTo } from '../../../domain/group-by.ts';
import { randomBytes } from 'node:crypto';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Hold } from '../../../domain/retention-told.ts';
import { caseById } from '../../decisions/cases/case-store.ts';
import { familyOf } from '../../decisions/cases/family.ts';
import { unpacked } from '../../decisions/cases/stored-content.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { withLease } from '../../graph/neo4j/lease.ts';
import { actor } from '../../platform/access/actor.ts';
import { NotFoundError, UsageError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import { holdLifted, holdSet } from '../../trust/custody/retention-acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';

const says = messages.retention;

/** The reason without blanks around it. Throws UsageError where there is none. */
export function reasonIn(given: string | undefined): string {
  const reason = given?.trim() ?? '';
  if (reason === '') throw new UsageError(says.noReason);
  return reason;
}

/**
 * Waits for an erasure that is under way: what it has taken away cannot be held any more. Throws NotFoundError where there is no such
 * account or case.
 */
export function setHold(
  { database, home, progress }: { database: Database; home: string; progress: Progress },
  asked: Pick<Hold, 'kind' | 'of' | 'reason'>,
): Promise<Hold> {
  return withLease(database, progress, () => storeHold(database, home, asked));
}

async function storeHold(
  database: Database,
  home: string,
  { kind, of, reason }: Pick<Hold, 'kind' | 'of' | 'reason'>,
): Promise<Hold> {
  if (kind === 'case') await caseById(database, of);
  else {
    const found = await database.read(loadQuery('retention/account'), { account: of });
    if (found.length === 0) throw new NotFoundError(says.hold.noAccount(of));
  }
  const id = `H-${randomBytes(4).toString('hex')}`;
  const hold: Hold = { id, kind, of, reason, by: actor(), at: new Date().toISOString() };
  await recorded(home, holdSet(hold), () =>
    database.write(loadQuery('retention/set_hold'), { hold }),
  );
  return hold;
}

/** Those in force, oldest first; `lifted`: all that ever were. */
export async function listHolds(database: Database, lifted = false): Promise<Hold[]> {
  const rows = await database.read<{ hold: Hold }>(loadQuery('retention/holds'), { lifted });
  return rows.map(({ hold }) => hold);
}

/** Throws NotFoundError where none of that id is in force. */
export async function liftHold(
  database: Database,
  home: string,
  id: string,
  why: string,
): Promise<Hold> {
  const hold = (await listHolds(database)).find((one) => one.id === id);
  if (!hold) throw new NotFoundError(says.hold.noHold(id));
  const lifted = { id, why, by: actor(), at: new Date().toISOString() };
  await recorded(home, holdLifted(hold, why), () =>
    database.write(loadQuery('retention/lift_hold'), lifted),
  );
  return hold;
}

/** By account, the holds that it is under: its own, and those of cases on whose boards it stands. */
export async function heldAccounts(database: Database): Promise<Map<string, string[]>> {
  const held = new Map<string, string[]>();
  const note = (account: string, id: string) => addTo(held, account, id);
  for (const { id, kind, of } of await listHolds(database)) {
    const accounts = kind === 'account' ? [of] : await accountsOfCase(database, of);
    for (const account of accounts) note(account, id);
  }
  return held;
}

/** A case that was joined into the one that is held is held with it. */
async function accountsOfCase(database: Database, id: string): Promise<Iterable<string>> {
  return accountsOnBoards(database, await familyOf(database, id));
}

/** All that stand on the cases' boards, those for context too. */
export async function accountsOnBoards(
  database: Database,
  cases: readonly string[],
): Promise<Set<string>> {
  const accounts = new Set<string>();
  const rows = await database.read<{ content: Int8Array }>(loadQuery('retention/board_contents'), {
    cases,
  });
  for (const { content } of rows)
    for (const { type, id } of (await unpacked(content)).nodes)
      if (type === 'account') accounts.add(id);
  return accounts;
}
