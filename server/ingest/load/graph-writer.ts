import {
  columnsOf,
  nodeType,
  type NodeType,
  type RelationType,
} from '../../../domain/schema/graph.ts';
import type { CellKind } from '../../../domain/schema/cell-kinds.ts';
import type { FileName, NodeTypeName } from '../../../domain/schema/schema.ts';
import { searchKeys, type SearchKeys } from '../../graph/search-keys/keys.ts';
import { created, type ChangeLog } from './change-log.ts';
import type { Row } from './check.ts';
import { idColumn, identityOf, valuesBesideKey } from './node-store.ts';
import { uniqueProperty } from './queries.ts';
import { keepsFurther, relationColumns, type End, type RelationRow } from './relation-rows.ts';
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

  /** `further`: the columns of the row that the contract does not name; `keys`: what it is found by, where that is known. */
  node(type: NodeType, row: Row, further: readonly string[], keys?: SearchKeys): void {
    const values = valuesBesideKey(idColumn(type), row);
    const own = {
      ...{ _sources: row.source, _loaded: this.#stamp.loaded, _at: row.at },
      ...identityOf(type, row.key, row.id),
      ...(keys ?? searchKeys(type.type, row.id, values)),
    };
    this.#node(type, row.key, values, own, further);
  }

  /** Of what some row names and none describes. */
  stub(name: NodeTypeName, { id, key, source }: StubEnd): void {
    const type = nodeType(name);
    const own = {
      ...{ id, [uniqueProperty(name)]: key, _stub: true, _sources: source },
      ...{ _loaded: this.#stamp.loaded, ...searchKeys(name, id, {}) },
    };
    this.#node(type, key, {}, own, []);
  }

  /** `further` as of a node; a row's first relation keeps them, where the row is no node itself. */
  relation({ type, from, to, key, row }: RelationRow, further: readonly string[]): void {
    let file = this.#open.get(type.relation);
    if (!file) {
      const ends = [from.type, to.type] as const;
      file = this.#files.relations(type.relation, ends, columnsOfRelation(type));
      this.#open.set(type.relation, file);
      this.#stamp.touched.relation(type.relation, [created], null);
    }
    const own = { key, _sources: row.source, _loaded: this.#stamp.loaded, _at: row.at };
    file.write([from.key, to.key], row.values, own, keepsFurther(type) ? further : []);
  }

  #node(
    type: NodeType,
    key: string,
    values: Row['values'],
    own: Readonly<Record<string, unknown>>,
    further: readonly string[],
  ): void {
    let file = this.#open.get(type.label);
    if (!file) {
      file = this.#files.nodes(type.label, type.type, columnsOfNode(type));
      this.#open.set(type.label, file);
      this.#stamp.touched.node(type.label, [created], null);
    }
    file.write([key], values, own, further);
  }
}

/** An end that nobody has described yet, and the source of the first row that names it. */
export type StubEnd = Pick<End, 'id' | 'key'> & { source: string };

const kindOf: Partial<Record<CellKind, ValueKind>> = {
  decimal: 'double',
  integer: 'double',
  list: 'string[]',
};

const text = (name: string): PropertyColumn => ({ name, kind: 'string' });

function contractColumns(file: FileName, names: readonly string[]): PropertyColumn[] {
  const columns = columnsOf(file);
  return names.map((name) => ({ name, kind: kindOf[columns[name]!.kind] ?? 'string' }));
}

/** What every statement leaves on what it makes; a list of one source is written as that source. */
const stamps: readonly PropertyColumn[] = [
  { name: '_sources', kind: 'string[]' },
  text('_loaded'),
  text('_at'),
];

function columnsOfNode(type: NodeType): PropertyColumn[] {
  const key = idColumn(type);
  return [
    ...[...new Set(['id', uniqueProperty(type.type)])].map(text),
    ...contractColumns(
      type.file,
      Object.keys(type.columns).filter((name) => name !== key),
    ),
    ...stamps,
    { name: '_stub', kind: 'boolean' },
    ...['_search', '_order'].map(text),
  ];
}

function columnsOfRelation(type: RelationType): PropertyColumn[] {
  return [text('key'), ...contractColumns(type.file, relationColumns(type)), ...stamps];
}
