import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../server/detection/derive/text-tokens.ts';

const wordsOf = (text: string) =>
  sentencesOf(text, { names: ['Rose'], titles: ['Landing page'] }).map((tokens) =>
    tokens.map(({ word }) => word).join(' '),
  );

describe('the wording of a text', () => {
  it('is what is left without numbers, addresses, names and titles', () => {
    expect(wordsOf('Rose here: 5 years, see www.rose.example. About "Landing page".')).toEqual([
      '#p here',
      '#n years see #u about #t',
    ]);
  });

  it('leaves out which languages somebody speaks', () => {
    expect(wordsOf('Languages: Korean, English.')).toEqual(wordsOf('Languages: Serbian, German.'));
    expect(wordsOf('I speak Polish')).toEqual(['i speak #l']);
    // Work is polished, and nobody speaks it.
    expect(wordsOf('I polish copy')).toEqual(['i polish copy']);
  });
});
