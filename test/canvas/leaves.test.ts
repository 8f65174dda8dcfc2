import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../client/src/canvas/leaves.ts';
import type { Graph, GraphNode, GraphRelation } from '../../domain/answers.ts';
import { formatRef, type NodeRef } from '../../domain/graph.ts';

const node = (type: NodeRef['type'], id: string): GraphNode => ({
  type,
  id,
  caption: id,
  score: null,
  cluster_id: null,
  stub: false,
  degree: 1,
});
const relation = (from: NodeRef, to: NodeRef): GraphRelation => ({
  key: `${formatRef(from)} ${formatRef(to)}`,
  type: 'links',
  from,
  to,
  says: 'is linked to',
  at: null,
  derived: false,
  values: {},
  sources: [],
});

const [ann, bob] = [node('account', 'ann'), node('account', 'bob')];
const own = Array.from({ length: 60 }, (_, index) => node('job', `own-${index}`));
const shared = node('device', 'shared');
const firm = node('company', 'firm');
const payout = node('payment_account', 'payout');
const till = node('payment_account', 'till');
const large: Graph = {
  nodes: [ann, bob, ...own, shared, firm, payout, till],
  relations: [
    ...own.map((job) => relation(ann, job)),
    relation(ann, shared),
    relation(bob, shared),
    relation(ann, firm),
    relation(bob, payout),
    relation(payout, till),
  ],
  omitted: 0,
};

describe('leaves of a graph', () => {
  it('are the things that touch one account and nothing else', () => {
    expect([...leavesOf(large)].sort()).toEqual(own.map(formatRef).sort());
  });

  it('are none where the graph is small enough to be read', () => {
    const nodes = large.nodes.slice(0, 20);
    const refs = new Set(nodes.map(formatRef));
    const relations = large.relations.filter(
      ({ from, to }) => refs.has(formatRef(from)) && refs.has(formatRef(to)),
    );
    expect(leavesOf({ nodes, relations, omitted: 0 }).size).toBe(0);
  });
});
