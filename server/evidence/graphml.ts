/** GraphML 1.0 of a subgraph, which Gephi, yEd and NetworkX read. */
import { formatRef } from '../../domain/graph.ts';
import type { GraphRelation } from '../../domain/answers.ts';
import { canonicalJson, inOrder } from './canonical.ts';
import type { ExhibitNode } from './exhibit.ts';
import { asText, rowColumn } from './tables.ts';

type Attributes = Readonly<Record<string, unknown>>;
type AttributeType = 'boolean' | 'double' | 'string';

interface Keys {
  /** GraphML's id of an attribute, by its name. */
  ids: ReadonlyMap<string, string>;
  types: ReadonlyMap<string, AttributeType>;
}

export function* graphml(
  nodes: readonly ExhibitNode[],
  relations: readonly GraphRelation[],
): Generator<string> {
  const nodeKeys = keysOf(nodes.map(nodeAttributes), 'n');
  const edgeKeys = keysOf(relations.map(edgeAttributes), 'e');
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* declarations(nodeKeys, 'node');
  yield* declarations(edgeKeys, 'edge');
  yield '<graph id="subgraph" edgedefault="directed">\n';
  for (const node of nodes) {
    yield `<node id="${xml(formatRef(node))}">${data(nodeAttributes(node), nodeKeys)}</node>\n`;
  }
  for (const relation of relations) {
    const ends = `source="${xml(formatRef(relation.from))}" target="${xml(formatRef(relation.to))}"`;
    const body = data(edgeAttributes(relation), edgeKeys);
    yield `<edge id="${xml(relation.key)}" ${ends}>${body}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function nodeAttributes(node: ExhibitNode): Attributes {
  return {
    ...rowAttributes(node.values),
    ...extraAttributes(node.extra),
    type: node.type,
    label: node.caption,
    stub: node.stub,
    suspicion: node.score,
    cluster_id: node.cluster_id,
    sources: canonicalJson(node.sources),
  };
}

function edgeAttributes(relation: GraphRelation): Attributes {
  return {
    ...rowAttributes(relation.values),
    type: relation.type,
    label: relation.says,
    at: relation.at,
    derived: relation.derived,
    sources: canonicalJson(relation.sources),
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

function keysOf(all: readonly Attributes[], prefix: string): Keys {
  const types = new Map<string, AttributeType>();
  for (const attributes of all) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined) continue;
      const type = typeOf(value);
      const before = types.get(name);
      types.set(name, before === undefined || before === type ? type : 'string');
    }
  }
  const names = [...types.keys()].sort(inOrder);
  return { types, ids: new Map(names.map((name, index) => [name, `${prefix}${index}`])) };
}

function typeOf(value: unknown): AttributeType {
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'double' : 'string';
}

function* declarations(keys: Keys, domain: 'node' | 'edge'): Generator<string> {
  for (const [name, id] of keys.ids) {
    const type = keys.types.get(name) ?? 'string';
    yield `<key id="${id}" for="${domain}" attr.name="${xml(name)}" attr.type="${type}"/>\n`;
  }
}

function data(attributes: Attributes, keys: Keys): string {
  return [...keys.ids]
    .filter(([name]) => attributes[name] !== null && attributes[name] !== undefined)
    .map(([name, id]) => `<data key="${id}">${xml(asText(attributes[name]))}</data>`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Characters that XML 1.0 cannot hold, even escaped; they become U+FFFD here, the JSON keeps them. */
const impossible =
  // eslint-disable-next-line no-control-regex -- these are the characters to find
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu;

function xml(text: string): string {
  return text
    .replace(impossible, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, (sign) => entities[sign] ?? '');
}
