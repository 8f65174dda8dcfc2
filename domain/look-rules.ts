/** How a board is drawn by what its nodes are and hold: rules, ranges, and a style that leaves a board as a file. */
import { z } from 'zod';

/** What a rule changes of a node. */
export const ruleSets = ['colour', 'size', 'label', 'mark'] as const;

/** How values are parted: in even steps, in steps of as many nodes each, at bounds that are given, or each kind by itself. */
export const ruleCuts = ['value', 'rank', 'bounds', 'kinds'] as const;
export type RuleCut = (typeof ruleCuts)[number];

/** What a rule may mark a node with: an icon in it, and a sign before its name. */
export const ruleMarks = ['flag', 'star', 'eye', 'bolt'] as const;
export type RuleMark = (typeof ruleMarks)[number];

/** By what a rule or a range goes: `score`, `drawn.betweenness`, `column:account.created_at`. */
const fieldSchema = z.string().min(1).max(200);

export const lookRuleSchema = z.object({
  /** Types of node that it holds for; none named: all. */
  types: z.array(z.string().max(60)).max(100).default([]),
  by: fieldSchema,
  sets: z.enum(ruleSets),
  cut: z.enum(ruleCuts).default('value'),
  /** Of `bounds`: from each on, the next step. */
  bounds: z
    .array(z.number())
    .max(4)
    .refine((bounds) => bounds.every((bound, at) => at === 0 || bound > bounds[at - 1]!), {
      message: 'Bounds must rise',
    })
    .default([]),
  mark: z.enum(ruleMarks).default('flag'),
});
export type LookRule = z.infer<typeof lookRuleSchema>;

/** In their order: where two set the same of a node, the later one holds. */
export const lookRulesSchema = z.array(lookRuleSchema).max(20);

export const rangeSchema = z.object({
  by: fieldSchema,
  /** Null: open at this end. Both ends are within. */
  from: z.number().nullable(),
  to: z.number().nullable(),
});
export type Range = z.infer<typeof rangeSchema>;

/** What a style is called where it is chosen. */
export const styleNameSchema = z.string().trim().min(1).max(100);

/** A style as a file, to be applied to other boards. It names no node, and nothing of what a board shows. */
export const styleFileSchema = z.object({
  format: z.literal('skein-style'),
  version: z.literal(1),
  name: styleNameSchema,
  size: z.string().max(60),
  colour: z.string().max(60),
  type_colours: z.record(z.string().max(60), z.string().max(60)).default({}),
  rules: lookRulesSchema.default([]),
});
export type StyleFile = z.infer<typeof styleFileSchema>;
