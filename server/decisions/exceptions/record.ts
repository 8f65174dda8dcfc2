import { randomBytes } from 'node:crypto';
import { longestDays, type Excepting, type Exception } from '../../../domain/exception.ts';
import { parseRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { nodeTypeNames } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { excepted, exceptionRevoked } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { catalogue } from '../../detection/catalogue/catalogue.ts';
import { existingNode } from '../../explore/graph/node-detail.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError, NotFoundError, UsageError } from '../../platform/problems.ts';
import { exceptionsByIds, storeException, storeRevocation } from './exception-store.ts';

const text = messages.exceptions.problems;

/** Who makes or revokes an exception, and when (ISO 8601, UTC, milliseconds). */
export interface By {
  home: string;
  by: string;
  now: string;
}

/**
 * Makes an exception, recorded in the custody log before. Throws UsageError for what cannot be one, NotFoundError for
 * what is not in the graph.
 */
export async function makeException(
  database: Database,
  { home, by, now }: By,
  excepting: Excepting,
): Promise<Exception> {
  checkUntil(excepting.until, now);
  await checkDetectors(excepting.detectors);
  const scope = checkedScope(excepting);
  for (const ref of scope.refs) await existingNode(database, ref);
  const { detectors, reason, why, until, item = null } = excepting;
  const exception: Exception = {
    id: `X-${now.replaceAll(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`,
    ...{ nodes: scope.nodes, accounts: scope.accounts },
    detectors: [...new Set(detectors)].sort(),
    ...{ reason, why, until, item, by, at: now, revoked: null },
  };
  await recorded(home, excepted(exception), () => storeException(database, exception));
  return exception;
}

/** Revokes it, recorded before. Throws NotFoundError, ConflictError when it was revoked before. */
export async function revokeException(
  database: Database,
  { home, by, now }: By,
  id: string,
  why: string,
): Promise<Exception> {
  const [known] = await exceptionsByIds(database, [id]);
  if (!known) throw new NotFoundError(text.none(id));
  if (known.revoked)
    throw new ConflictError(text.revokedBefore(known.revoked.by, known.revoked.at));
  return recorded(home, exceptionRevoked(known, why), async () => {
    const revoked = await storeRevocation(database, id, { by, at: now, why });
    if (!revoked) throw new ConflictError(text.revokedJustNow);
    return revoked;
  });
}

function checkUntil(until: string, now: string): void {
  const days = (Date.parse(until) - Date.parse(now.slice(0, 10))) / 86_400_000;
  if (days < 1 || days > longestDays) throw wrong('until', text.until);
}

async function checkDetectors(detectors: readonly string[]): Promise<void> {
  const known = new Set((await catalogue()).map(({ id }) => id));
  const unknown = detectors.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw wrong(`detectors.${unknown}`, text.detector([...known]));
}

function checkedScope({ nodes: asked, accounts: ids }: Excepting) {
  const accounts = [...new Set(ids)].sort();
  if (asked.length > 0 === accounts.length > 0) throw wrong('nodes', text.scope);
  if (accounts.length === 1) throw wrong('accounts', text.oneAccount);
  const nodes = [...new Set(asked)].sort().map((ref): NodeRef => {
    const parsed = parseRef(ref);
    const where = `nodes.${asked.indexOf(ref)}`;
    if (!parsed) throw wrong(where, messages.http.badRef(nodeTypeNames));
    if (parsed.type === 'account') throw wrong(where, text.noAccount);
    return parsed;
  });
  return { nodes, accounts, refs: [...nodes, ...accounts.map(accountRef)] };
}

function accountRef(id: string): NodeRef {
  return { type: 'account', id };
}

function wrong(where: string, problem: string): UsageError {
  return new UsageError(messages.http.badRequest, [{ where: `body.${where}`, problem }]);
}
