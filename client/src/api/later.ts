import { learn } from '../../../domain/words/browser.ts';
import { language } from './language.ts';

/** Brings a part of the page that says words of `domain/words/later.ts`: these first, as modules hold on to texts. */
export async function withLaterWords<T>(part: () => Promise<T>): Promise<T> {
  learn(language, await laterWords());
  return part();
}

async function laterWords() {
  if (language === 'fr') return (await import('../../../languages/fr/later.ts')).frLater;
  return (await import('../../../domain/words/en/later.ts')).enLater;
}
