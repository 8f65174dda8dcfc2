import { verifierMessages as english } from '../../domain/messages/en/verifier.ts';
import { withGiven, type Given } from '../../domain/given.ts';
import { preferred, registerLanguages, type Language } from '../../domain/messages/language.ts';
import type { VerifierMessages } from '../verdict.ts';

/** The verifier's words alone, by language: the page is part of every bundle, and the whole dictionary is large. */
const spoken = new Map<Language, VerifierMessages>([['en', english]]);

/** Teaches a language before anything is said; who packs the page knows which there are. */
export function registerMessages(language: Language, its: Given<VerifierMessages>): void {
  spoken.set(language, withGiven<VerifierMessages>(english, its));
  registerLanguages([...spoken.keys()].filter((one) => one !== 'en'));
}

let inForce: Language | null = null;
const listeners: (() => void)[] = [];

/** The words of the language in force, or of another. */
export function messages(one = language()): VerifierMessages {
  return spoken.get(one) ?? english;
}

export function language(): Language {
  inForce ??= preferred(navigator.languages);
  return inForce;
}

/** Puts another language in force and has everything said anew. */
export function setLanguage(language: Language): void {
  inForce = language;
  for (const say of listeners) say();
}

/** Says it now, and again whenever the language changes. */
export function onLanguage(say: () => void): void {
  listeners.push(say);
  say();
}
