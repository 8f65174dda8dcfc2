import { verifierWords as english } from '../../domain/words/en/verifier.ts';
import { verifierWords as french } from '../../languages/fr/verifier.ts';
import { preferred, type Language } from '../../domain/words/language.ts';
import type { VerifierWords } from '../verdict.ts';

/** The verifier's words alone: the page is part of every bundle, and the whole dictionary is large. */
export const spoken: Readonly<Record<Language, VerifierWords>> = { en: english, fr: french };

let inForce = preferred(navigator.languages);
const listeners: (() => void)[] = [];

/** The words of the language in force. */
export function says(): VerifierWords {
  return spoken[inForce];
}

export function language(): Language {
  return inForce;
}

/** Puts another language in force and has everything said anew. */
export function speak(language: Language): void {
  inForce = language;
  for (const say of listeners) say();
}

/** Says it now, and again whenever the language changes. */
export function whenSpoken(say: () => void): void {
  listeners.push(say);
  say();
}
