import { intakeWords } from './intake.ts';
import { en } from '../en/index.ts';
import type { Words } from '../index.ts';

/** French. */
export const fr: Words = {
  ...en,
  intake: intakeWords,
  page: { ...en.page, locale: 'fr-FR' },
};
