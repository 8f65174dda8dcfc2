import { z } from 'zod';
import { caseMembersSchema } from './case.ts';

/** A list of watchlist entries, and who may know of it: all who may see lists, or those named alone. */
export const markedListSchema = z.object({
  list: z.string(),
  entries: z.int().meta({ description: 'that are loaded of it' }),
  members: caseMembersSchema.meta({
    description: 'Names of those who may know of it; null for everybody who may see lists',
  }),
  revision: z.int().meta({ description: 'Counts the changes of who may know of it; 0: none' }),
  changed: z.string().nullable(),
  changed_by: z.string().nullable(),
});
export type MarkedList = z.infer<typeof markedListSchema>;
export type ListMembers = MarkedList['members'];

/** So long a name of a list may be. */
export const longestListName = 200;
