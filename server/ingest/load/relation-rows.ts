import type { CellValue } from '../../../domain/input/cell.ts';
import {
  columnsOf,
  fileOf,
  relationTypes,
  type RelationType,
} from '../../../domain/schema/graph.ts';
import type { FileName, NodeTypeName } from '../../../domain/schema/schema.ts';
import type { Row } from './check.ts';
import { groupBy } from '../../../domain/group-by.ts';
import type { TouchedRelation } from './change-log.ts';
import type { IncomingRow } from './statement.ts';

/** An end of a relation; `key` is the value of the property by which its node is unique. */
export interface End {
  type: NodeTypeName;
  id: string;
  key: string;
}

/** A relation that a row states. */
export interface RelationRow {
  type: RelationType;
  key: string;
  from: End;
  to: End;
  row: Row;
}

/** What is written where the row's relation is. */
export function touchedBy({ from, to, key }: RelationRow): TouchedRelation {
  return [from.id, to.id, key];
}

/** The columns that a relation keeps as its ends rather than as properties. */
export function endColumns(type: RelationType): readonly string[] {
  if (type.from === null) return ['from_type', 'from_id', 'to_type', 'to_id'];
  return type.fromColumn === null ? [type.toColumn] : [type.fromColumn, type.toColumn];
}

/** The columns of the contract that a relation keeps as properties; a node keeps its own itself. */
export function relationColumns(type: RelationType): readonly string[] {
  if (type.from !== null && type.fromColumn === null) return [];
  const ends = endColumns(type);
  return Object.keys(columnsOf(type.file)).filter(
    (column) => !ends.includes(column) && (isFirst(type) || isCarried(type.file, column)),
  );
}

/** Whether it keeps the columns that the contract does not name. */
export function keepsFurther(type: RelationType): boolean {
  return (type.from === null || type.fromColumn !== null) && isFirst(type);
}

/** A row always states the first relation of its file, whose column is a required one. */
function isFirst(type: RelationType): boolean {
  return relationTypesOf(type.file)[0] === type;
}

/**
 * Whether the further relations of a row carry the column too: times, ids and figures, which queries ask
 * for; texts stand on its first relation alone.
 */
function isCarried(file: FileName, column: string): boolean {
  const kind = columnsOf(file)[column]?.kind;
  return kind !== undefined && kind !== 'text' && kind !== 'long_text';
}

const typesByFile = groupBy(relationTypes, (type) => type.file);

function relationTypesOf(file: FileName): readonly RelationType[] {
  return typesByFile.get(file) ?? [];
}

const end = (type: NodeTypeName, id: string): End => ({ type, id, key: id });

/** The relations that a row states, the one that decides what became of the row first. */
export function relationsOf(file: FileName, row: Row): RelationRow[] {
  const declared = fileOf(file);
  if ('link' in declared) return [linkOf(file, row)];
  const filled = relationTypesOf(file).filter((type) => row.values[type.toColumn] !== undefined);
  const isNode = 'node' in declared;
  const key = isNode ? row.id : row.key;
  const from = isNode
    ? end(declared.node.type, row.id)
    : end(declared.from.type, String(row.values[declared.from.column]));
  return filled.map((type) => {
    const to = end(type.to!, String(row.values[type.toColumn]));
    return { type, key, from, to, row };
  });
}

/** The check has let through only types that the schema allows. */
function linkOf(file: FileName, row: Row): RelationRow {
  const [type] = relationTypesOf(file);
  const { from_type, from_id, to_type, to_id } = row.values;
  return {
    type: type!,
    key: row.key,
    from: end(from_type as NodeTypeName, String(from_id)),
    to: end(to_type as NodeTypeName, String(to_id)),
    row,
  };
}

/** What the row says of the relation; the values hold its ends too, under the columns that name them. */
export function saidBy({ type, to, row }: RelationRow): IncomingRow {
  const { source, at } = row;
  if (type.from !== null && type.fromColumn === null)
    return { source, at, values: { [type.toColumn]: to.id } };
  return { source, at, values: isFirst(type) ? row.values : carried(type.file, row.values) };
}

function carried(
  file: FileName,
  values: Readonly<Record<string, CellValue>>,
): Record<string, CellValue> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => isCarried(file, name)));
}
