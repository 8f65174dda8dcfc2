/** What a graph's file says of a node and of a relation, and how such attributes are declared in XML. */
import { compareText } from '../../../domain/compare-text.ts';
import type { GraphRelation } from '../../../domain/answers.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { rowColumn } from './tables.ts';

export type Attributes = Readonly<Record<string, unknown>>;
type AttributeType = 'boolean' | 'double' | 'string';

export interface Keys {
  /** The file's id of an attribute, by its name. */
  ids: ReadonlyMap<string, string>;
  types: ReadonlyMap<string, AttributeType>;
}

export function attributesOfNode(node: WholeNode): Attributes {
  return {
    ...rowAttributes(node.values),
    ...extraAttributes(node.extra),
    type: node.type,
    label: node.caption,
    stub: node.stub,
    suspicion: node.score,
    cluster_id: node.cluster_id,
    sources: canonicalJson(node.sources),
    standing: node.standing,
  };
}

export function attributesOfRelation(relation: GraphRelation): Attributes {
  return {
    ...rowAttributes(relation.values),
    type: relation.type,
    label: relation.says,
    at: relation.at,
    derived: relation.derived,
    sources: canonicalJson(relation.sources),
    standing: relation.standing,
  };
}

function rowAttributes(values: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [rowColumn(name), value]),
  );
}

function extraAttributes(extra: Readonly<Record<string, string>>): Attributes {
  return Object.fromEntries(Object.entries(extra).map(([name, text]) => [`extra.${name}`, text]));
}

/** Every attribute that one of them has, in order of name; `prefix` keeps nodes' ids apart from relations'. */
export function keysOf<T>(
  all: readonly T[],
  attributesOf: (item: T) => Attributes,
  prefix: string,
): Keys {
  const types = new Map<string, AttributeType>();
  for (const item of all) {
    for (const [name, value] of Object.entries(attributesOf(item))) {
      if (value === null || value === undefined) continue;
      const type = typeOf(value);
      const before = types.get(name);
      types.set(name, before === undefined || before === type ? type : 'string');
    }
  }
  const names = [...types.keys()].sort(compareText);
  return { types, ids: new Map(names.map((name, index) => [name, `${prefix}${index}`])) };
}

function typeOf(value: unknown): AttributeType {
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'double' : 'string';
}
