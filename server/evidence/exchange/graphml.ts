/** GraphML 1.0 of a subgraph, which Gephi, yEd and NetworkX read. */
import { formatRef } from '../../../domain/schema/graph.ts';
import type { GraphRelation } from '../../../domain/answers.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { noAdditions, type AddedGraph } from './additions.ts';
import {
  attributesOfNode,
  attributesOfRelation,
  attributeText,
  keysOfGraph,
  type GraphKeys,
  type Attributes,
  type Keys,
} from './attributes.ts';
import { xml } from '../../platform/xml.ts';

export function* graphml(
  nodes: Iterable<WholeNode>,
  relations: Iterable<GraphRelation>,
  added: AddedGraph = noAdditions,
  keys: GraphKeys = keysOfGraph(nodes, relations, added),
): Generator<string> {
  const { nodes: nodeKeys, relations: edgeKeys } = keys;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* declarations(nodeKeys, 'node');
  yield* declarations(edgeKeys, 'edge');
  yield '<graph id="subgraph" edgedefault="directed">\n';
  for (const node of nodes) {
    yield `<node id="${xml(formatRef(node))}">${data(attributesOfNode(node), nodeKeys)}</node>\n`;
  }
  for (const { ref, attributes } of added.nodes)
    yield `<node id="${xml(ref)}">${data(attributes, nodeKeys)}</node>\n`;
  for (const relation of relations) {
    const ends = `source="${xml(formatRef(relation.from))}" target="${xml(formatRef(relation.to))}"`;
    const body = data(attributesOfRelation(relation), edgeKeys);
    yield `<edge id="${xml(relation.key)}" ${ends}>${body}</edge>\n`;
  }
  for (const { ref, from, to, attributes } of added.edges)
    yield `<edge id="${xml(ref)}" source="${xml(from)}" target="${xml(to)}">${data(attributes, edgeKeys)}</edge>\n`;
  yield '</graph>\n</graphml>\n';
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
    .map(([name, id]) => `<data key="${id}">${xml(attributeText(name, attributes[name]))}</data>`)
    .join('');
}
