/** The measure beside ours: the same graph in the same places, drawn by Sigma with its own settings and nothing else. */
import Graph from 'graphology';
import Sigma from 'sigma';

interface Drawn {
  nodes: { key: string; x: number; y: number; label: string }[];
  lines: { from: string; to: string }[];
}

const stage = document.getElementById('stage')!;
const { nodes, lines } = (await (await fetch('/bare.json')).json()) as Drawn;
const graph = new Graph({ multi: true });
for (const { key, x, y, label } of nodes)
  graph.addNode(key, { x, y, label, size: 4, color: '#2563c9' });
for (const { from, to } of lines) graph.addEdge(from, to, { size: 1, color: '#9aa8b7' });
new Sigma(graph, stage);
requestAnimationFrame(() => (stage.dataset['drawn'] = 'true'));
