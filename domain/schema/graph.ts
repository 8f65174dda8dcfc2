/**
 * What derives from the schema: the node types and relation types of the graph, and how a row's key
 * becomes an id. Loader, queries, canvas and docs all ask here.
 */
import {
  files,
  type Column,
  type DatasetFile,
  type FileName,
  type NodeLooks,
  type NodeTypeName,
} from './schema.ts';

/** What the type is called stands in `messages.schema`, in each language. */
export interface NodeType
  extends
    Omit<NodeLooks, 'one' | 'many'>,
    Pick<Extract<DatasetFile, { node: unknown }>, 'followTheMoney' | 'stix'> {
  file: FileName;
  key: readonly string[];
  columns: Readonly<Record<string, Column>>;
}

export interface RelationType {
  /** As evidence names it: `logins.ip`, `documents.account_id`, or the file alone for `links`. */
  type: string;
  /** Neo4j's relation type. */
  relation: string;
  file: FileName;
  /** Null for `links`, whose rows name the types of their ends. */
  from: NodeTypeName | null;
  to: NodeTypeName | null;
  /** The columns that hold the ids of the ends; `fromColumn` is null where the row is itself a node. */
  fromColumn: string | null;
  toColumn: string;
  says: string;
}

export const fileNames = Object.keys(files) as FileName[];

/** The declaration of a file, seen as the general type. */
export function fileOf(name: FileName): DatasetFile {
  return files[name];
}

/** The columns of a file, seen as the general type. */
export function columnsOf(name: FileName): Readonly<Record<string, Column>> {
  return files[name].columns;
}

export const nodeTypes: readonly NodeType[] = fileNames.flatMap((name) => {
  const file = fileOf(name);
  if (!('node' in file)) return [];
  const { node, key, columns, followTheMoney, stix } = file;
  return [{ ...node, file: name, key, columns, followTheMoney, stix }];
});

const byType = new Map<string, NodeType>(nodeTypes.map((type) => [type.type, type]));
const byLabel = new Map<string, NodeType>(nodeTypes.map((type) => [type.label, type]));

export function nodeType(type: NodeTypeName): NodeType {
  const found = byType.get(type);
  if (!found) throw new Error(`There is no node type ${type}.`);
  return found;
}

function isNodeTypeName(text: string): text is NodeTypeName {
  return byType.has(text);
}

/** The node type of a Neo4j label; undefined for labels of the program's own, such as Run. */
export function nodeTypeOfLabel(label: string): NodeType | undefined {
  return byLabel.get(label);
}

export const relationTypes: readonly RelationType[] = fileNames.flatMap(relationsOfFile);

const byRelation = new Map(relationTypes.map((type) => [type.relation, type]));

export function relationTypeOf(relation: string): RelationType | undefined {
  return byRelation.get(relation);
}

function relationsOfFile(name: FileName): RelationType[] {
  const file = fileOf(name);
  if ('link' in file) {
    return [
      {
        type: name,
        relation: file.link.relation,
        file: name,
        from: null,
        to: null,
        fromColumn: 'from_id',
        toColumn: 'to_id',
        says: 'is linked to',
      },
    ];
  }
  const references = Object.entries(file.columns).filter(([, column]) => column.refersTo);
  return references.map(([toColumn, column]) => {
    const { to, relation, says } = column.refersTo!;
    const ends =
      'node' in file
        ? { from: file.node.type, fromColumn: null }
        : { from: file.from.type, fromColumn: file.from.column };
    return { type: `${name}.${toColumn}`, relation, file: name, to, toColumn, says, ...ends };
  });
}

/** A reference to a node as outputs and URLs write it: `account:a17`. */
export interface NodeRef {
  type: NodeTypeName;
  id: string;
}

export function formatRef(ref: NodeRef): string {
  return `${ref.type}:${ref.id}`;
}

/** Reads `account:a17`; null when the type is unknown. The id may itself hold colons. */
export function parseRef(text: string): NodeRef | null {
  const colon = text.indexOf(':');
  const type = text.slice(0, colon);
  const id = text.slice(colon + 1);
  return colon > 0 && id !== '' && isNodeTypeName(type) ? { type, id } : null;
}

/** What a person calls the node: its first filled caption column, else its id. */
export function captionOf(type: NodeTypeName, id: string, values: Record<string, unknown>): string {
  for (const column of nodeType(type).caption) {
    const value = values[column];
    if (typeof value === 'string' && value !== '') return value;
  }
  return id;
}

/**
 * The id of the node that a row describes, from its key columns. Only a watchlist entry's differs from
 * its key: links name an entry by `entry_id` alone, while two lists may use the same one.
 */
export function idOfRow(file: FileName, key: string, values: Record<string, unknown>): string {
  return file === 'watchlist' ? keyPart(values['entry_id']) : key;
}

/**
 * What makes the row unique in its file: the key column, or several joined by `|`, empty ones staying empty.
 * A `|` within one of several is escaped, since ids are opaque and may hold any character.
 */
export function keyOfRow(file: FileName, values: Record<string, unknown>): string {
  const [first, ...others] = fileOf(file).key;
  if (others.length === 0) return keyPart(values[first!]);
  let key = escaped(keyPart(values[first!]));
  for (const column of others) key += `|${escaped(keyPart(values[column]))}`;
  return key;
}

/** Hardly any holds what must be escaped, and every row of every file has a key. */
function escaped(part: string): string {
  return part.includes('|') || part.includes('\\') ? part.replace(/[\\|]/g, '\\$&') : part;
}

function keyPart(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
