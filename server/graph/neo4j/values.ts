import type { ResultValue } from '../../../domain/query.ts';
import { derivedRelationOf } from '../../../domain/schema/derived.ts';
import {
  captionOf,
  formatRef,
  nodeTypeOfLabel,
  relationTypeOf,
} from '../../../domain/schema/graph.ts';
import {
  isNode,
  isPath,
  isRelation,
  writtenValue,
  type RawNode,
  type RawRelation,
} from './records.ts';

/** What is longer is cut: a cell is to be read. */
const longestText = 10_000;
/** Deeper than any data of ours; a list may be nested thousands of times by a query. */
const deepest = 12;

/** The nodes and relations that were met in a result, by the database's ids. */
export interface Met {
  nodes: Map<string, RawNode>;
  relations: Map<string, RawRelation>;
}

/** A value as JSON can carry it; the nodes and relations of the data within are added to `met`. */
export function resultValue(value: unknown, met: Met, depth = 0): ResultValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return textValue(value);
  if (typeof value === 'number')
    return Number.isFinite(value) ? value : { kind: 'written', text: String(value), cut: false };
  if (typeof value === 'bigint') return integerValue(value);
  if (depth >= deepest) return { kind: 'written', text: '…', cut: true };
  const inner = (one: unknown) => resultValue(one, met, depth + 1);
  if (Array.isArray(value)) return { kind: 'list', items: value.map(inner) };
  if (isNode(value)) return nodeValue(value, met, inner);
  if (isRelation(value)) return relationValue(value, met, inner);
  if (isPath(value)) {
    const steps = value.segments.flatMap(({ start, relationship, end }) => [
      alongPath(inner(relationship), relationship.startNodeElementId !== start.elementId),
      inner(end),
    ]);
    return { kind: 'path', steps: [inner(value.start), ...steps] };
  }
  const written = writtenValue(value);
  if (written !== null) return { kind: 'written', text: written, cut: false };
  return { kind: 'map', entries: Object.entries(value).map(([key, one]) => [key, inner(one)]) };
}

function textValue(text: string): ResultValue {
  if (text.length <= longestText) return text;
  return { kind: 'written', text: text.slice(0, longestText), cut: true };
}

function integerValue(value: bigint): ResultValue {
  const number = Number(value);
  return Number.isSafeInteger(number)
    ? number
    : { kind: 'written', text: value.toString(), cut: false };
}

function nodeValue(node: RawNode, met: Met, inner: (value: unknown) => ResultValue): ResultValue {
  const type = node.labels.map(nodeTypeOfLabel).find((found) => found !== undefined);
  const label = node.labels.join(':');
  const id = String(node.properties['id'] ?? '');
  if (!type) return { kind: 'node', ref: null, caption: id, label, values: entriesOf(node, inner) };
  met.nodes.set(node.elementId, node);
  return {
    kind: 'node',
    ref: formatRef({ type: type.type, id }),
    caption: captionOf(type.type, id, node.properties),
    label,
    values: entriesOf(node, inner),
  };
}

function relationValue(
  relation: RawRelation,
  met: Met,
  inner: (value: unknown) => ResultValue,
): ResultValue {
  const known = relationTypeOf(relation.type) ?? derivedRelationOf(relation.type);
  if (known) met.relations.set(relation.elementId, relation);
  return {
    kind: 'relation',
    says: known?.says ?? relation.type,
    values: entriesOf(relation, inner),
  };
}

/** A relation as a path goes along it: it may go against its direction. */
function alongPath(relation: ResultValue, backwards: boolean): ResultValue {
  const isRelation = typeof relation === 'object' && relation?.kind === 'relation';
  return isRelation && backwards ? { ...relation, backwards: true } : relation;
}

/** The program's own properties are left to the queries that name them. */
function entriesOf(
  { properties }: { properties: Readonly<Record<string, unknown>> },
  inner: (value: unknown) => ResultValue,
): [string, ResultValue][] {
  return Object.entries(properties)
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, value]) => [name, inner(value)]);
}
