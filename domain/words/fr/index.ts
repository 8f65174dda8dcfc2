import { en } from '../en/index.ts';
import type { Words } from '../index.ts';
import { queriesWords } from './queries.ts';

/** French. */
export const fr: Words = {
  ...en,
  queries: queriesWords,
  page: { ...en.page, locale: 'fr-FR' },
};
