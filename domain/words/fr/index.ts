import { en } from '../en/index.ts';
import type { Words } from '../index.ts';
import { viewsWords } from './views.ts';

/** French. */
export const fr: Words = {
  ...en,
  page: { ...en.page, locale: 'fr-FR' },
  views: viewsWords,
};
