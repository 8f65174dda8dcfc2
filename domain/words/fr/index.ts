import { en } from '../en/index.ts';
import type { Words } from '../index.ts';
import { searchWords } from './search.ts';

/** French. */
export const fr: Words = {
  ...en,
  search: searchWords,
  page: { ...en.page, locale: 'fr-FR' },
};
