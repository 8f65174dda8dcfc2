import { describe, expect, it } from 'vitest';
import { emptyHistory, stepped, type Step } from '../../client/src/board/board-history.ts';
import { visibleNodes, visibleRelations } from '../../client/src/board/board.ts';
import { othersThan } from '../../client/src/board/neighbours.ts';
import { edgeGroupsOf, lineOnBoard, drawnEdgesOf } from '../../client/src/board/edge-groups.ts';
import { createDrawnGraph, drawBoard } from '../../client/src/canvas/drawn/drawn-graph.ts';
import { nameOf, noteMark } from '../../client/src/canvas/drawn/graph-styles.ts';
import { drawnThings } from '../../client/src/board/drawn-things.ts';
import { holderOf, newGroup, withGroups } from '../../client/src/board/node-group.ts';
import { offeredGroups } from '../../client/src/groups/offers.ts';
import { kindsAmong } from '../../client/src/board/relation-kinds.ts';
import type { Graph } from '../../domain/answers.ts';
import { accountNode, deviceNode, relationBetween } from '../canvas/graphs.ts';

const accounts = ['ann', 'bob', 'cat'].map((id) => ({ ...accountNode(id), cluster_id: 'C1' }));
const [ann, bob, cat] = accounts as [
  (typeof accounts)[0],
  (typeof accounts)[0],
  (typeof accounts)[0],
];
const [phone, tablet, laptop] = [deviceNode('phone'), deviceNode('tablet'), deviceNode('laptop')];
const login = (from: typeof ann, to: typeof phone, at: number) => ({
  ...relationBetween(from, to),
  key: `${from.id} ${to.id} ${at.toString()}`,
  type: 'logins.device_id',
  says: 'logged in on',
  at: `2024-01-0${at.toString()}T00:00:00Z`,
});
const graph: Graph = {
  nodes: [...accounts, phone, tablet, laptop],
  relations: [
    login(ann, phone, 1),
    login(ann, phone, 2),
    login(bob, phone, 3),
    login(bob, tablet, 4),
    login(bob, laptop, 5),
    relationBetween(ann, bob),
    relationBetween(cat, ann),
  ],
  omitted: 0,
};
const opened = stepped(emptyHistory, { do: 'open', graph, withoutLeaves: false });
const pair = newGroup('Pair', ['account:ann', 'account:bob']);
const grouped = stepped(opened, { do: 'group', groups: [pair] });
const drawnRefs = (board: typeof opened.board) => drawnThings(board).map(({ ref }) => ref);

describe('groups', () => {
  it('are drawn as one node, with the relations to them bundled and those within them gone', () => {
    const { board } = grouped;
    expect(drawnRefs(board)).toEqual([
      pair.key,
      'account:cat',
      'device:phone',
      'device:tablet',
      'device:laptop',
    ]);
    const [thing] = drawnThings(board);
    expect(thing!.node).toMatchObject({ caption: 'Pair (2)', cluster_id: 'C1' });
    const bundles = edgeGroupsOf(visibleRelations(board), board.groups);
    const toPhone = bundles.find(({ to }) => to === 'device:phone')!;
    expect(toPhone.from).toBe(pair.key);
    expect(toPhone.relations).toHaveLength(3);
    expect(bundles.some(({ from, to }) => from === to)).toBe(false);
    expect(lineOnBoard(board, toPhone.key)!.of).toEqual(toPhone);
  });

  it('hide and keep nothing from the other views: members stay what is shown', () => {
    expect(visibleNodes(grouped.board)).toHaveLength(6);
    const hidden = stepped(grouped, { do: 'hide', refs: [pair.key] }).board;
    expect(visibleNodes(hidden).map(({ id }) => id)).toEqual(['cat', 'phone', 'tablet', 'laptop']);
    expect(othersThan(grouped.board, pair.key)).toEqual([]);
  });

  it('hold a node once: what joins another group leaves the first, and one alone is no group', () => {
    const trio = newGroup('Trio', ['account:bob', 'account:cat']);
    const groups = withGroups(grouped.board.groups, [trio]);
    expect([...groups.keys()]).toEqual([trio.key]);
    expect(holderOf(groups, 'account:ann')).toBe('account:ann');
    expect(holderOf(groups, 'account:cat')).toBe(trio.key);
  });

  it('offer clusters with what hangs on them, types, and what touches one node only', () => {
    const [cluster] = offeredGroups(opened.board, 'cluster');
    expect(cluster!.members).toHaveLength(6);
    expect(offeredGroups(opened.board, 'type').map(({ members }) => members.length)).toEqual([
      3, 3,
    ]);
    const leaves = offeredGroups(opened.board, 'leaves');
    expect(leaves.map(({ members }) => members)).toEqual([['device:tablet', 'device:laptop']]);
    // What is in a group already is not offered again.
    expect(offeredGroups(grouped.board, 'type').flatMap(({ members }) => members)).not.toContain(
      'account:ann',
    );
  });

  it('stand among their members, and give them back around the place where they were moved to', () => {
    const drawing = createDrawnGraph();
    const at = (ref: string) => {
      const { x, y } = drawing.getNodeAttributes(ref);
      return { x, y };
    };
    drawBoard(drawing, opened.board);
    const [a, b] = [at('account:ann'), at('account:bob')];
    expect(drawBoard(drawing, grouped.board).fresh.size).toBe(0);
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    expect(at(pair.key).x).toBeCloseTo(middle.x);
    drawing.mergeNodeAttributes(pair.key, { x: middle.x + 100, y: middle.y - 50 });
    const apart = stepped(grouped, { do: 'ungroup', keys: [pair.key] });
    expect(drawBoard(drawing, apart.board).fresh.size).toBe(0);
    expect(at('account:ann').x).toBeCloseTo(a.x + 100);
    expect(at('account:bob').y).toBeCloseTo(b.y - 50);
  });
});

it('marks what has a tag, by itself and as one of a group', () => {
  const tagged = stepped(opened, { do: 'tag', refs: ['account:ann'], tag: 'seen' });
  const drawing = createDrawnGraph();
  drawBoard(drawing, opened.board);
  drawBoard(drawing, tagged.board);
  expect(drawing.filterNodes((_ref, { noted }) => noted)).toEqual(['account:ann']);
  expect(nameOf(drawing.getNodeAttributes('account:ann'))).toContain(noteMark);
  const group = newGroup('pair', ['account:ann', 'account:bob']);
  drawBoard(drawing, stepped(tagged, { do: 'group', groups: [group] }).board);
  expect(drawing.filterNodes((_ref, { noted }) => noted)).toEqual([group.key]);
});

describe('kinds of relation', () => {
  it('are counted, greyed and hidden, and never take a node away', () => {
    expect(kindsAmong(graph.relations).map(({ says, count }) => [says, count])).toEqual([
      ['logged in on', 5],
      ['is linked to', 2],
    ]);
    const kind = 'logins.device_id';
    const drawing = createDrawnGraph();
    const faint = stepped(opened, { do: 'kind', kind, state: 'faint' });
    drawBoard(drawing, faint.board);
    expect(drawing.filterEdges((_key, line) => line.faint)).toHaveLength(4);
    const hidden = stepped(faint, { do: 'kind', kind, state: 'hidden' });
    expect(visibleRelations(hidden.board)).toHaveLength(2);
    expect(visibleNodes(hidden.board)).toHaveLength(6);
    expect(stepped(hidden, { do: 'kind', kind, state: 'hidden' })).toBe(hidden);
  });
});

describe('bundles', () => {
  it('are drawn side by side once opened, the rest of a large one as one line', () => {
    const [bundle] = edgeGroupsOf(graph.relations, new Map());
    const key = new Set([bundle!.key]);
    expect(drawnEdgesOf(bundle!, new Set())).toEqual([bundle]);
    expect(drawnEdgesOf(bundle!, key).map(({ relations }) => relations.length)).toEqual([1, 1]);
    const large = {
      ...bundle!,
      relations: Array.from({ length: 40 }, () => bundle!.relations[0]!),
    };
    const counts = drawnEdgesOf(large, key).map(({ relations }) => relations.length);
    expect(counts).toHaveLength(12);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(40);
  });
});

describe('twenty steps', () => {
  it('are taken back to the same board, and taken again', () => {
    const bundle = edgeGroupsOf(graph.relations, new Map())[0]!.key;
    const move = { from: { x: 0, y: 0 }, to: { x: 9, y: 9 } };
    const style = { ...opened.board.style, colour: 'cluster' as const };
    const few: Step[] = [
      { do: 'group', groups: [pair] },
      { do: 'kind', kind: 'links is linked to', state: 'faint' },
      { do: 'style', style },
      { do: 'bundle', key: bundle },
      { do: 'ungroup', keys: [pair.key] },
      { do: 'arrange', moves: new Map([['account:ann', move]]), byHand: true, axis: null },
      { do: 'toggle', type: 'device' },
      { do: 'toggle', type: 'device' },
      { do: 'bundle', key: bundle },
      { do: 'kind', kind: 'links is linked to', state: 'shown' },
    ];
    const steps = [...few, ...few];
    const done = steps.reduce(stepped, opened);
    // The second time the style is the same: that changes nothing.
    expect(done.past).toHaveLength(steps.length - 1);
    const undone = done.past.reduce((history) => stepped(history, { do: 'undo' }), done);
    for (const part of ['groups', 'kinds', 'style', 'opened', 'off', 'byHand', 'axis'] as const)
      expect(undone.board[part], part).toEqual(opened.board[part]);
    expect(drawnRefs(undone.board)).toEqual(drawnRefs(opened.board));
    const redone = done.past.reduce((history) => stepped(history, { do: 'redo' }), undone);
    expect(redone.board).toEqual(done.board);
  });
});
