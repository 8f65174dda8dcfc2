/** Whom a board is about: as it was opened, as it grows, and as its author says. */
import { describe, expect, it } from 'vitest';
import type { Graph, GraphNode, GraphRelation } from '../../domain/answers.ts';
import type { NodeRef } from '../../domain/schema/graph.ts';
import type { Standable, Standing } from '../../domain/standing.ts';
import { withStandings } from '../../domain/standing.ts';
import { changed, emptyBoard, type Board } from '../../client/src/board/board.ts';
import { relationsStood, standingsIn } from '../../client/src/board/standings.ts';
import { contentOf } from '../../client/src/board/kept/board-content.ts';
import { boardContentSchema } from '../../domain/case.ts';
import { membersOf } from '../../server/evidence/exhibit/members.ts';
import { nodeColumns } from '../../client/src/views/table/table-columns.ts';

function account(id: string, standing?: Standing, cluster: string | null = null): GraphNode {
  const told = standing ? { standing } : {};
  return {
    ...told,
    type: 'account',
    id,
    caption: id,
    stub: false,
    score: 0.5,
    cluster_id: cluster,
    degree: 1,
  };
}

function uses(from: string, to: string): GraphRelation {
  return {
    ...{
      key: `${from} ${to}`,
      type: 'logins.device_id',
      says: 'logged in on',
      at: null,
      derived: false,
    },
    ...{
      from: { type: 'account', id: from },
      to: { type: 'device', id: to },
      values: {},
      sources: [],
    },
  };
}

const device = (id: string): GraphNode => ({ ...account(id), type: 'device', score: null });

/** a1 and a2 are members and use d1, as b does, who uses d2 too. */
function graph(): Graph {
  const nodes = [account('a1'), account('a2'), account('b'), device('d1'), device('d2')];
  const relations = [uses('a1', 'd1'), uses('a2', 'd1'), uses('b', 'd1'), uses('b', 'd2')];
  return { ...withStandings(nodes, relations, new Set(['a1', 'a2'])), omitted: 0 };
}

function standingOf(board: Board, ref: string): Standing | undefined {
  return board.nodes.get(ref)?.standing;
}

describe('a graph of somebody', () => {
  it('says of accounts, of what only others touch, and of what leads there', () => {
    const { nodes, relations } = graph();
    expect(nodes.map(({ id, standing }) => [id, standing ?? null])).toEqual([
      ['a1', 'member'],
      ['a2', 'member'],
      ['b', 'context'],
      ['d1', null],
      ['d2', 'context'],
    ]);
    const context = relations.filter(({ standing }) => standing === 'context');
    expect(context.map(({ key }) => key)).toEqual(['b d1', 'b d2']);
  });
});

describe('money and those who hold it', () => {
  const ref = (
    type: 'account' | 'payment_account' | 'company',
    id: string,
  ): NodeRef & Standable => ({ type, id });
  const tie = (
    from: ReturnType<typeof ref>,
    to: ReturnType<typeof ref>,
  ): Pick<GraphRelation, 'from' | 'to'> => ({ from, to });
  const client = ref('payment_account', 'client');
  const payout = ref('payment_account', 'payout');
  const meeting = ref('payment_account', 'meeting');
  const front = ref('company', 'front');
  const shop = ref('company', 'shop');
  const worker = ref('account', 'worker');
  const member = ref('account', 'member');
  const { nodes } = withStandings(
    [client, payout, meeting, front, shop, worker, member],
    [
      tie(client, payout),
      tie(payout, meeting),
      tie(member, payout),
      tie(front, payout),
      tie(worker, front),
      tie(worker, shop),
    ],
    new Set(['member']),
  );
  const context = nodes.filter(({ standing }) => standing === 'context').map(({ id }) => id);

  it('makes a client who only pays no part of what the money is about', () => {
    expect(context).toContain('client');
    expect(context).not.toContain('meeting');
  });

  it('makes a company that holds what a member is paid through no context', () => {
    expect(context).not.toContain('front');
    expect(context).toContain('shop');
  });
});

describe('a board', () => {
  const opened = changed(emptyBoard, { do: 'open', graph: graph(), withoutLeaves: false });

  it('makes nobody a member who is merely brought along, nor a member less', () => {
    const more = {
      nodes: [account('c'), account('a1'), account('e', 'member')],
      relations: [],
      omitted: 0,
    };
    const grown = changed(opened, { do: 'add', graph: more });
    expect(standingOf(grown, 'account:c')).toBe('context');
    expect(standingOf(grown, 'account:a1')).toBe('member');
    expect(standingOf(grown, 'account:e')).toBe('member');
  });

  it('says nothing of anybody where it was opened with nothing that does', () => {
    const plain = { nodes: [account('a1')], relations: [], omitted: 0 };
    const board = changed(emptyBoard, { do: 'open', graph: plain, withoutLeaves: false });
    const grown = changed(board, { do: 'add', graph: { ...plain, nodes: [account('c')] } });
    expect(standingOf(grown, 'account:c')).toBeUndefined();
    expect(nodeColumns().map(({ key }) => key)).not.toContain('standing');
  });

  it('goes by what its author says, and takes it along into files and cases', () => {
    const board = changed(opened, { do: 'stand', refs: ['account:b'], standing: 'member' });
    expect(standingsIn(board, ['account:b', 'device:d1'])).toEqual({ 'account:b': 'member' });
    const [first, , third] = relationsStood(board, [...board.relations.values()]);
    expect([first!.standing, third!.standing]).toEqual([undefined, undefined]);
    const kept = boardContentSchema.parse(contentOf(board));
    expect(kept.nodes.find(({ id }) => id === 'b')!.standing).toBe('member');
    const column = nodeColumns(true).find(({ key }) => key === 'standing')!;
    expect(kept.nodes.slice(0, 1).map(column.says)).toEqual(['member']);
  });
});

describe('whom an export is about', () => {
  const none = { cluster: null, findings: [], board: null };
  const nodes = [account('a1', undefined, 'C-1'), account('b'), device('d1')];
  const shown = { title: 'T', nodes: [], places: {} };
  const board = { kind: 'board', case: 'c', id: 'b' } as const;

  it('is the account asked for and nobody around it, or what was picked', () => {
    expect([...membersOf({ kind: 'account', id: 'b', hops: 2 }, none, nodes)]).toEqual(['b']);
    const picked = { kind: 'selection', nodes: [{ type: 'account', id: 'b' }] } as const;
    expect([...membersOf(picked, none, nodes)]).toEqual(['b']);
  });

  it('is of a board whom its author says, or else who is in a cluster', () => {
    const said = { ...none, board: { ...shown, members: ['b'] } };
    expect([...membersOf(board, said, nodes)]).toEqual(['b']);
    const unsaid = { ...none, board: { ...shown, members: null } };
    expect([...membersOf(board, unsaid, nodes)]).toEqual(['a1']);
  });
});
