import type { CellValue } from '../../../domain/input/cell.ts';
import { nodeTypeOfLabel, type RelationType } from '../../../domain/schema/graph.ts';
import type { Writer } from '../../graph/neo4j/database.ts';
import { Changes, type LoadStamp, type Outcome } from './changes.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { createRelations, deleteRelations, readRelations, updateRelations } from './queries.ts';
import { endColumns, saidBy, touchedBy, type End, type RelationRow } from './relation-rows.ts';
import { created, differing } from './change-log.ts';
import { storedFrom, type ExistingRecord } from './statement.ts';

interface FoundRelation {
  key: string;
  properties: Record<string, unknown>;
  fromId: string;
  fromLabels: string[];
  toId: string;
  toLabels: string[];
}

interface Creation {
  key: string;
  row: RelationRow;
  set: Record<string, unknown>;
}

/**
 * Writes relations of one type whose ends exist, and says per row what became of it. Where they are taken to be new, nothing is
 * read first: if one is not, the constraint on its key ends the transaction.
 */
export async function storeRelations(
  tx: Writer,
  type: RelationType,
  rows: readonly RelationRow[],
  stamp: LoadStamp,
  areNew = false,
): Promise<Outcome[]> {
  const found = areNew ? [] : await readByKey(tx, type, rows);
  const existing = new Map(found.map((relation) => [relation.key, relation]));
  const stored = new Map<string, ExistingRecord>(
    found.map((relation) => [
      relation.key,
      storedFrom(relation.properties, endValues(type, relation)),
    ]),
  );
  const changes = new Changes(stored, stamp);
  const ends = endColumns(type);
  const moved = new Set<string>();
  const endsOf = new Map<string, RelationRow>();
  const outcomes = rows.map((row) => {
    const { outcome, conflict, former } = changes.apply(
      row.key,
      saidBy(row),
      existing.has(row.key),
    );
    if (outcome !== 'unchanged') endsOf.set(row.key, row);
    if (existing.has(row.key) && ends.some((column) => column in former)) moved.add(row.key);
    return { outcome, conflict };
  });

  const creates: Creation[] = [...changes.creates].map(([key, set]) => ({
    key,
    row: endsOf.get(key)!,
    set: without(set, ends),
  }));
  const updates: { key: string; set: Record<string, unknown> }[] = [];
  for (const [key, set] of changes.updates) {
    const update = without(set, ends);
    if (!moved.has(key)) updates.push({ key, set: update });
    else {
      const all = { ...existing.get(key)!.properties, ...update };
      creates.push({ key, row: endsOf.get(key)!, set: all });
    }
  }
  const { relation } = type;
  const before = (key: string) => {
    const { fromId, toId } = existing.get(key)!;
    return [fromId, toId, key] as const;
  };
  if (creates.length > 0)
    stamp.touched.relation(
      relation,
      [created],
      [...creates.map(({ row }) => touchedBy(row)), ...[...moved].map(before)],
    );
  for (const { key, set } of updates)
    stamp.touched.relation(relation, differing(type.file, set), [before(key)]);
  if (moved.size > 0) await tx.run(deleteRelations(type.relation), { keys: [...moved] });
  await create(tx, type, creates);
  if (updates.length > 0) await tx.run(updateRelations(type.relation), { rows: updates });
  return outcomes;
}

async function readByKey(
  tx: Writer,
  type: RelationType,
  rows: readonly RelationRow[],
): Promise<FoundRelation[]> {
  const keys = [...new Set(rows.map((row) => row.key))];
  return tx.run<FoundRelation>(readRelations(type.relation), { keys });
}

async function create(tx: Writer, type: RelationType, creates: readonly Creation[]): Promise<void> {
  for (const group of groupBy(creates, ({ row }) => `${row.from.type} ${row.to.type}`).values()) {
    const { from, to } = group[0]!.row;
    const rows = group.map(({ key, row, set }) => ({
      from: row.from.key,
      to: row.to.key,
      set: { ...set, key },
    }));
    const query = createRelations(type.relation, from.type, to.type);
    const [made] = await tx.run<{ count: number }>(query, { rows });
    if (made?.count !== rows.length)
      throw new Error(
        `${type.relation}: ${made?.count ?? 0} of ${rows.length} relations found their ends.`,
      );
  }
}

/** The ends of a stored relation under the columns that name them. */
function endValues(type: RelationType, relation: FoundRelation): Record<string, CellValue> {
  const { fromId, toId } = relation;
  if (type.from === null)
    return {
      from_type: typeOf(relation.fromLabels),
      from_id: fromId,
      to_type: typeOf(relation.toLabels),
      to_id: toId,
    };
  return type.fromColumn === null
    ? { [type.toColumn]: toId }
    : { [type.fromColumn]: fromId, [type.toColumn]: toId };
}

function typeOf(labels: readonly string[]): End['type'] {
  const type = labels.map(nodeTypeOfLabel).find((found) => found !== undefined);
  if (!type) throw new Error(`A link ends at a node of no declared type: ${labels.join(', ')}.`);
  return type.type;
}

function without(
  set: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  const rest: Record<string, unknown> = {};
  for (const name in set) if (!names.includes(name)) rest[name] = set[name];
  return rest;
}
