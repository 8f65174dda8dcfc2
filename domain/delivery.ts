/** Who gets what is delivered, and in which form. */
import { z } from 'zod';
import { languages } from './words/language.ts';

const formats = ['html', 'pdf', 'json', 'csv'] as const;

const wanted = {
  formats: z.array(z.enum(formats)).min(1).max(formats.length),
  language: z.enum(languages).default('en'),
};

export const recipientSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('folder'),
    path: z.string().min(1).max(4_000).meta({ description: 'absolute' }),
    ...wanted,
  }),
  z.object({ kind: z.literal('email'), to: z.array(z.email()).min(1).max(50), ...wanted }),
  z.object({
    kind: z.literal('webhook'),
    url: z.url({ protocol: /^https?$/ }).max(2_000),
    ...wanted,
  }),
]);
