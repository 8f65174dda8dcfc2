/// <reference types="vite/types/importMeta.d.ts" />
import { registerMessages } from '../../../domain/messages/browser.ts';
import type { Given } from '../../../domain/given.ts';
import type { LaterMessages } from '../../../domain/messages/later.ts';
import { language } from './language.ts';

const files = import.meta.glob<Given<LaterMessages>>('../../../languages/*/later.ts', {
  import: 'default',
});

/** Brings a part of the page that says words of `domain/messages/later.ts`: these first, as modules hold on to texts. */
export async function withLaterMessages<T>(part: () => Promise<T>): Promise<T> {
  const [{ enLater }, its] = await Promise.all([
    import('../../../domain/messages/en/later.ts'),
    files[`../../../languages/${language}/later.ts`]?.(),
  ]);
  registerMessages(language, enLater);
  if (its) registerMessages(language, its);
  return part();
}
