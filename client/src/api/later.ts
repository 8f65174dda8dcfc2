/// <reference types="vite/types/importMeta.d.ts" />
import { registerMessages } from '../../../domain/words/browser.ts';
import type { Given } from '../../../domain/words/given.ts';
import type { LaterWords } from '../../../domain/words/later.ts';
import { language } from './language.ts';

const files = import.meta.glob<Given<LaterWords>>('../../../languages/*/later.ts', {
  import: 'default',
});

/** Brings a part of the page that says words of `domain/words/later.ts`: these first, as modules hold on to texts. */
export async function withLaterWords<T>(part: () => Promise<T>): Promise<T> {
  const [{ enLater }, its] = await Promise.all([
    import('../../../domain/words/en/later.ts'),
    files[`../../../languages/${language}/later.ts`]?.(),
  ]);
  registerMessages(language, enLater);
  if (its) registerMessages(language, its);
  return part();
}
