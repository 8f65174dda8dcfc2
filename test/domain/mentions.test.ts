import { describe, expect, it } from 'vitest';
import { mentionsIn, typedMention } from '../../domain/mentions.ts';

const names = ['ana', 'ana lópez', 'bo.k', 'uid:1000'];
const named = (text: string) => mentionsIn(text, names).map(({ name }) => name);

describe('mentions in a text', () => {
  it('are the longest names that are known, wherever they stand', () => {
    expect(named('@ana lópez, ask @bo.k; then (@uid:1000)\n@ana')).toEqual([
      'ana lópez',
      'bo.k',
      'uid:1000',
      'ana',
    ]);
  });

  it.each(['mail ana@ana.example', '@anabel', '@bo', '@ana-maria', '@ana.k', '@ ana', 'ana'])(
    'are none in %j',
    (text) => {
      expect(named(text)).toEqual([]);
    },
  );

  it('end before the point of a sentence', () => {
    expect(mentionsIn('See @ana.', names)).toEqual([{ name: 'ana', start: 4, end: 8 }]);
    expect(named('@ana!')).toEqual(['ana']);
  });
});

describe('what is being typed as a name', () => {
  it('begins at the last @ before the cursor', () => {
    expect(typedMention('hello @an', 9)).toEqual({ start: 6, typed: 'an' });
    expect(typedMention('@ana lo', 7)).toEqual({ start: 0, typed: 'ana lo' });
    expect(typedMention('@ana @', 6)).toEqual({ start: 5, typed: '' });
  });

  it('is none in an address, on the next line, or where no @ stands', () => {
    expect(typedMention('me@an', 5)).toBeNull();
    expect(typedMention('@ana\nbo', 7)).toBeNull();
    expect(typedMention('hello', 5)).toBeNull();
    expect(typedMention('@ana', 0)).toBeNull();
  });
});
