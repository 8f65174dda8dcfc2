import { en } from '../en/index.ts';
import type { Words } from '../index.ts';

/** French. */
export const fr: Words = {
  ...en,
  page: { ...en.page, locale: 'fr-FR' },
};
