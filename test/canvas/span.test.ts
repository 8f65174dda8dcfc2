import { describe, expect, it } from 'vitest';
import { emptyHistory, stepped } from '../../client/src/board/board-history.ts';
import { visibleNodes, visibleRelations } from '../../client/src/board/board.ts';
import { lanesOf, wholeSpan } from '../../client/src/board/span.ts';
import type { GraphRelation } from '../../domain/answers.ts';
import { accountNode, deviceNode, relationBetween } from './graphs.ts';

const [ann, bob, cat] = [accountNode('ann'), accountNode('bob'), accountNode('cat')];
const [phone, tablet] = [deviceNode('phone'), deviceNode('tablet')];
const used = (relation: GraphRelation, at: string | null, type = 'logins'): GraphRelation => ({
  ...relation,
  type,
  at,
});
const relations = [
  used(relationBetween(ann, phone), '2024-01-01T00:00:00.000Z'),
  used(relationBetween(bob, phone), '2024-01-05T00:00:00.000Z'),
  used(relationBetween(bob, tablet), '2024-01-11T00:00:00.000Z'),
  used(relationBetween(cat, tablet), null, 'links'),
];
const opened = stepped(emptyHistory, {
  do: 'open',
  graph: { nodes: [ann, bob, cat, phone, tablet], relations, omitted: 0 },
  withoutLeaves: false,
});
const time = (day: number) => Date.UTC(2024, 0, day);

describe('the time of a board', () => {
  it('goes from the first to the last, and is none where nothing has a time or all has one', () => {
    expect(wholeSpan(relations)).toEqual({ from: time(1), to: time(11) });
    expect(wholeSpan(relations.slice(3))).toBeNull();
    expect(wholeSpan(relations.slice(0, 1))).toBeNull();
  });

  it('leaves what lies in a span, what has no time, and the nodes that either touches', () => {
    const { board } = stepped(opened, { do: 'span', span: { from: time(4), to: time(6) } });
    expect(visibleRelations(board).map(({ from }) => from.id)).toEqual(['bob', 'cat']);
    expect(visibleNodes(board).map(({ id }) => id)).toEqual(['bob', 'cat', 'phone', 'tablet']);
  });

  it('keeps no node for what is inferred of it', () => {
    const inferred = { ...relationBetween(ann, cat), type: 'derived.same-name', derived: true };
    const { board } = stepped(
      stepped(opened, { do: 'add', graph: { nodes: [], relations: [inferred], omitted: 0 } }),
      { do: 'span', span: { from: time(4), to: time(6) } },
    );
    expect(visibleNodes(board).map(({ id }) => id)).toEqual(['bob', 'cat', 'phone', 'tablet']);
  });

  it('takes one step however often the brush moved, and takes it back at once', () => {
    const brushed = [2, 4, 6].reduce(
      (history, day) => stepped(history, { do: 'span', span: { from: time(day), to: time(11) } }),
      opened,
    );
    expect(visibleNodes(brushed.board).map(({ id }) => id)).toEqual(['bob', 'cat', 'tablet']);
    const undone = stepped(brushed, { do: 'undo' });
    expect(undone.board).toBe(opened.board);
    expect(stepped(undone, { do: 'redo' }).board).toEqual(brushed.board);
  });

  it('counts each kind in equal parts, the busiest first, the last in the last part', () => {
    const place = (at: number) => (at - time(1)) / (time(11) - time(1));
    expect(lanesOf(relations, place, 5, 4)).toEqual([
      { kind: 'logins', counts: [1, 0, 1, 0, 1], total: 3 },
    ]);
    const several = [
      ...relations,
      used(relationBetween(ann, tablet), '2024-01-03T00:00:00.000Z', 'bids.job_id'),
      used(relationBetween(cat, phone), '2024-01-03T00:00:00.000Z', 'ratings'),
    ];
    expect(lanesOf(several, place, 5, 2)).toEqual([
      { kind: 'logins', counts: [1, 0, 1, 0, 1], total: 3 },
      { kind: 'others', counts: [0, 2, 0, 0, 0], total: 2 },
    ]);
  });
});
