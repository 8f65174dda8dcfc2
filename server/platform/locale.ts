import { AsyncLocalStorage } from 'node:async_hooks';
import { registerMessages } from '../../domain/messages/browser.ts';
import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import '../../domain/messages/index.ts';
import { setActiveLanguage, type Language } from '../../domain/messages/language.ts';
import { saidIn } from './languages.ts';

const spoken = new AsyncLocalStorage<Language>();
for (const part of ['browser', 'later', 'server'])
  for (const [language, its] of await saidIn<Given<Messages>>(part))
    registerMessages(language, its);
setActiveLanguage(() => spoken.getStore() ?? 'en');

/** Does the work in a language, also what of it comes later; all else that the server says is English. */
export function withLocale<T>(language: Language, work: () => T): T {
  return spoken.run(language, work);
}

/**
 * For what is stored or goes into a file, whoever asks for it: another reads it later, and the same data must
 * give the same bytes.
 */
export function inEnglish<T>(work: () => T): T {
  return withLocale('en', work);
}
