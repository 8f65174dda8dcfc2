import { en } from '../en/index.ts';
import type { Words } from '../index.ts';
import { casesWords } from './cases.ts';

/** French. */
export const fr: Words = {
  ...en,
  cases: casesWords,
  page: { ...en.page, locale: 'fr-FR' },
};
