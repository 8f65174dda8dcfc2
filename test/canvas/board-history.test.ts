import { describe, expect, it } from 'vitest';
import { emptyHistory, stepped, type Step } from '../../client/src/board/board-history.ts';
import { visibleNodes } from '../../client/src/board/board.ts';
import { createDrawnGraph, drawBoard, place } from '../../client/src/canvas/drawn/drawn-graph.ts';
import type { Graph } from '../../domain/answers.ts';
import { accountNode, deviceNode, relationBetween } from './graphs.ts';

const [ann, bob] = [accountNode('ann'), accountNode('bob')];
const [phone, tablet] = [deviceNode('phone'), deviceNode('tablet')];
const first: Graph = {
  nodes: [ann, bob, phone],
  relations: [relationBetween(ann, phone), relationBetween(bob, phone)],
  omitted: 0,
};
const more: Graph = {
  nodes: [bob, tablet],
  relations: [relationBetween(bob, tablet)],
  omitted: 0,
};
const open: Step = { do: 'open', graph: first, withoutLeaves: false };
const steps: Step[] = [
  { do: 'add', graph: more },
  { do: 'hide', refs: ['account:ann'] },
  { do: 'toggle', type: 'device' },
  { do: 'toggle', type: 'device' },
  { do: 'pin', ref: 'account:bob', moved: { from: { x: 1, y: 2 }, to: { x: 50, y: 60 } } },
  { do: 'unhide' },
  { do: 'release', ref: 'account:bob' },
];
const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

describe('the history of a board', () => {
  it('takes back every step, and takes each again', () => {
    const opened = stepped(emptyHistory, open);
    const done = steps.reduce(stepped, opened);
    const undone = times(steps.length, { do: 'undo' } as const).reduce(stepped, done);
    expect(undone.past).toEqual([]);
    expect(visibleNodes(undone.board)).toEqual(visibleNodes(opened.board));
    expect(undone.board.pinned).toEqual(opened.board.pinned);
    const redone = times(steps.length, { do: 'redo' } as const).reduce(stepped, undone);
    expect(redone.board).toEqual(done.board);
    expect(redone.future).toEqual([]);
  });

  it('forgets what was undone once something else is done', () => {
    const back = stepped(steps.slice(0, 2).reduce(stepped, stepped(emptyHistory, open)), {
      do: 'undo',
    });
    expect(back.future).toHaveLength(1);
    expect(stepped(back, { do: 'toggle', type: 'device' }).future).toEqual([]);
  });

  it('does not count what changes nothing, and begins anew with what is opened', () => {
    const opened = stepped(emptyHistory, open);
    expect(stepped(opened, { do: 'add', graph: first }).past).toEqual([]);
    expect(stepped(opened, { do: 'unhide' }).past).toEqual([]);
    expect(stepped(steps.reduce(stepped, opened), open).past).toEqual([]);
  });
});

describe('the drawing of a board', () => {
  it('puts back a node that was dragged, and one that was hidden, where they were', () => {
    const graph = createDrawnGraph();
    const placeOf = (ref: string) => {
      const { x, y } = graph.getNodeAttributes(ref);
      return { x, y };
    };
    const opened = stepped(emptyHistory, open);
    expect(drawBoard(graph, opened.board).fresh.size).toBe(3);
    const [from, to] = [placeOf('account:bob'), { x: 500, y: 600 }];
    const hidden = stepped(opened, { do: 'hide', refs: ['account:bob'] });
    drawBoard(graph, hidden.board);
    expect(graph.hasNode('account:bob')).toBe(false);
    const shown = stepped(hidden, { do: 'undo' });
    expect(drawBoard(graph, shown.board).fresh.size).toBe(0);
    expect(placeOf('account:bob')).toEqual(from);

    const moved = stepped(shown, { do: 'pin', ref: 'account:bob', moved: { from, to } });
    place(graph, drawBoard(graph, moved.board).moves);
    expect(placeOf('account:bob')).toEqual(to);
    place(graph, drawBoard(graph, stepped(moved, { do: 'undo' }).board).moves);
    expect(placeOf('account:bob')).toEqual(from);
  });

  it('is made anew for what is opened, so that the same graph gives the same picture', () => {
    const graph = createDrawnGraph();
    drawBoard(graph, stepped(emptyHistory, open).board);
    const before = graph.mapNodes((_ref, { x, y }) => ({ x, y }));
    graph.updateEachNodeAttributes((_ref, attributes) => ({ ...attributes, x: 9, y: 9 }));
    const again = { ...open, graph: { ...first } };
    expect(drawBoard(graph, stepped(emptyHistory, again).board).fresh.size).toBe(3);
    expect(graph.mapNodes((_ref, { x, y }) => ({ x, y }))).toEqual(before);
  });
});
