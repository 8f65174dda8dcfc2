import { enInBrowser } from './en/browser.ts';
import { isPart, withGiven, type Given } from '../given.ts';
import { activeLanguage, type Language } from './language.ts';
import type { LaterMessages } from './later.ts';
import type { Translated } from '../translated.ts';

/** Every text that the page says, of one language. */
export type BrowserMessages = Translated<typeof enInBrowser>;

const spoken = new Map<Language, BrowserMessages>([['en', enInBrowser]]);

/**
 * Teaches a language, or more of it: a page brings one of them alone, a server all. What it lacks is said in English,
 * text by text.
 */
export function registerMessages(
  language: Language,
  its: Given<BrowserMessages> | Given<LaterMessages>,
): void {
  spoken.set(language, withGiven(messagesIn(language), its as Given<BrowserMessages>));
}

/** Every text that the page says, in this language as far as it is known. */
export function messagesIn(language: Language): BrowserMessages {
  const known = spoken.get(language);
  if (known) return known;
  const english = spoken.get('en') ?? enInBrowser;
  // Numbers and days have the language's own form even where no text is in it.
  return { ...english, page: { ...english.page, locale: language } };
}

/**
 * Every text that the page says, in the language in force when it is read: a part that a module holds on to
 * changes its language with it, a text does not.
 */
export const messages: BrowserMessages = live(enInBrowser, []) as BrowserMessages;

function live(part: object, path: readonly string[]): object {
  const parts = new Map<string | symbol, object>();
  return new Proxy(part, {
    get(_part, key) {
      const value = at(messagesIn(activeLanguage()), [...path, key]);
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
