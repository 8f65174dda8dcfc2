import type { Written } from '../../../domain/labels/stakes-label.ts';
import { exactMoney } from './amounts.ts';
import { day, decimal } from './formats.ts';

/** How the page writes what is at stake. */
export const written: Written = {
  money: exactMoney,
  day: (at) => day(at) ?? at,
  decimal,
};
