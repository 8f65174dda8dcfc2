/** Takes out of the graph what a plan says, in batches, each with its part of the tally; done again, it finds what is left. */
import { loadQuery } from '../../../cypher/load-query.ts';
import { relationTypeOf, nodeType, nodeTypeOfLabel } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { searchKeys } from '../../graph/search-keys/keys.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import type { KeptErasure } from './erasure-store.ts';
import type { Redaction } from './redaction.ts';

const [relationsAtOnce, nodesAtOnce] = [1_000, 500];

type Properties = Record<string, unknown>;

/** `between` is called between two batches. */
export async function eraseFromGraph(
  database: Database,
  erasure: KeptErasure,
  { key, redaction }: { key: Buffer; redaction: Redaction },
  between: () => Promise<void>,
): Promise<void> {
  const { plan } = erasure.about;
  for (const { type, id, columns } of plan.clears) {
    await erasure.step(key, async (tx) => ({
      changed: { [type]: await cleared(tx, type, id, columns, redaction) },
    }));
    await between();
  }
  await clearTransfers(database, erasure, key, redaction);
  for (const { type, ids } of plan.goes) {
    const { label } = nodeType(type);
    for (let at = 0; at < ids.length; at += nodesAtOnce) {
      const batch = ids.slice(at, at + nodesAtOnce);
      while ((await removeRelations(erasure, key, label, batch)) > 0) await between();
      await erasure.step(key, async (tx) => {
        const gone = await tx.run<{ properties: Properties }>(
          loadQuery('retention/remove_nodes', { label }),
          { ids: batch },
        );
        return { removed: { [type]: gone.map(({ properties }) => properties) } };
      });
      await between();
    }
  }
  await clearHistories(database, erasure, key, redaction);
}

/** By the rows that state them; what was inferred is counted together. */
function removeRelations(
  erasure: KeptErasure,
  key: Buffer,
  label: string,
  ids: readonly string[],
): Promise<number> {
  return erasure.step(key, async (tx) => {
    const gone = await tx.run<{ type: string; properties: Properties }>(
      loadQuery('retention/remove_relations', { label }),
      { ids, most: relationsAtOnce },
    );
    const removed: Record<string, Properties[]> = {};
    for (const { type, properties } of gone)
      (removed[relationTypeOf(type)?.type ?? 'inferred'] ??= []).push(properties);
    return { removed };
  });
}

/** Of what stays: columns go, from what it said before too, and what it is found by is made anew. */
async function cleared(
  tx: Writer,
  type: NodeTypeName,
  id: string,
  columns: readonly string[],
  redaction: Redaction,
): Promise<number> {
  const { label } = nodeType(type);
  const [found] = await tx.run<{ properties: Properties }>(
    loadQuery('retention/read_nodes', { label }),
    { ids: [id] },
  );
  if (!found) return 0;
  const { properties } = found;
  const left = Object.fromEntries(
    Object.entries(properties).filter(([name]) => !columns.includes(name)),
  );
  const history = (properties['_history'] as string[] | undefined)?.map((one) =>
    withoutColumns(redaction.without(one, true), columns),
  );
  const values = Object.fromEntries(
    Object.entries(left).filter(([name]) => !name.startsWith('_') && name !== 'id'),
  );
  const set = {
    ...Object.fromEntries(columns.map((name) => [name, null])),
    ...searchKeys(type, id, values),
    ...(history && { _history: history }),
  };
  const isSame = columns.every((name) => properties[name] === undefined);
  await tx.run(loadQuery('retention/change_nodes', { label }), { rows: [{ id, set }] });
  return isSame ? 0 : 1;
}

function withoutColumns(statement: string, columns: readonly string[]): string {
  const said = JSON.parse(statement) as { values: Properties };
  const values = Object.fromEntries(
    Object.entries(said.values).filter(([name]) => !columns.includes(name)),
  );
  return JSON.stringify({ ...said, values });
}

/** Texts that came with payments of payment accounts that stay for others' sake. */
async function clearTransfers(
  database: Database,
  erasure: KeptErasure,
  key: Buffer,
  redaction: Redaction,
): Promise<void> {
  const ids = erasure.about.plan.clears
    .filter(({ type }) => type === 'payment_account')
    .map(({ id }) => id);
  if (ids.length === 0) return;
  const found = await database.read<{ key: string; properties: Properties }>(
    loadQuery('retention/transfers_of'),
    { ids },
  );
  const rows = found.flatMap(({ key: row, properties }) => {
    const before = properties['reference'];
    const reference = redaction.without(before);
    return reference === before ? [] : [{ key: row, set: { reference } }];
  });
  if (rows.length === 0) return;
  await erasure.step(key, async (tx) => {
    await tx.run(loadQuery('retention/change_transfers'), { rows });
    return { changed: { transfers: rows.length } };
  });
}

/** A row that is another's now may have been the account's before. */
async function clearHistories(
  database: Database,
  erasure: KeptErasure,
  key: Buffer,
  redaction: Redaction,
): Promise<void> {
  const { account } = erasure.about.plan;
  const found = await database.read<{ label: string; id: string; history: string[] }>(
    loadQuery('retention/with_history'),
    { text: JSON.stringify(account) },
  );
  for (const { label, id, history } of found) {
    if (!nodeTypeOfLabel(label)) continue;
    const set = { _history: history.map((one) => redaction.without(one, true)) };
    await erasure.step(key, async (tx) => {
      await tx.run(loadQuery('retention/change_nodes', { label }), { rows: [{ id, set }] });
      return { changed: { [nodeTypeOfLabel(label)!.type]: 1 } };
    });
  }
}
