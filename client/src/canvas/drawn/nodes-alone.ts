import Graph from 'graphology';
import type { DrawnGraph, DrawnLine, DrawnNode } from './drawn-graph.ts';

/** Nodes of a drawn graph, which share their attributes with it, and no lines. */
export interface NodesAlone {
  nodes: Graph<DrawnNode, DrawnLine>;
  /** Brings them, all at once; until then there are none. */
  fill: () => void;
  /** Ends what keeps it in step. */
  stop: () => void;
}

interface Changed {
  key: string;
}

/** What Sigma is given of a large graph, whose lines are drawn apart. */
export function nodesAlone(graph: DrawnGraph): NodesAlone {
  const nodes = new Graph<DrawnNode, DrawnLine>();
  const of = (key: string) => graph.getNodeAttributes(key);
  const added = ({ key }: Changed) => void nodes.addNode(key, of(key));
  const dropped = ({ key }: Changed) => nodes.dropNode(key);
  const updated = ({ key }: Changed) => nodes.replaceNodeAttributes(key, of(key));
  // All at once they are only ever moved.
  const moved = () => nodes.updateEachNodeAttributes(of, { attributes: ['x', 'y'] });
  const cleared = () => nodes.clear();
  const fill = () => {
    graph.forEachNode((key) => added({ key }));
    graph.on('nodeAdded', added);
    graph.on('nodeDropped', dropped);
    graph.on('nodeAttributesUpdated', updated);
    graph.on('eachNodeAttributesUpdated', moved);
    graph.on('cleared', cleared);
  };
  return {
    nodes,
    fill,
    stop: () => {
      graph.off('nodeAdded', added);
      graph.off('nodeDropped', dropped);
      graph.off('nodeAttributesUpdated', updated);
      graph.off('eachNodeAttributesUpdated', moved);
      graph.off('cleared', cleared);
    },
  };
}
