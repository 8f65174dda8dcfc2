import { en } from '../en/index.ts';
import type { Words } from '../index.ts';
import { looksWords } from './looks.ts';

/** French. */
export const fr: Words = {
  ...en,
  looks: looksWords,
  page: { ...en.page, locale: 'fr-FR' },
};
