import { z } from 'zod';
import { languages } from './language.ts';

/** A language in which Skein speaks; which there are is known once the program runs, not when this is declared. */
export const languageSchema = z.lazy(() => z.enum(languages()));
