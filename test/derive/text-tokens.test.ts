import { describe, expect, it } from 'vitest';
import { tokenStream } from '../../server/detection/derive/text-stream.ts';

/** Sentence by sentence. */
function wordsOf(text: string): string[] {
  const { words, tokens } = tokenStream([{ text, names: ['Rose'], titles: ['Landing page'] }]);
  const said = Array.from(tokens, (token) => (token === 0 ? '\n' : ` ${words[token]!}`)).join('');
  return said.split('\n').flatMap((sentence) => (sentence === '' ? [] : [sentence.trim()]));
}

describe('the wording of a text', () => {
  it('is what is left without numbers, addresses, names and titles', () => {
    expect(wordsOf('Rose here: 5 years, see www.rose.example. About "Landing page".')).toEqual([
      '#p here',
      '#n years see #u about #t',
    ]);
  });

  it('has one mask for several that follow one another, and no sentence without a word', () => {
    expect(wordsOf('1 2 3. ... Rose Rose 4!\n\nEnd')).toEqual(['#n', '#p #n', 'end']);
    expect(wordsOf(' .\n')).toEqual([]);
  });

  it('leaves out which languages somebody speaks', () => {
    expect(wordsOf('Languages: Korean, English.')).toEqual(wordsOf('Languages: Serbian, German.'));
    expect(wordsOf('I speak Polish')).toEqual(['i speak #l']);
    // Work is polished, and nobody speaks it.
    expect(wordsOf('I polish copy')).toEqual(['i polish copy']);
  });
});
