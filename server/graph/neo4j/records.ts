import neo4j, {
  type Node as RawNode,
  type Path as RawPath,
  type Relationship as RawRelation,
} from 'neo4j-driver';
import { derivedRelationOf } from '../../../domain/schema/derived.ts';
import {
  captionOf,
  nodeTypeOfLabel,
  relationTypeOf,
  type NodeRef,
  type NodeType,
} from '../../../domain/schema/graph.ts';
import { relationLabel, valueLabel } from '../../../domain/labels/relation-label.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';

export type { RawNode, RawRelation };

/** Property names of the program's own start with `_`; unknown columns with this prefix. */
export const extraPrefix = 'extra.';

/** A node as the rest of the program sees it: the contract's type, id and columns. */
export interface StoredNode {
  elementId: string;
  type: NodeTypeName;
  id: string;
  caption: string;
  stub: boolean;
  values: Record<string, unknown>;
  extra: Record<string, string>;
  /** `<source file's ref>:<line>`; `sources.ts` turns them into file, digest and line. */
  sources: string[];
  history: string[];
  at: string | null;
  /** When it was first loaded. */
  known: string | null;
}

export interface StoredRelation {
  /** The relation's type and the key of its row. */
  key: string;
  /** As evidence names it: `logins.ip`, or `derived.<rule>`. */
  type: string;
  derived: boolean;
  says: string;
  fromElementId: string;
  toElementId: string;
  at: string | null;
  /** The row's columns, those that the contract does not name among them. */
  values: Record<string, unknown>;
  sources: string[];
  /** When its row was first loaded; null for what is inferred. */
  known: string | null;
}

export function isNode(value: unknown): value is RawNode {
  return neo4j.isNode(value);
}

export function isRelation(value: unknown): value is RawRelation {
  return neo4j.isRelationship(value);
}

export function isPath(value: unknown): value is RawPath {
  return neo4j.isPath(value);
}

/** What only text can say of a value of the database: a time, a duration, a point, bytes; null for any other. */
export function writtenValue(value: unknown): string | null {
  if (value instanceof Int8Array) return Buffer.from(value).toString('hex');
  const isWritten = [
    neo4j.isDate,
    neo4j.isDateTime,
    neo4j.isDuration,
    neo4j.isLocalDateTime,
    neo4j.isLocalTime,
    neo4j.isPoint,
    neo4j.isTime,
  ].some((is) => is(value as object));
  return isWritten ? String(value) : null;
}

export function refOf(node: NodeRef): NodeRef {
  return { type: node.type, id: node.id };
}

/** Throws for those of the program's own (Run, Load, …): they never reach a canvas or a finding. */
export function typeOfLabels(labels: readonly string[]): NodeType {
  const type = labels.map(nodeTypeOfLabel).find((found) => found !== undefined);
  if (!type) throw new Error(`A query returned a node of no declared type: ${labels.join(', ')}.`);
  return type;
}

/** As evidence names it. Throws for one that neither the schema nor a derivation declares. */
export function typeOfRelation(name: string): Pick<StoredRelation, 'type' | 'derived'> {
  const type = relationTypeOf(name);
  const derived = derivedRelationOf(name);
  if (!type && !derived)
    throw new Error(`A query returned a relation of no declared type: ${name}.`);
  return { type: type?.type ?? `derived.${derived!.rule}`, derived: derived !== undefined };
}

/** Throws what `typeOfLabels` throws. */
export function storedNode(node: RawNode): StoredNode {
  const type = typeOfLabels(node.labels);
  const { values, extra, own } = split(node.properties);
  const id = String(values['id']);
  delete values['id'];
  return {
    elementId: node.elementId,
    type: type.type,
    id,
    caption: captionSaid(type, id, values),
    stub: own['_stub'] === true,
    values,
    extra,
    sources: texts(own['_sources']),
    history: texts(own['_history']),
    at: text(own['_at']),
    known: text(own['_loaded']),
  };
}

/** A caption that is a word of a fixed choice, such as the kind of a document, is said in the language in force. */
function captionSaid(type: NodeType, id: string, values: Record<string, unknown>): string {
  const caption = captionOf(type.type, id, values);
  const named = type.caption.find((column) => values[column] === caption);
  return named && type.columns[named]?.values ? valueLabel(caption) : caption;
}

/** Throws what `typeOfRelation` throws. */
export function storedRelation(relation: RawRelation): StoredRelation {
  const { type, derived } = typeOfRelation(relation.type);
  const { values, extra, own } = split(relation.properties);
  const key = String(values['key']);
  delete values['key'];
  return {
    key: `${relation.type}|${key}`,
    ...{ type, derived },
    says: relationLabel(type, values['kind']),
    fromElementId: relation.startNodeElementId,
    toElementId: relation.endNodeElementId,
    at: text(own['_at']),
    values: { ...values, ...extra },
    sources: texts(own['_sources']),
    known: text(own['_loaded']),
  };
}

interface SplitProperties {
  values: Record<string, unknown>;
  extra: Record<string, string>;
  own: Record<string, unknown>;
}

/** `fromEntries` throughout: a column may be called `__proto__`, and assigning that would lose it. */
function split(properties: Record<string, unknown>): SplitProperties {
  const all = Object.entries(properties);
  const isOwn = (name: string) => name.startsWith('_');
  const isExtra = (name: string) => name.startsWith(extraPrefix);
  return {
    values: Object.fromEntries(all.filter(([name]) => !isOwn(name) && !isExtra(name))),
    extra: Object.fromEntries(
      all
        .filter(([name]) => isExtra(name))
        .map(([name, value]) => [name.slice(extraPrefix.length), String(value)]),
    ),
    own: Object.fromEntries(all.filter(([name]) => isOwn(name))),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
