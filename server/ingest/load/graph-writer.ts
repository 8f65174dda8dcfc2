import {
  columnsOf,
  fileOf,
  nodeType,
  type NodeType,
  type RelationType,
} from '../../../domain/schema/graph.ts';
import type { CellKind } from '../../../domain/schema/cell-kinds.ts';
import type { Column, FileName, NodeTypeName } from '../../../domain/schema/schema.ts';
import { extraPrefix } from '../../graph/neo4j/records.ts';
import { searchKeys } from '../../graph/search-keys/keys.ts';
import { created, type ChangeLog } from './change-log.ts';
import type { Row } from './check.ts';
import { idColumn, identityOf, valuesBesideKey } from './node-store.ts';
import { uniqueProperty } from './queries.ts';
import { endColumns, saidBy, type End, type RelationRow } from './relation-rows.ts';
import { change } from './statement.ts';
import type { ImportFile, ImportFiles, PropertyColumn, ValueKind } from './import-files.ts';

/** What a load is stamped with. */
interface Stamp {
  loaded: string;
  touched: ChangeLog;
}

/**
 * Writes nodes and relations that are new for Neo4j's import, with the properties that the live way gives them (`node-store`,
 * `relation-store`, `endpoint-resolver`).
 */
export class GraphWriter {
  readonly #files: ImportFiles;
  readonly #stamp: Stamp;
  /** By label or relation. */
  readonly #open = new Map<string, ImportFile>();

  constructor(files: ImportFiles, stamp: Stamp) {
    this.#files = files;
    this.#stamp = stamp;
  }

  node(type: NodeType, row: Row): void {
    const idName = idColumn(type);
    const said = { source: row.source, values: valuesBesideKey(idName, row), at: row.at };
    this.#node(type, row.key, {
      ...change(null, said, this.#stamp.loaded).set,
      ...identityOf(type, row.key, row.id),
      ...searchKeys(type.type, row.id, said.values),
    });
  }

  /** Of what some row names and none describes. */
  stub(name: NodeTypeName, { id, key, source }: StubEnd): void {
    const type = nodeType(name);
    this.#node(type, key, {
      ...{ id, [uniqueProperty(name)]: key, _stub: true, _sources: [source] },
      ...{ _loaded: this.#stamp.loaded, ...searchKeys(name, id, {}) },
    });
  }

  relation(row: RelationRow): void {
    const { type, from, to, key } = row;
    const { set } = change(null, saidBy(row), this.#stamp.loaded);
    let file = this.#open.get(type.relation);
    if (!file) {
      const ends = [from.type, to.type] as const;
      file = this.#files.relations(type.relation, ends, columnsOfRelation(type));
      this.#open.set(type.relation, file);
      this.#stamp.touched.relation(type.relation, [created]);
    }
    file.write([from.key, to.key], { ...set, key }, furtherIn(set!));
  }

  #node(type: NodeType, key: string, properties: Record<string, unknown>): void {
    let file = this.#open.get(type.label);
    if (!file) {
      file = this.#files.nodes(type.label, type.type, columnsOfNode(type));
      this.#open.set(type.label, file);
      this.#stamp.touched.node(type.label, [created]);
    }
    file.write([key], properties, furtherIn(properties));
  }
}

/** An end that nobody has described yet, and the source of the first row that names it. */
export type StubEnd = Pick<End, 'id' | 'key'> & { source: string };

const kindOf: Partial<Record<CellKind, ValueKind>> = {
  decimal: 'double',
  integer: 'double',
  list: 'string[]',
};

/** Columns that the contract does not name. */
function furtherIn(properties: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(properties).filter((name) => name.startsWith(extraPrefix));
}

const text = (name: string): PropertyColumn => ({ name, kind: 'string' });

function contractColumns(file: FileName, but: readonly string[]): PropertyColumn[] {
  return Object.entries<Column>(columnsOf(file))
    .filter(([name]) => !but.includes(name))
    .map(([name, { kind }]) => ({ name, kind: kindOf[kind] ?? 'string' }));
}

/** What every statement leaves on what it makes. */
const stamps: readonly PropertyColumn[] = [
  { name: '_sources', kind: 'string[]' },
  text('_loaded'),
  text('_at'),
];

function columnsOfNode(type: NodeType): PropertyColumn[] {
  const key = idColumn(type);
  return [
    ...[...new Set(['id', uniqueProperty(type.type)])].map(text),
    ...contractColumns(type.file, key === null ? [] : [key]),
    ...stamps,
    { name: '_stub', kind: 'boolean' },
    ...['_search', '_order'].map(text),
  ];
}

/** All columns that any relation of the file may carry: those that this one does not are absent in every row. */
function columnsOfRelation(type: RelationType): PropertyColumn[] {
  const isOfNode = 'node' in fileOf(type.file);
  const own = isOfNode ? [] : contractColumns(type.file, endColumns(type));
  return [text('key'), ...own, ...stamps];
}
