import { words as known, type BrowserWords } from './browser.ts';
import type { enLater } from './en/later.ts';
import type { Translated } from './translated.ts';

/** What parts of the page say that come only when they are asked for, with these words before them. */
export type LaterWords = Translated<typeof enLater>;

/** As `words` of `browser.ts`, for those parts. */
export const words = known as BrowserWords & LaterWords;
