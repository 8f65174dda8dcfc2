import { afterEach, describe, expect, it } from 'vitest';
import { words } from '../../domain/words/index.ts';
import { languages, preferred, speak } from '../../domain/words/language.ts';

afterEach(() => speak(() => 'en'));

describe('the language of a reader', () => {
  it.each([
    ['fr', 'fr'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['de-DE, fr;q=0.5', 'fr'],
    ['fr;q=0, en', 'en'],
    ['', 'en'],
    ['ko', 'en'],
  ])('of %j is %s', (wanted, language) => {
    expect(preferred(wanted)).toBe(language);
  });

  it('is asked for anew whenever a part that a module holds on to is read', () => {
    const held = words.page;
    for (const language of languages) {
      speak(() => language);
      expect(held.locale.slice(0, 2)).toBe(language);
    }
  });
});
