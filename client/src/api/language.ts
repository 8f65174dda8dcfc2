/// <reference types="vite/types/importMeta.d.ts" />
import { registerMessages, type BrowserMessages } from '../../../domain/messages/browser.ts';
import type { Given } from '../../../domain/given.ts';
import {
  registerLanguages,
  languageName,
  languages,
  preferred,
  setActiveLanguage,
  type Language,
} from '../../../domain/messages/language.ts';

const kept = 'skein-language';

/** The words of each language but English, brought when they are asked for. */
const files = import.meta.glob<Given<BrowserMessages>>('../../../languages/*/browser.ts', {
  import: 'default',
});
registerLanguages(Object.keys(files).map((file) => file.split('/').at(-2)!));

/** The language of the page: as chosen here before, or else the first of the browser's that Skein speaks. */
export const language: Language =
  languages().find((one) => one === localStorage.getItem(kept)) ?? preferred(navigator.languages);

setActiveLanguage(() => language);
document.documentElement.lang = language;

/** Brings the words of the page's language; nothing may read a text before. */
export async function learnLanguage(): Promise<void> {
  const its = await files[`../../../languages/${language}/browser.ts`]?.();
  if (its) registerMessages(language, its);
}

/** The page begins anew in it: texts are held in many places. */
export function choose(other: Language): void {
  localStorage.setItem(kept, other);
  location.reload();
}

/** A language under its own name, so that whoever reads only that one finds it. */
export function ownName(of: Language): string {
  const [first = '', ...rest] = languageName(of, of);
  return [first.toLocaleUpperCase(of), ...rest].join('');
}
