import {
  registerMessages,
  messages as known,
  messagesIn as knownIn,
  type BrowserMessages,
} from './browser.ts';
import { en } from './en/index.ts';
import type { Language } from './language.ts';
import type { LaterMessages } from './later.ts';
import type { Translated } from '../translated.ts';

/** Every text that a person reads, of one language. */
export type Messages = Translated<typeof en>;

/** Those that the server alone says. */
export type ServerMessages = Omit<Messages, keyof (BrowserMessages & LaterMessages)>;

registerMessages('en', en);

/**
 * Every text that a person reads, the server's as well; else as `words` of `browser.ts`, with which whatever the page
 * brings makes do.
 */
export const messages = known as Messages;

/** The same in a language of choice, whichever is in force. */
export function messagesIn(language: Language): Messages {
  return knownIn(language) as Messages;
}
