import { z } from 'zod';
import { caseMembersSchema } from '../case.ts';
import { whyStruckSchema } from '../case-work.ts';
import { longestListName, markedListSchema } from '../list-marking.ts';
import { none, type Route } from './route.ts';

export const listRoutes = {
  lists: {
    method: 'get',
    path: '/lists',
    about: 'The lists of watchlist entries that whoever asks may know of, and who else may',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: none,
    answer: z.object({ items: z.array(markedListSchema) }),
  },
  changeListMembers: {
    method: 'put',
    path: '/lists/{list}/members',
    about:
      'Says who may know of a list, of its entries, and of what is found by them: those named alone, or everybody who may see lists. Of a list that is not marked whoever may `lead`, of one that is whoever is named',
    shows: null,
    may: 'work',
    unseen: 'refused',
    params: z.object({ list: z.string().min(1).max(longestListName) }),
    query: none,
    body: z.object({
      members: caseMembersSchema.meta({
        description: 'Names, whoever asks among them; null for everybody who may see lists',
      }),
      why: whyStruckSchema,
      rests_on: z.int().min(0).meta({ description: 'The revision; 409 when it has another' }),
    }),
    answer: markedListSchema,
  },
} as const satisfies Record<string, Route>;
