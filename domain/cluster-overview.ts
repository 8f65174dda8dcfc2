/** All clusters of a run at once, and by what two of them are joined. */
import { z } from 'zod';
import { graphNodeSchema } from './answers.ts';
import { decidedMarkSchema } from './disposition.ts';
import { clusterSchema } from './finding.ts';

/** More no person looks at at once; the first of their order are taken. */
export const mostClusters = 1_000;

const overviewClusterSchema = clusterSchema
  .pick({ id: true, score: true, name: true, first_seen: true, last_seen: true })
  .extend({
    /** How many. */
    accounts: z.int(),
    decided: decidedMarkSchema.nullable(),
  });
export type OverviewCluster = z.infer<typeof overviewClusterSchema>;

/** A thing that accounts of both use: of how many accounts of each, and in how many rows. */
const sharedThingSchema = z.object({
  node: graphNodeSchema.pick({ type: true, id: true, caption: true }),
  /** Accounts of the whole graph that use it. */
  users: z.int(),
  accounts: z.tuple([z.int(), z.int()]),
  uses: z.tuple([z.int(), z.int()]),
});

/** What went straight from payment accounts of one to those of the other, in one currency. */
const moneyBetweenSchema = z.object({
  from: z.string(),
  to: z.string(),
  currency: z.string(),
  amount: z.number(),
  /** How many transfers. */
  count: z.int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});

const clusterTieSchema = z.object({
  /** Ids of the two, the one that comes first in their order first. */
  between: z.tuple([z.string(), z.string()]),
  /** The rarest first; at most a few, of `shared` in all. */
  things: z.array(sharedThingSchema),
  shared: z.int(),
  /** Rows by which accounts of the two use all that they share. */
  uses: z.int(),
  money: z.array(moneyBetweenSchema),
});
export type ClusterTie = z.infer<typeof clusterTieSchema>;

export const clusterOverviewSchema = z.object({
  /** Null while nothing was detected yet. */
  run: z.string().nullable(),
  /** In their order. */
  clusters: z.array(overviewClusterSchema),
  /** What is most of first. */
  ties: z.array(clusterTieSchema),
  omitted: z.object({
    /** Clusters after the last that is shown. */
    clusters: z.int(),
    /** Accounts of very large clusters, of which it was not asked what joins them with others. */
    accounts: z.int(),
    ties: z.int(),
  }),
});
export type ClusterOverview = z.infer<typeof clusterOverviewSchema>;
