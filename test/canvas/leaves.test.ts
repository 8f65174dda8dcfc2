import { describe, expect, it } from 'vitest';
import { emptyBoard, visibleNodes, withLeaves, type Board } from '../../client/src/board/board.ts';
import { leavesOf } from '../../client/src/board/leaves.ts';
import type { Graph } from '../../domain/answers.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import { accountNode, deviceNode, nodeOf, relationBetween } from './graphs.ts';

const [ann, bob] = [accountNode('ann'), accountNode('bob')];
const own = Array.from({ length: 60 }, (_, index) => nodeOf('job', `own-${index}`));
const shared = deviceNode('shared');
const firm = nodeOf('company', 'firm');
const payout = nodeOf('payment_account', 'payout');
const till = nodeOf('payment_account', 'till');
const large: Graph = {
  nodes: [ann, bob, ...own, shared, firm, payout, till],
  relations: [
    ...own.map((job) => relationBetween(ann, job)),
    relationBetween(ann, shared),
    relationBetween(bob, shared),
    relationBetween(ann, firm),
    relationBetween(bob, payout),
    relationBetween(payout, till),
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

  it('are put away at first, and back where they are asked for, but not what a person took off', () => {
    const refs = own.map(formatRef);
    const board = {
      ...emptyBoard,
      nodes: new Map(large.nodes.map((node) => [formatRef(node), node])),
      hidden: new Set([...refs, formatRef(shared)]),
      leaves: new Set(refs),
    };
    const shown = (seen: Board) => visibleNodes(seen).map(formatRef);
    expect(shown(board)).not.toContain(refs[0]);
    expect(shown(withLeaves(board))).toEqual(expect.arrayContaining(refs));
    expect(shown(withLeaves(board))).not.toContain(formatRef(shared));
  });
});
