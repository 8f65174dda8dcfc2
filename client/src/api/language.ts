import { learn } from '../../../domain/words/browser.ts';
import { languages, preferred, speak, type Language } from '../../../domain/words/language.ts';

const kept = 'skein-language';

/** The language of the page: as chosen here before, or else the first of the browser's that Skein speaks. */
export const language: Language =
  languages.find((one) => one === localStorage.getItem(kept)) ?? preferred(navigator.languages);

speak(() => language);
document.documentElement.lang = language;

/** Brings the words of the page's language; nothing may read a text before. */
export async function learnLanguage(): Promise<void> {
  if (language === 'fr')
    learn('fr', (await import('../../../languages/fr/browser.ts')).frInBrowser);
}

/** The page begins anew in it: texts are held in many places. */
export function choose(other: Language): void {
  localStorage.setItem(kept, other);
  location.reload();
}
