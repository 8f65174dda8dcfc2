import { describe, expect, it } from 'vitest';
import { emptyHistory, stepped, type Step } from '../../client/src/board/board-history.ts';
import { visibleNodes } from '../../client/src/board/board.ts';
import { boardOf, contentOf } from '../../client/src/board/kept/board-content.ts';
import { boardContentSchema } from '../../domain/case.ts';
import type { Graph } from '../../domain/answers.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import { accountNode, deviceNode, relationBetween } from './graphs.ts';

const [ann, bob, cas] = [accountNode('ann'), accountNode('bob'), accountNode('cas')];
const [phone, tablet] = [deviceNode('phone'), deviceNode('tablet')];
const graph = (nodes: Graph['nodes'], relations: Graph['relations']): Graph => ({
  ...{ nodes, relations, omitted: 0 },
});
const first = graph([ann, bob, phone], [relationBetween(ann, phone), relationBetween(bob, phone)]);
const ofTablet = graph(
  [bob, cas, tablet],
  [relationBetween(bob, tablet), relationBetween(cas, tablet)],
);
const ofCas = graph([cas, ann], [relationBetween(cas, ann)]);
const over = (key: string, of: Graph): Step => ({
  ...{ do: 'add', graph: of },
  layer: { key, kind: 'finding', name: key },
});
const opened = stepped(emptyHistory, { do: 'open', graph: first, withoutLeaves: false });
const after = (...steps: Step[]) => steps.reduce(stepped, opened);
const refs = ({ board }: typeof opened) => visibleNodes(board).map(formatRef).sort();

describe('what lies on top of a board', () => {
  it('goes again, and leaves what was there', () => {
    const grown = after(over('one', ofTablet));
    expect(refs(grown)).toContain('device:tablet');
    const lifted = stepped(grown, { do: 'lift', layer: 'one' });
    expect(refs(lifted)).toEqual(refs(opened));
    expect(lifted.board.relations).toEqual(opened.board.relations);
    expect(refs(stepped(lifted, { do: 'undo' }))).toEqual(refs(grown));
  });

  it('stays where another layer shows it too, whichever goes first', () => {
    const both = after(over('one', ofTablet), over('two', ofCas));
    const second = stepped(both, { do: 'lift', layer: 'one' });
    expect(refs(second)).toEqual(['account:ann', 'account:bob', 'account:cas', 'device:phone']);
    expect([...second.board.relations.keys()]).toContain('account:cas account:ann');
    expect(refs(stepped(second, { do: 'lift', layer: 'two' }))).toEqual(refs(opened));
    const first = stepped(both, { do: 'lift', layer: 'two' });
    expect(refs(first)).toContain('account:cas');
    expect(refs(stepped(first, { do: 'lift', layer: 'one' }))).toEqual(refs(opened));
  });

  it('puts away again what was hidden before, but for what somebody worked on since', () => {
    const hidden = after({ do: 'hide', refs: ['account:bob'] }, over('one', ofTablet));
    expect(refs(hidden)).toContain('account:bob');
    expect(refs(stepped(hidden, { do: 'lift', layer: 'one' }))).toEqual([
      'account:ann',
      'device:phone',
    ]);
    const pinned = stepped(hidden, { do: 'pin', ref: 'device:tablet' });
    expect(refs(stepped(pinned, { do: 'lift', layer: 'one' }))).toContain('device:tablet');
  });

  it('is none where it is about nothing, one where it comes twice, and takes nothing away that it did not bring', () => {
    expect(after(over('one', graph([], []))).past).toEqual([]);
    const there = after(over('one', first));
    expect(there.board.layers.get('one')!.about).toEqual(first.nodes.map(formatRef));
    expect(refs(stepped(there, { do: 'lift', layer: 'one' }))).toEqual(refs(opened));
    const twice = after(over('one', ofTablet), over('one', ofTablet));
    expect(twice.past).toHaveLength(1);
    expect(twice.board.layers.size).toBe(1);
  });

  it('is kept with the board, and an older board has none', () => {
    const { board } = after(over('one', ofTablet));
    const kept = boardContentSchema.parse(JSON.parse(JSON.stringify(contentOf(board))));
    expect(boardOf(kept, first).layers).toEqual(board.layers);
    const older = JSON.parse(JSON.stringify(contentOf(board))) as Record<string, unknown>;
    delete older['layers'];
    expect(boardOf(boardContentSchema.parse(older), first).layers.size).toBe(0);
  });
});
