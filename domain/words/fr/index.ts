import { en } from '../en/index.ts';
import type { Words } from '../index.ts';
import { judgementsWords } from './judgements.ts';

/** French. */
export const fr: Words = {
  ...en,
  judgements: judgementsWords,
  page: { ...en.page, locale: 'fr-FR' },
};
