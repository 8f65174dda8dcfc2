/** Evidence that leaves the house. */
import { z } from 'zod';
import { mostHops } from '../hops.ts';
import { maskKinds } from '../schema/masks.ts';
import { languageSchema } from '../messages/language-schema.ts';
import { none, selectionBytes, type Route } from './route.ts';

/** What may be exported; one of them is given. */
const scopeFields = {
  cluster: z.string().optional(),
  finding: z.string().optional(),
  account: z.string().optional(),
  hops: z.int().min(0).max(mostHops).default(1),
  board: z.object({ case: z.string(), id: z.string() }).optional(),
  nodes: z.array(z.string()).min(1).max(50_000).optional().meta({ description: 'type:id of each' }),
};
const daySchema = z.string().meta({ description: 'such as 2026-11-30, not later than today' });

const narrativeSchema = z.object({
  /** Markdown. */
  text: z.string(),
  /** The day until which it is to be filed; null while no decision is known. */
  due: z.string().nullable(),
});

const toldSchema = z.string().trim().max(2_000).optional();

export const evidenceRoutes = {
  export: {
    method: 'get',
    path: '/export',
    turn: 'dear',
    about: 'An evidence bundle of a cluster, a finding, or an account with its surroundings',
    shows: null,
    may: 'work',
    unseen: 'refused',
    quota: 'exports',
    params: none,
    query: z.object({
      cluster: z.string().optional(),
      finding: z.string().optional(),
      account: z.string().optional(),
      hops: z.coerce.number().int().min(0).max(mostHops).default(1),
    }),
    answer: null,
    mediaType: 'application/zip',
  },
  bundle: {
    method: 'post',
    path: '/export',
    turn: 'dear',
    about:
      'An evidence bundle of one cluster, finding, account with its surroundings, board or selection of nodes, in a language, with personal values masked',
    shows: null,
    may: 'work',
    unseen: 'refused',
    mostBytes: selectionBytes,
    quota: 'exports',
    params: none,
    query: none,
    body: z.object({
      ...scopeFields,
      language: languageSchema.default('en'),
      masks: z.array(z.enum(maskKinds)).default([]),
      narrative: z.boolean().default(false).meta({
        description:
          'put the draft of a suspicious-activity narrative into it: never for those whom it is about (31 USC 5318(g)(2); POCA 2002 s. 333A)',
      }),
      decided: daySchema.optional().meta({ description: 'of the narrative; goes with it alone' }),
      reason: toldSchema,
      case_number: toldSchema,
      authority: toldSchema,
    }),
    answer: null,
    mediaType: 'application/zip',
  },
  narrative: {
    method: 'post',
    path: '/narrative',
    turn: 'dear',
    about:
      'A draft of a suspicious-activity narrative on the same, for a person to edit, with the deadline counted from the day of the decision',
    shows: 'narrative',
    may: 'work',
    unseen: 'refused',
    mostBytes: selectionBytes,
    params: none,
    query: none,
    body: z.object({
      ...scopeFields,
      language: languageSchema.default('en'),
      decided: daySchema.optional(),
    }),
    reads: true,
    answer: narrativeSchema,
  },
} as const satisfies Record<string, Route>;
