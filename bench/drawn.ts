import type { Graph, GraphNode, GraphRelation } from '../domain/answers.ts';
import { formatRef } from '../domain/schema/graph.ts';
import { randomNumbers } from './rows.ts';

/** A graph as an investigation draws one: groups of accounts around what they share, and some lines between groups. */
export function clusteredGraph(nodes: number, relations: number): Graph {
  const random = randomNumbers(nodes);
  const perGroup = 40;
  const types = ['account', 'account', 'account', 'ip', 'device', 'payment_account'] as const;
  const drawn: GraphNode[] = Array.from({ length: nodes }, (_, at) => {
    const type = types[at % types.length]!;
    return {
      type,
      id: `n${at}`,
      caption: `${type.replace('_', ' ')} ${at}`,
      stub: at % 17 === 0,
      score: type === 'account' && at % 3 === 0 ? random(1_000) / 1_000 : null,
      cluster_id: null,
      degree: 12,
    };
  });
  const lines: GraphRelation[] = Array.from({ length: relations }, (_, at) => {
    const from = at % nodes;
    const group = Math.floor(from / perGroup) * perGroup;
    const near = Math.min(nodes - 1, group + random(perGroup));
    const to = at % 25 === 0 ? random(nodes) : near === from ? (from + 1) % nodes : near;
    return {
      key: `bench|${at}`,
      type: 'logins.ip',
      from: { type: drawn[from]!.type, id: drawn[from]!.id },
      to: { type: drawn[to]!.type, id: drawn[to]!.id },
      says: 'logged in from',
      at: new Date(Date.UTC(2024, 0, 1) + at * 600_000).toISOString(),
      derived: at % 10 === 0,
      values: {},
      sources: [],
    };
  });
  return { nodes: drawn, relations: lines, omitted: 0 };
}

/** For bare Sigma: groups in a sunflower, each of its nodes around the group's middle, as a layout leaves them. */
export function placed({ nodes, relations }: Graph) {
  const angle = Math.PI * (3 - Math.sqrt(5));
  return {
    nodes: nodes.map((node, at) => {
      const group = Math.floor(at / 40);
      const within = at % 40;
      const far = 300 * Math.sqrt(group + 1);
      const near = 22 * Math.sqrt(within);
      return {
        key: formatRef(node),
        label: node.caption,
        x: far * Math.cos(group * angle) + near * Math.cos(within * angle),
        y: far * Math.sin(group * angle) + near * Math.sin(within * angle),
      };
    }),
    lines: relations.map(({ from, to }) => ({ from: formatRef(from), to: formatRef(to) })),
  };
}
