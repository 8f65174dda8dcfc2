/** What holds accounts together, told by a few things: what a canvas shows first, before all else that evidence names. */
import { z } from 'zod';
import { families } from './detector.ts';
import { nodeRefSchema } from './finding.ts';

const storyThingSchema = z.object({
  node: nodeRefSchema,
  /** How many of the accounts it holds. */
  accounts: z.int(),
  /** In log-odds: its share of the sum by which they are judged as one; null where nothing is said of that. */
  weight: z.number().nullable(),
  families: z.array(z.enum(families)),
  /** Of which findings. */
  findings: z.array(z.string()),
});
export type StoryThing = z.infer<typeof storyThingSchema>;

/** What binds two accounts and is no one thing that could be drawn between them: texts, ratings, a way of working. */
const storyLinkSchema = z.object({
  a: z.string(),
  b: z.string(),
  family: z.enum(families),
  /** In log-odds. */
  weight: z.number(),
  finding: z.string(),
});
export type StoryLink = z.infer<typeof storyLinkSchema>;

export const storySchema = z.object({
  /** The accounts, the things, and what lies on the ways between them. All other nodes are folded at first. */
  shown: z.array(nodeRefSchema).max(50_000),
  /** What weighs most first. */
  things: z.array(storyThingSchema).max(50_000),
  /** So many that with the things all hang together that can; what weighs most first. */
  links: z.array(storyLinkSchema).max(50_000),
  /** `links`: a thing's weight is the most that it adds to one link of the first account. */
  weighs: z.literal('links').optional(),
});
export type Story = z.infer<typeof storySchema>;
