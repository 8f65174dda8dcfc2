import { learn, words as known } from './browser.ts';
import { en } from './en/index.ts';
import type { Translated } from './translated.ts';

/** Every text that a person reads, of one language. */
export type Words = Translated<typeof en>;

learn('en', en);

/**
 * Every text that a person reads, the server's as well; else as `words` of `browser.ts`, with which whatever the page
 * brings makes do.
 */
export const words = known as Words;
