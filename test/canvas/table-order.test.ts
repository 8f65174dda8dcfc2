import { describe, expect, it } from 'vitest';
import { inOrder, type Column } from '../../client/src/ui/table-order.ts';

interface Row {
  name: string;
  score: number | null;
}
const rows: Row[] = [
  { name: 'a10', score: null },
  { name: 'a9', score: 0.2 },
  { name: 'Ä1', score: 0.9 },
  { name: 'b', score: 0.2 },
];
const byName: Column<Row> = { name: 'Name', value: ({ name }) => name };
const byScore: Column<Row> = { name: 'Score', value: ({ score }) => score };
const names = (sorted: readonly Row[]) => sorted.map(({ name }) => name);

describe('rows of a table', () => {
  it('are ordered as a reader would: numbers in ids count as numbers', () => {
    expect(names(inOrder(rows, byName, false))).toEqual(['Ä1', 'a9', 'a10', 'b']);
    expect(names(inOrder(rows, byName, true))).toEqual(['b', 'a10', 'a9', 'Ä1']);
  });

  it('keep their order where they are equal, and say nothing last', () => {
    expect(names(inOrder(rows, byScore, false))).toEqual(['a9', 'b', 'Ä1', 'a10']);
    expect(names(inOrder(rows, byScore, true))).toEqual(['Ä1', 'a9', 'b', 'a10']);
  });
});
