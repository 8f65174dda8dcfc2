import { describe, expect, it } from 'vitest';
import { boardOf, contentOf } from '../../client/src/board/kept/board-content.ts';
import { merging } from '../../client/src/board/merge.ts';
import { emptyHistory, stepped } from '../../client/src/board/board-history.ts';
import { changed, type Board, type Change } from '../../client/src/board/board.ts';
import { swatchNames } from '../../client/src/board/swatches.ts';
import { createDrawnGraph, drawBoard } from '../../client/src/canvas/drawn/drawn-graph.ts';
import type { Graph } from '../../domain/answers.ts';
import { boardContentSchema, type Note } from '../../domain/case.ts';
import { accountNode, deviceNode, relationBetween } from '../canvas/graphs.ts';

const [ann, bob, phone] = [accountNode('ann'), accountNode('bob'), deviceNode('phone')];
const graph: Graph = {
  nodes: [ann, bob],
  relations: [relationBetween(ann, bob)],
  omitted: 0,
};
const content = boardContentSchema.parse({
  version: 1,
  ...graph,
  places: { 'account:ann': [1, 2], 'account:bob': [3, 4] },
  of_a_newer_page: { kept: true },
});
const base = boardOf(content, graph);
const note = (text: string): Note => ({
  on: { kind: 'board', key: '' },
  text,
  by: null,
  at: null,
});
const after = (...changes: Change[]): Board => changes.reduce(changed, base);
const placedAt = (x: number): Change => ({
  do: 'pin',
  ref: 'account:ann',
  moved: { from: { x: 1, y: 2 }, to: { x, y: 0 } },
});

describe('a board as plain data', () => {
  it('is the same board again, with what this version does not know', () => {
    expect(contentOf(base)).toEqual(content);
    expect(boardContentSchema.parse(JSON.parse(JSON.stringify(contentOf(base))))).toEqual(content);
  });

  it('keeps every field that a board has', () => {
    const full: Board = {
      ...base,
      frame: { from: 1, to: 2 },
      knownOn: '2024-01-01T00:00:00.000Z',
      byHand: new Set(['account:ann']),
      apart: new Set(['account:bob']),
      rejectedShown: true,
      groups: new Map([['group:x', { key: 'group:x', name: 'Both', members: ['ip:a', 'ip:b'] }]]),
      kinds: new Map([['logins.ip', 'hidden']]),
      opened: new Set(['bundle']),
      style: {
        size: 'links',
        colour: 'cluster',
        typeColours: new Map([['ip', swatchNames[1]!]]),
        rules: [
          { types: ['ip'], by: 'drawn.links', sets: 'size', cut: 'rank', bounds: [], mark: 'flag' },
        ],
      },
      filter: {
        ranges: [{ by: 'score', from: 0.2, to: null }],
        hides: true,
        outside: new Set(['account:bob']),
      },
      axis: { stops: [{ time: 1, x: 2 }], lanes: [{ type: 'ip', y: 3 }] },
      camera: { x: 0.2, y: 0.7, ratio: 0.4 },
    };
    const sent: unknown = JSON.parse(JSON.stringify(contentOf(full)));
    expect(boardOf(boardContentSchema.parse(sent), graph)).toEqual(full);
  });

  it.each([
    { x: 0.5, y: 0.5, ratio: 0 },
    { x: 1e9, y: 0.5, ratio: 1 },
    { x: 0.5, y: '0.5', ratio: 1 },
    [0.5, 0.5, 1],
  ])('refuses to be looked at from %j', (camera) => {
    const { error } = boardContentSchema.safeParse({ ...contentOf(base), camera });
    expect(error?.issues.every(({ path }) => path[0] === 'camera')).toBe(true);
  });

  it('is drawn where it was kept, and nothing is left to lay out', () => {
    const drawn = createDrawnGraph();
    expect(drawBoard(drawn, base).fresh.size).toBe(0);
    expect(drawn.getNodeAttributes('account:bob')).toMatchObject({ x: 3, y: 4 });
  });
});

describe('two boards that grew out of one', () => {
  it('come together with what each has changed', () => {
    const ours = after(
      { do: 'hide', refs: ['account:ann'] },
      { do: 'tag', refs: ['account:bob'], tag: 'ours' },
      { do: 'note', id: 'note-ours', note: note('ours') },
    );
    const more = { nodes: [phone], relations: [relationBetween(bob, phone)], omitted: 0 };
    const theirs = after(
      { do: 'add', graph: more },
      { do: 'tag', refs: ['account:bob'], tag: 'theirs' },
      { do: 'note', id: 'note-theirs', note: note('theirs') },
      placedAt(9),
    );
    const merged = merging(base, theirs)(ours);
    expect([...merged.nodes.keys()]).toEqual(['account:ann', 'account:bob', 'device:phone']);
    expect(merged.relations.size).toBe(2);
    expect([...merged.hidden]).toEqual(['account:ann']);
    expect(merged.tags.get('account:bob')).toEqual(['ours', 'theirs']);
    expect([...merged.notes.keys()].sort()).toEqual(['note-ours', 'note-theirs']);
    expect(merged.placed.get('account:ann')).toEqual({ x: 9, y: 0 });
    expect([...merged.pinned]).toEqual(['account:ann']);
  });

  it('take away what one of them took away', () => {
    const begun = changed(base, { do: 'note', id: 'note-one', note: note('old') });
    const theirs = changed(changed(begun, { do: 'unnote', id: 'note-one' }), {
      do: 'hide',
      refs: ['account:bob'],
    });
    const merged = merging(begun, theirs)(begun);
    expect(merged.notes.size).toBe(0);
    expect([...merging(theirs, begun)(theirs).hidden]).toEqual([]);
  });

  it('keep both texts of a note, our place of a node, and what the other only took away', () => {
    const begun = changed(base, { do: 'note', id: 'note-one', note: note('old') });
    const ours = [{ do: 'note', id: 'note-one', note: note('ours') } as const, placedAt(5)].reduce(
      changed,
      begun,
    );
    const theirs = [
      { do: 'note', id: 'note-one', note: note('theirs') } as const,
      placedAt(9),
    ].reduce(changed, begun);
    const merged = merging(begun, theirs)(ours);
    expect([...merged.notes.values()].map(({ text }) => text).sort()).toEqual(['ours', 'theirs']);
    expect(merged.placed.get('account:ann')).toEqual({ x: 5, y: 0 });
    const gone = changed(begun, { do: 'unnote', id: 'note-one' });
    expect(merging(begun, gone)(ours).notes.get('note-one')?.text).toBe('ours');
  });

  it('stay whole through what is undone: only our own step is taken back', () => {
    const opened = stepped(emptyHistory, { do: 'reopen', board: base });
    const hidden = stepped(opened, { do: 'hide', refs: ['account:ann'] });
    const theirs = after({ do: 'note', id: 'note-theirs', note: note('theirs') });
    const merged = stepped(hidden, { do: 'merge', base, theirs, places: new Map() });
    expect([...merged.board.hidden]).toEqual(['account:ann']);
    const undone = stepped(merged, { do: 'undo' });
    expect(undone.board.hidden.size).toBe(0);
    expect(undone.board.notes.get('note-theirs')?.text).toBe('theirs');
    expect(stepped(undone, { do: 'redo' }).board).toEqual(merged.board);
  });
});
