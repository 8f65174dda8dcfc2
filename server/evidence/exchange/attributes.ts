/** What a graph's file says of a node and of a relation, and how such attributes are declared in XML. */
import { compareText } from '../../../domain/compare-text.ts';
import type { GraphRelation } from '../../../domain/answers.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { asText } from '../../platform/stored-text.ts';
import { rowColumn } from './tables.ts';

export type Attributes = Readonly<Record<string, unknown>>;
type AttributeType = 'boolean' | 'double' | 'string';

export interface Keys {
  /** The file's id of an attribute, by its name. */
  ids: ReadonlyMap<string, string>;
  types: ReadonlyMap<string, AttributeType>;
}

export function attributesOfNode(node: WholeNode): Attributes {
  const { values, extra, sources, type, caption, stub, score, cluster_id, standing } = node;
  const own = { type, label: caption, stub, suspicion: score, cluster_id };
  return { ...rowAttributes(values), ...extraAttributes(extra), ...own, sources, standing };
}

export function attributesOfRelation(relation: GraphRelation): Attributes {
  const { values, sources, type, says, at, derived, standing } = relation;
  return { ...rowAttributes(values), type, label: says, at, derived, sources, standing };
}

/** As a graph's file holds it. */
export function attributeText(name: string, value: unknown): string {
  return name === 'sources' ? canonicalJson(value) : asText(value);
}

function rowAttributes(values: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [rowColumn(name), value]),
  );
}

function extraAttributes(extra: Readonly<Record<string, string>>): Attributes {
  return Object.fromEntries(Object.entries(extra).map(([name, text]) => [`extra.${name}`, text]));
}

/** What the nodes and the relations of a graph have; forms that declare the same share it. */
export interface GraphKeys {
  nodes: Keys;
  relations: Keys;
}

export function keysOfGraph(
  nodes: Iterable<WholeNode>,
  relations: Iterable<GraphRelation>,
  added: AddedAttributes = { nodes: [], edges: [] },
): GraphKeys {
  return {
    nodes: keysOf(attributesOfAll(nodes, attributesOfNode, added.nodes), 'n'),
    relations: keysOf(attributesOfAll(relations, attributesOfRelation, added.edges), 'e'),
  };
}

type Added = readonly { attributes: Attributes }[];

/** Of what analysts added by hand. */
interface AddedAttributes {
  nodes: Added;
  edges: Added;
}

function* attributesOfAll<T>(
  all: Iterable<T>,
  attributesOf: (item: T) => Attributes,
  added: Added,
): Generator<Attributes> {
  for (const item of all) yield attributesOf(item);
  for (const { attributes } of added) yield attributes;
}

/** Every attribute that one of them has, in order of name; `prefix` keeps nodes' ids apart from relations'. */
function keysOf(all: Iterable<Attributes>, prefix: string): Keys {
  const types = new Map<string, AttributeType>();
  for (const attributes of all)
    for (const [name, value] of Object.entries(attributes)) {
      const before = types.get(name);
      if (before === 'string' || value === null || value === undefined) continue;
      const type = typeOf(value);
      types.set(name, before === undefined || before === type ? type : 'string');
    }
  const names = [...types.keys()].sort(compareText);
  return { types, ids: new Map(names.map((name, index) => [name, `${prefix}${index}`])) };
}

function typeOf(value: unknown): AttributeType {
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'double' : 'string';
}
