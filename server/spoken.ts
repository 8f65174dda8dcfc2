import { AsyncLocalStorage } from 'node:async_hooks';
import { fr } from '../languages/fr/index.ts';
import { learn } from '../domain/words/browser.ts';
import '../domain/words/index.ts';
import { speak, type Language } from '../domain/words/language.ts';

const spoken = new AsyncLocalStorage<Language>();
learn('fr', fr);
speak(() => spoken.getStore() ?? 'en');

/** Does the work in a language, also what of it comes later; all else that the server says is English. */
export function speaking<T>(language: Language, work: () => T): T {
  return spoken.run(language, work);
}

/**
 * For what is stored or goes into a file, whoever asks for it: another reads it later, and the same data must
 * give the same bytes.
 */
export function inEnglish<T>(work: () => T): T {
  return speaking('en', work);
}
