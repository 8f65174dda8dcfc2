/** In what order clusters are looked at: by how likely each is, and by what is at stake, each with a weight. */
import { z } from 'zod';
import { nodeTypeNames } from './schema/schema.ts';
import { valuesSchema } from './parameters.ts';

/** The steps of the sum, in the order in which they are shown. */
export const rankingTerms = [
  'likelihood',
  'listed',
  'money',
  'active',
  'growing',
  'victims',
] as const;
export type RankingTerm = (typeof rankingTerms)[number];

/** Its parameters are kept, tried and changed under this name, as those of a detector are under its id. */
export const rankingId = 'ranking';
/** Raised when the terms come to mean something else. */
export const rankingVersion = 2;

interface Limits {
  default: number;
  min: number;
  max: number;
}

/** What may be set of it; `messages.rankingParameters` says why each is as it is. */
export const rankingParameters = {
  likelihood_cap: { default: 0.9, min: 0.5, max: 0.999 },
  weight_listed: { default: 2, min: 0, max: 10 },
  weight_money: { default: 1.5, min: 0, max: 10 },
  weight_active: { default: 1, min: 0, max: 10 },
  weight_growing: { default: 0.5, min: 0, max: 10 },
  weight_victims: { default: 1, min: 0, max: 10 },
  identified_from: { default: 0.5, min: 0.31, max: 1 },
  months: { default: 6, min: 1, max: 120 },
  active_days: { default: 30, min: 1, max: 3650 },
  money_full: { default: 50, min: 1, max: 1_000_000 },
  growing_full: { default: 0.5, min: 0.01, max: 1 },
  victims_full: { default: 30, min: 1, max: 1_000_000 },
} as const satisfies Record<string, Limits>;
export type RankingParameter = keyof typeof rankingParameters;
export type RankingSettings = Readonly<Record<RankingParameter, number>>;

/** What an account does. */
export const activities = ['login', 'bid', 'payment'] as const;

/** An entry of a watchlist, and the findings by which members, or who stands behind them, agree with it. */
const listedSchema = z.object({
  node: z.object({ type: z.enum(nodeTypeNames), id: z.string() }),
  list: z.string(),
  name: z.string(),
  /** How surely: the strength of the strongest of these findings, as exceptions leave it. */
  score: z.number(),
  findings: z.array(z.string()),
});

/** What came to the members in one currency, settled; from each other is no part of it. */
const moneySchema = z.object({
  currency: z.string(),
  /** Exact, with a point. */
  amount: z.string(),
  transfers: z.int(),
  first: z.string(),
  last: z.string(),
  /** The middle of what came to a payment account in that currency in these months, of those to which any did; exact. */
  usual: z.string(),
  /** How many those are. */
  usual_of: z.int(),
  /** The amount, in multiples of that. */
  times: z.number(),
});

/** What is at stake with a cluster, as of a time of its data. */
export const stakesSchema = z.object({
  /** The time asked for; where none was, the last that the data tell of. */
  as_of: z.string(),
  /** Where the last months begin. */
  since: z.string(),
  /** Surest first. */
  listed: z.array(listedSchema),
  /** By currency. */
  money: z.array(moneySchema),
  /** Ids of the payment accounts that are counted, */
  payment_accounts: z.array(z.string()),
  /** and of those that are not: mostly others are paid there, strangers are known to share it, or it is a platform's own. */
  left_out: z.array(z.string()),
  active: z.object({
    /** When a member last did something, what, and who; null where nothing says it. */
    last: z.string().nullable(),
    what: z.enum(activities).nullable(),
    account: z.string().nullable(),
    /** Who did something within the last days. */
    accounts: z.array(z.string()),
    /** When those last days begin. */
    since: z.string(),
  }),
  growing: z.object({
    /** Members whose account was opened in the last months, */
    created: z.array(z.string()),
    /** and older ones that first used then what the members share. */
    joined: z.array(z.string()),
    /** All members. */
    of: z.int(),
  }),
  /** Accounts outside of it that hired or paid members, at any time. */
  victims: z.object({
    clients: z.int(),
    hired: z.int(),
    paid: z.int(),
    /** The first of them, by id. */
    accounts: z.array(z.string()),
  }),
});
export type Stakes = z.infer<typeof stakesSchema>;

const termSchema = z.object({
  name: z.enum(rankingTerms),
  /** Log-odds of the likelihood; of all others how much of it there is, in [0, 1]. */
  value: z.number(),
  weight: z.number(),
  /** The one times the other. */
  adds: z.number(),
});

/** Where a cluster stands: `total` is the sum of what the terms add. */
export const rankingSchema = z.object({
  stakes: stakesSchema,
  terms: z.array(termSchema),
  total: z.number(),
});
export type Ranking = z.infer<typeof rankingSchema>;

/** What a run ranked by, as it keeps the parameters of each detector. */
export const rankedBySchema = z.object({
  version: z.int(),
  parameters: valuesSchema,
  revision: z.int(),
  asked: z.array(z.string()).optional(),
});
