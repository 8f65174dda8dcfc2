import { en } from './en/index.ts';

/** Every text that a person reads, in the language in force (English; another is a folder beside `en`). */
export const words = en;
