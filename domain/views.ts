/** What the views beside the graph ask for beyond what the board holds, and what is answered. */
import { z } from 'zod';
import { graphNodeSchema, graphRelationSchema } from './answers.ts';

/** More rows and columns than this no matrix shows legibly. */
export const mostAccounts = 500;

const ids = (most: number) => z.array(z.string().min(1)).max(most);

/** What of the graph a view is about: some accounts, and only what lies in the time that the board shows. */
export const viewOfAccountsSchema = z.object({
  accounts: ids(mostAccounts),
  /** Times, ISO 8601; both ends are in it. What has no time is always in it. */
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  /** Only rows that had been loaded by then. */
  known_on: z.iso.datetime().optional(),
});

/** A node with every column that is filled. */
export const nodeValuesSchema = graphNodeSchema.extend({
  /** The contract's columns. */
  values: z.record(z.string(), z.unknown()),
  /** Columns that the contract does not name. */
  extra: z.record(z.string(), z.string()),
});
export type NodeValues = z.infer<typeof nodeValuesSchema>;

export const payoutsSchema = z.object({
  /** The accounts asked for and every payment account that they use. */
  nodes: z.array(nodeValuesSchema),
  uses: z.array(graphRelationSchema),
  /** Of each payment account, by its id: how many accounts of the whole graph use it. */
  users: z.record(z.string(), z.int()),
  /** All accounts of the graph: what `users` is rare among. */
  accounts: z.int(),
  /** Uses that the limit left out. */
  omitted: z.int(),
});
export type Payouts = z.infer<typeof payoutsSchema>;

export const ratingsAmongSchema = z.object({
  nodes: z.array(graphNodeSchema),
  ratings: z.array(graphRelationSchema),
  /** When the jobs were finished that the ratings are about, by the job's id, where it is known. */
  finished: z.record(z.string(), z.string()),
  /** Of each account, by its id: ratings given to and received from anybody. */
  totals: z.record(z.string(), z.object({ given: z.int(), received: z.int() })),
  omitted: z.int(),
});
export type RatingsAmong = z.infer<typeof ratingsAmongSchema>;

/** All transfers from one payment account to another in one currency. */
export const flowSchema = z.object({
  from: z.string(),
  to: z.string(),
  currency: z.string(),
  /** Sum of what was settled, or whose state nobody states. */
  amount: z.number(),
  /** How many transfers that sum is of. */
  count: z.int(),
  /** Transfers that failed, were reversed or are disputed: not in the sum. */
  unsettled: z.int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});
export type Flow = z.infer<typeof flowSchema>;

export const moneyFlowSchema = z.object({
  /** The accounts asked for, and every payment account on the way. */
  nodes: z.array(nodeValuesSchema),
  /** Which account uses which payment account; the rows do not say how much of its money is whose. */
  uses: z.array(graphRelationSchema),
  flows: z.array(flowSchema),
  /** Payment accounts, by id, from which so much goes out that it was not followed; how many transfers. */
  not_followed: z.record(z.string(), z.int()),
  /** Payees that the limit of each step left out. */
  omitted: z.int(),
});
export type MoneyFlow = z.infer<typeof moneyFlowSchema>;

/** When an account was at work, month by month, in hours of the UTC week. */
export const workingWeeksSchema = z.object({
  account: z.string(),
  /** The time zone that the account claims. */
  claimed_zone: z.string().nullable(),
  sessions: z.int(),
  months: z.array(
    z.object({
      /** `2024-03` */
      month: z.string(),
      /** 168 counts: of each hour from Monday 00:00 UTC, in how many sessions it lay. */
      week: z.array(z.int()).length(168),
    }),
  ),
});
export type WorkingWeeks = z.infer<typeof workingWeeksSchema>;

export const placeSchema = z.object({
  country: z.string(),
  city: z.string().nullable(),
  /** Where the city lies, or else the country's largest city; null where neither is known. */
  at: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  /** Whether it is the city's own place. */
  exact: z.boolean(),
});
export type Place = z.infer<typeof placeSchema>;
