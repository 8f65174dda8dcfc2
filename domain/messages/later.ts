import { messages as known, type BrowserMessages } from './browser.ts';
import type { enLater } from './en/later.ts';
import type { Translated } from '../translated.ts';

/** What parts of the page say that come only when they are asked for, with these words before them. */
export type LaterMessages = Translated<typeof enLater>;

/** As `words` of `browser.ts`, for those parts. */
export const messages = known as BrowserMessages & LaterMessages;
