import {
  registerMessages,
  words as known,
  wordsIn as knownIn,
  type BrowserWords,
} from './browser.ts';
import { en } from './en/index.ts';
import type { Language } from './language.ts';
import type { LaterWords } from './later.ts';
import type { Translated } from './translated.ts';

/** Every text that a person reads, of one language. */
export type Words = Translated<typeof en>;

/** Those that the server alone says. */
export type ServerWords = Omit<Words, keyof (BrowserWords & LaterWords)>;

registerMessages('en', en);

/**
 * Every text that a person reads, the server's as well; else as `words` of `browser.ts`, with which whatever the page
 * brings makes do.
 */
export const words = known as Words;

/** The same in a language of choice, whichever is in force. */
export function wordsIn(language: Language): Words {
  return knownIn(language) as Words;
}
