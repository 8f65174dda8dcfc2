import { describe, expect, it } from 'vitest';
import { nameLines } from '../../client/src/clusters/name-lines.ts';

const linesOf = (name: string) => nameLines(name, 20).map((line) => line.slice(1, -1));

describe('the name of a disc', () => {
  it('stands on one line where it fits', () => {
    expect(linesOf('9 accounts by phone')).toEqual(['9 accounts by phone']);
  });

  it('goes on below between words, and says where more is left out', () => {
    expect(linesOf('15 accounts by money that meets')).toEqual([
      '15 accounts by money',
      'that meets',
    ]);
    expect(linesOf('15 accounts by money that meets at one place')).toEqual([
      '15 accounts by money',
      'that meets at one p…',
    ]);
  });

  it('is cut within a word that is longer than a line', () => {
    expect(linesOf(`${'x'.repeat(30)} y`)).toEqual([`${'x'.repeat(19)}…`, 'y']);
  });
});
