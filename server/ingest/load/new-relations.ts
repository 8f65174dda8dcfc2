import { fileOf, type RelationType } from '../../../domain/schema/graph.ts';
import type { Writer } from '../../graph/neo4j/database.ts';
import { extraPrefix } from '../../graph/neo4j/records.ts';
import type { EndpointResolver } from './endpoint-resolver.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { relationColumns, type RelationRow } from './relation-rows.ts';

/** The relations of one row, and the list that writes them all if none of them exists. */
export interface StatedRow {
  relations: readonly RelationRow[];
  shape: Shape;
  list: unknown[];
}

/** Rows that state relations of the same types are written by one statement. */
interface Shape {
  query: string;
  /** The columns whose values a list holds, in its order. */
  columns: readonly string[];
}

const shapes = new Map<string, Shape>();

/** The ends must have been ensured just before. */
export function statedRow(relations: readonly RelationRow[], ends: EndpointResolver): StatedRow {
  const [first] = relations;
  const { row } = first!;
  const extra = extraOf(row.values);
  const shape = shapeOf(relations, extra !== null);
  const list: unknown[] = [first!.key, row.source, ends.number(first!.from)];
  for (const { to } of relations) list.push(ends.number(to));
  for (const column of shape.columns) list.push(row.values[column] ?? null);
  if (extra) list.push(extra);
  return { relations, shape, list };
}

/**
 * Writes relations without asking whether they exist. Where one does, the constraint on its key ends the
 * transaction.
 */
export async function createRows(
  tx: Writer,
  rows: readonly StatedRow[],
  loaded: string,
): Promise<void> {
  for (const [{ query }, part] of groupBy(rows, ({ shape }) => shape)) {
    const lists = part.map(({ list }) => list);
    const [made] = await tx.run<{ count: number }>(query, { rows: lists, loaded });
    if (made?.count !== part.length)
      throw new Error(`${made?.count ?? 0} of ${part.length} rows found the ends of relations.`);
  }
}

function extraOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  let extra: Record<string, unknown> | null = null;
  for (const name in values) if (name.startsWith(extraPrefix)) (extra ??= {})[name] = values[name];
  return extra;
}

function shapeOf(relations: readonly RelationRow[], extra: boolean): Shape {
  const name = `${relations.map(({ type }) => type.relation).join(' ')} ${extra}`;
  const known = shapes.get(name);
  if (known) return known;
  const made = shapeFor(
    relations.map(({ type }) => type),
    extra,
  );
  shapes.set(name, made);
  return made;
}

/**
 * Lists instead of maps, whose names would be sent with every row, and nodes by Neo4j's own number, which
 * needs no index. `extra` are the columns that the contract does not name; the first relation keeps them.
 */
function shapeFor(types: readonly RelationType[], extra: boolean): Shape {
  const { when } = fileOf(types[0]!.file);
  const columns = [...new Set([...types.flatMap(relationColumns), ...(when ? [when] : [])])];
  const nodes = ['a', ...types.map((_, at) => `b${at}`)];
  const firstNode = 2;
  const firstColumn = firstNode + nodes.length;
  const valueOf = (column: string) => `row[${firstColumn + columns.indexOf(column)}]`;
  const properties = (type: RelationType) =>
    [
      'key: row[0]',
      '_sources: [row[1]]',
      '_loaded: $loaded',
      ...(when ? [`_at: ${valueOf(when)}`] : []),
      ...relationColumns(type).map((column) => `\`${column}\`: ${valueOf(column)}`),
    ].join(', ');
  const found = nodes.map(
    (node, at) => `MATCH (${node}) WHERE id(${node}) = row[${firstNode + at}]`,
  );
  const made = types.map(
    (type, at) => `(a)-[r${at}:${type.relation} {${properties(type)}}]->(b${at})`,
  );
  const query = [
    'UNWIND $rows AS row',
    ...found,
    `CREATE ${made.join(', ')}`,
    ...(extra ? [`SET r0 += row[${firstColumn + columns.length}]`] : []),
    'RETURN count(*) AS count',
  ].join('\n');
  return { query, columns };
}
