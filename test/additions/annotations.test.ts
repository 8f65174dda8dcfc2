/** What is drawn on a chart is kept with the board, can be taken back, and goes into its picture. */
import { describe, expect, it } from 'vitest';
import { emptyHistory, stepped } from '../../client/src/board/board-history.ts';
import { boardOf, contentOf } from '../../client/src/board/kept/board-content.ts';
import { movedBy, onStage, resizedBy } from '../../client/src/canvas/drawn/annotation-shapes.ts';
import { vectorPicture } from '../../client/src/canvas/render/vector-picture.ts';
import { annotationSchema, type Annotation } from '../../domain/annotation.ts';
import { boardContentSchema } from '../../domain/case.ts';
import { accountNode } from '../canvas/graphs.ts';

const graph = { nodes: [accountNode('ann')], relations: [], omitted: 0 };
const board = boardOf(boardContentSchema.parse({ version: 1, ...graph }), graph);
const area = annotationSchema.parse({
  ...{ kind: 'ellipse', from: [0, 0], to: [10, -20], text: 'The <ring>', colour: 'red' },
});
const words: Annotation = { kind: 'text', from: [1, 2], text: 'Here', colour: 'grey' };

describe('an annotation', () => {
  it('is added, written on, removed and taken back, a step each', () => {
    const opened = stepped(emptyHistory, { do: 'reopen', board });
    const added = stepped(opened, { do: 'annotate', id: 'an-area-1', annotation: area });
    const moved = stepped(added, { do: 'annotate', id: 'an-area-1', annotation: words });
    const gone = stepped(moved, { do: 'unannotate', id: 'an-area-1' });
    expect(gone.board.annotations.size).toBe(0);
    const back = stepped(gone, { do: 'undo' });
    expect(back.board.annotations.get('an-area-1')).toBe(words);
    expect(stepped(back, { do: 'undo' }).board.annotations.get('an-area-1')).toBe(area);
    const kept = boardContentSchema.parse(JSON.parse(JSON.stringify(contentOf(added.board))));
    expect(boardOf(kept, graph).annotations).toEqual(added.board.annotations);
  });

  it('is moved whole, and made larger by its other corner', () => {
    expect(movedBy(area, { x: 5, y: 5 })).toMatchObject({ from: [5, 5], to: [15, -15] });
    expect(resizedBy(area, { x: 5, y: 5 })).toMatchObject({ from: [0, 0], to: [15, -15] });
    expect(resizedBy(words, { x: 1, y: 1 })).toMatchObject({ from: [2, 3] });
  });

  it('stands in the picture where it lies, its words made safe', () => {
    const toStage = ({ x, y }: { x: number; y: number }) => ({ x: 100 + x, y: 100 - y });
    const annotations = [area, words].map((one) => onStage(one, toStage));
    const scene = { width: 300, height: 200, annotations, nodes: [], lines: [] };
    const svg = vectorPicture(scene, 'light', { caption: 'A chart', entries: [], annotations: [] });
    expect(svg).toContain('<ellipse cx="105" cy="110" rx="5" ry="10"');
    expect(svg).toContain('The &lt;ring&gt;');
    expect(svg).toContain('>Here</text>');
  });
});
