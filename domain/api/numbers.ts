import { z } from 'zod';
import { numbersSchema } from '../numbers.ts';
import { bucketKinds, numbersTables } from '../numbers-asked.ts';
import { numbersMessages } from '../messages/en/numbers.ts';
import { none, type Route } from './route.ts';

const { definitions } = numbersMessages;

/** First and last day of a period, in UTC; the last 90 days where they are left out. */
export const periodQuery = {
  from: z.iso
    .date()
    .optional()
    .meta({ description: 'the first day, in UTC; 90 days in all where it is left out' }),
  to: z.iso.date().optional().meta({ description: 'the last day, in UTC; today if left out' }),
};
const query = z.object({
  ...periodQuery,
  by: z.enum(bucketKinds).default('month').meta({ description: 'how time to decision is parted' }),
});

/** How the work goes, in figures. */
export const numbersRoutes = {
  numbers: {
    method: 'get',
    path: '/numbers',
    turn: 'dear',
    about: `Figures for whoever leads the work. ${definitions.people}`,
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query,
    answer: numbersSchema(definitions),
  },
  numbersTable: {
    method: 'get',
    path: '/numbers/{table}',
    turn: 'dear',
    about: 'One table of them as CSV, in which a spreadsheet runs nothing',
    shows: null,
    may: 'work',
    unseen: 'refused',
    quota: 'exports',
    params: z.object({ table: z.enum(numbersTables) }),
    query,
    answer: null,
    mediaType: 'text/csv',
  },
} as const satisfies Record<string, Route>;
