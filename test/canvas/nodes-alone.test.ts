import { expect, it } from 'vitest';
import {
  createDrawnGraph,
  place,
  type DrawnNode,
} from '../../client/src/canvas/drawn/drawn-graph.ts';
import { nodesAlone } from '../../client/src/canvas/drawn/nodes-alone.ts';
import { accountNode } from './graphs.ts';

function drawn(id: string, x: number): DrawnNode {
  const look = {
    colour: { light: '#000000', dark: '#ffffff' },
    radius: 9,
    says: null,
    mark: null,
    outside: false,
    shape: 'circle',
  } as const;
  return {
    node: accountNode(id),
    members: [],
    added: null,
    noted: false,
    gone: false,
    tells: null,
    ...look,
    x,
    y: 0,
  };
}

it('goes with the nodes of the graph, and has none of its lines', () => {
  const graph = createDrawnGraph();
  graph.addNode('a', drawn('a', 1));
  const { nodes, fill, stop } = nodesAlone(graph);
  expect(nodes.order).toBe(0);
  fill();
  graph.addNode('b', drawn('b', 2));
  graph.addEdge('a', 'b');
  expect(nodes.nodes()).toEqual(['a', 'b']);
  expect(nodes.size).toBe(0);

  const heard: string[] = [];
  nodes.on('nodeAttributesUpdated', ({ key }) => heard.push(key));
  nodes.on('eachNodeAttributesUpdated', () => heard.push('all'));
  graph.mergeNodeAttributes('b', { radius: 12 });
  place(graph, new Map([['a', { x: 5, y: 6 }]]));
  expect(heard).toEqual(['b', 'all']);
  expect(nodes.getNodeAttributes('a')).toMatchObject({ x: 5, y: 6 });
  expect(nodes.getNodeAttribute('b', 'radius')).toBe(12);

  // What is dragged on the stage is moved in the graph.
  nodes.setNodeAttribute('a', 'x', 9);
  expect(graph.getNodeAttribute('a', 'x')).toBe(9);

  graph.dropNode('a');
  expect(nodes.nodes()).toEqual(['b']);
  stop();
  graph.clear();
  expect(nodes.nodes()).toEqual(['b']);
});
