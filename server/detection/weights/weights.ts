import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { honestExplanations } from '../../../domain/honest-explanation.ts';

/**
 * What each piece of evidence is worth, in log-odds at full strength. `weights.json` holds every weight with
 * its reason; `npm run quality -- --fit` measures them anew on labelled worlds.
 */
const termSchema = z.object({ weight: z.number().min(0), why: z.string().min(1) });

const modelSchema = z.object({
  /** Log-odds before any evidence. */
  prior: z.number(),
  why: z.string().min(1),
  /** By the term's name; `<kind>:*` is what a term of that kind weighs that nobody measured yet. */
  terms: z.record(z.string(), termSchema),
});
export type Model = z.infer<typeof modelSchema>;

const groupModelSchema = modelSchema.extend({
  /** The honest explanations of a group that scheme competes with. */
  rivals: z.record(
    z.enum(honestExplanations),
    z.object({
      /** Log-odds of a scheme against it, before any evidence. */
      prior: z.number(),
      /** More accounts than these it seldom has. */
      most: z.int().min(2),
      why: z.string().min(1),
    }),
  ),
});
export type GroupModel = z.infer<typeof groupModelSchema>;

export const weightsSchema = z.object({
  /** Whether two accounts are in the same hands. */
  link: modelSchema,
  /** Whether an account is run by or for a scheme. */
  account: modelSchema,
  /** Whether accounts that hang together serve one scheme: nothing of it is fitted. */
  group: groupModelSchema,
  /** Whoever and whatever is less likely than this, in (0, 1), stands in no cluster and is none. */
  cluster: z.object({ least: z.number().gt(0).lt(1), why: z.string().min(1) }),
});
export type Weights = z.infer<typeof weightsSchema>;

const file = new URL('./weights.json', import.meta.url);

let shipped: Weights | null = null;

/** The weights in force. Throws when the file is not as it must be. */
export function shippedWeights(): Weights {
  shipped ??= weightsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return shipped;
}

/** `name` is `<kind>:<what>`. */
export function termOf(model: Model, name: string): z.infer<typeof termSchema> {
  const usual = `${name.slice(0, name.indexOf(':'))}:*`;
  const term = model.terms[name] ?? model.terms[usual];
  if (!term) throw new Error(`weights.json has neither ${name} nor ${usual}.`);
  return term;
}

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Of a score; of one that is as good as certain, no more than that. */
export function logOdds(score: number): number {
  const inside = Math.min(0.999, Math.max(0.001, score));
  return Math.log(inside / (1 - inside));
}

/** Where the curve bends: a strength of this is worth four tenths of full strength. */
const faint = 0.2;

/**
 * How much a strength tells, in [0, 1]: it grows with the logarithm, for the step from nothing to a weak finding
 * says more than that from a strong to a stronger one. On labelled worlds log-odds followed this curve.
 */
export function telling(strength: number): number {
  return Math.log1p(strength / faint) / Math.log1p(1 / faint);
}

/** From here on, evidence is plain; what it then tells more is weighed on its own. */
const plainFrom = 0.5;

/** How far what a strength tells (`telling`) is beyond what is merely noted, in [0, 1]. */
export function plainPart(told: number): number {
  return Math.max(0, (told - plainFrom) / (1 - plainFrom));
}
