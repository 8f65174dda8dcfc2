/** GEXF 1.2 of a subgraph, which Gephi and NetworkX read. */
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

export function* gexf(
  nodes: Iterable<WholeNode>,
  relations: Iterable<GraphRelation>,
  added: AddedGraph = noAdditions,
  keys: GraphKeys = keysOfGraph(nodes, relations, added),
): Generator<string> {
  const { nodes: nodeKeys, relations: edgeKeys } = keys;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n';
  yield '<graph mode="static" defaultedgetype="directed">\n';
  yield* declarations(nodeKeys, 'node');
  yield* declarations(edgeKeys, 'edge');
  yield '<nodes>\n';
  for (const node of nodes) {
    const values = attvalues(attributesOfNode(node), nodeKeys);
    yield `<node id="${xml(formatRef(node))}" label="${xml(node.caption)}">${values}</node>\n`;
  }
  for (const { ref, label, attributes } of added.nodes)
    yield `<node id="${xml(ref)}" label="${xml(label)}">${attvalues(attributes, nodeKeys)}</node>\n`;
  yield '</nodes>\n<edges>\n';
  for (const relation of relations) {
    const ends = `source="${xml(formatRef(relation.from))}" target="${xml(formatRef(relation.to))}"`;
    const values = attvalues(attributesOfRelation(relation), edgeKeys);
    yield `<edge id="${xml(relation.key)}" ${ends} label="${xml(relation.says)}">${values}</edge>\n`;
  }
  for (const { ref, from, to, label, attributes } of added.edges)
    yield `<edge id="${xml(ref)}" source="${xml(from)}" target="${xml(to)}" label="${xml(label)}">${attvalues(attributes, edgeKeys)}</edge>\n`;
  yield '</edges>\n</graph>\n</gexf>\n';
}

function* declarations(keys: Keys, of: 'node' | 'edge'): Generator<string> {
  yield `<attributes class="${of}" mode="static">\n`;
  for (const [name, id] of keys.ids) {
    const type = keys.types.get(name) ?? 'string';
    yield `<attribute id="${id}" title="${xml(name)}" type="${type}"/>\n`;
  }
  yield '</attributes>\n';
}

function attvalues(attributes: Attributes, keys: Keys): string {
  const values = [...keys.ids]
    .filter(([name]) => attributes[name] !== null && attributes[name] !== undefined)
    .map(
      ([name, id]) =>
        `<attvalue for="${id}" value="${xml(attributeText(name, attributes[name]))}"/>`,
    );
  return `<attvalues>${values.join('')}</attvalues>`;
}
