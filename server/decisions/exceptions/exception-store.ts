import { loadQuery } from '../../../cypher/load-query.ts';
import type { Exception } from '../../../domain/exception.ts';
import { formatRef, parseRef } from '../../../domain/schema/graph.ts';
import type { Run } from '../../../domain/finding.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';

/** Exceptions as the database keeps them: each a node of its own, tied to nothing. */

interface Row {
  exception: RawNode;
}

export async function storeException(database: Database, exception: Exception): Promise<void> {
  await database.write(loadQuery('except/create'), {
    exception: { ...exception, nodes: exception.nodes.map(formatRef), revoked: null },
  });
}

/** Null when there is none of that id that was not revoked before. */
export async function storeRevocation(
  database: Database,
  id: string,
  act: NonNullable<Exception['revoked']>,
): Promise<Exception | null> {
  const [row] = await database.write<Row>(loadQuery('except/revoke'), { id, ...act });
  return row ? read(row) : null;
}

/** Latest first; `before` is the id of the last one of the page before. */
export async function listExceptions(
  database: Database,
  limit: number,
  before: string | null = null,
): Promise<Exception[]> {
  return (await database.read<Row>(loadQuery('except/list'), { limit, before })).map(read);
}

/** Those in force at that time (ISO 8601, UTC), oldest first. */
export async function activeExceptions(database: Database, at: string): Promise<Exception[]> {
  const rows = await database.read<Row>(loadQuery('except/in_force'), { today: at.slice(0, 10) });
  return rows.map(read);
}

export async function exceptionsByIds(
  database: Database,
  ids: readonly string[],
): Promise<Exception[]> {
  if (ids.length === 0) return [];
  return (await database.read<Row>(loadQuery('except/by_ids'), { ids })).map(read);
}

/** Those that the run used, whatever became of them since. */
export function exceptionsOfRun(database: Database, run: Run): Promise<Exception[]> {
  return exceptionsByIds(database, run.exceptions ?? []);
}

function read({ exception: { properties } }: Row): Exception {
  const stored = properties as Record<string, unknown>;
  const text = (name: string) => stored[name] as string;
  return {
    id: text('id'),
    nodes: (stored['nodes'] as string[]).map((ref) => parseRef(ref)!),
    accounts: stored['accounts'] as string[],
    detectors: stored['detectors'] as string[],
    reason: stored['reason'] as Exception['reason'],
    ...{ why: text('why'), until: text('until'), by: text('by'), at: text('at') },
    item: (stored['item'] as string | undefined) ?? null,
    revoked:
      stored['revoked_at'] === undefined
        ? null
        : { by: text('revoked_by'), at: text('revoked_at'), why: text('revoked_why') },
  };
}
