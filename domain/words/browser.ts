import { enInBrowser } from './en/browser.ts';
import { languageInForce, type Language } from './language.ts';
import type { LaterWords } from './later.ts';
import type { Translated } from './translated.ts';

/** Every text that the page says, of one language. */
export type BrowserWords = Translated<typeof enInBrowser>;

const spoken = new Map<Language, BrowserWords>([['en', enInBrowser]]);

/**
 * Makes a language known, or more of it: a page brings one of them alone, a server all. What is not known is said in
 * English.
 */
export function learn(language: Language, its: BrowserWords | LaterWords): void {
  spoken.set(language, { ...(spoken.get(language) ?? enInBrowser), ...its });
}

/**
 * Every text that the page says, in the language in force when it is read: a part that a module holds on to
 * changes its language with it, a text does not.
 */
export const words: BrowserWords = live(enInBrowser, []) as BrowserWords;

function live(part: object, path: readonly string[]): object {
  const parts = new Map<string | symbol, object>();
  return new Proxy(part, {
    get(_part, key) {
      const value = at(spoken.get(languageInForce()) ?? enInBrowser, [...path, key]);
      if (!isPart(value)) return value;
      const known = parts.get(key);
      if (known) return known;
      const found = live(value, [...path, String(key)]);
      parts.set(key, found);
      return found;
    },
  });
}

function at(whole: unknown, path: readonly (string | symbol)[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (part as Readonly<Record<string | symbol, unknown>>)[key],
    whole,
  );
}

/** Lists of texts are read whole. */
function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
