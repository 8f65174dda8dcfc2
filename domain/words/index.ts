import { en } from './en/index.ts';
import { languageInForce, type Language } from './language.ts';
import type { Translated } from './translated.ts';

/** Every text that a person reads, of one language. */
export type Words = Translated<typeof en>;

const spoken = new Map<Language, Words>([['en', en]]);

/** Makes a language known: a page brings one of them alone, a server all. What is not known is said in English. */
export function learn(language: Language, its: Words): void {
  spoken.set(language, its);
}

/**
 * Every text that a person reads, in the language in force when it is read: a part that a module holds on to
 * changes its language with it, a text does not.
 */
export const words: Words = live(en, []) as Words;

function live(part: object, path: readonly string[]): object {
  const parts = new Map<string | symbol, object>();
  return new Proxy(part, {
    get(_part, key) {
      const value = at(spoken.get(languageInForce()) ?? en, [...path, key]);
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
