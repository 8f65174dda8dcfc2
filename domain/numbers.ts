/**
 * What whoever leads the work asks how it goes by: what waits, how long decisions take, how often detectors are right by
 * them, and the money that was confirmed. Counted by what was decided, never by who decided it.
 */
import { z } from 'zod';
import { dismissalReasons, foundKinds } from './disposition.ts';
import { bucketKinds, type NumbersTable } from './numbers-asked.ts';

/** Days since an item is open, by the calendar in UTC; `to` null is without end. */
export const ageSteps = [
  { step: 'today', from: 0, to: 0 },
  { step: 'days_1_3', from: 1, to: 3 },
  { step: 'days_4_7', from: 4, to: 7 },
  { step: 'days_8_30', from: 8, to: 30 },
  { step: 'older', from: 31, to: null },
] as const;
export type AgeStep = (typeof ageSteps)[number]['step'];
const stepNames = ageSteps.map(({ step }) => step) as [AgeStep, ...AgeStep[]];

export const openStates = ['new', 'in_review'] as const;

const dayMs = 86_400_000;

/** The day that lies so many days before another, both as `2026-03-01`. */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10);
}

/** How many days lie between two, the later one second; none less than none. */
export function daysBetween(earlier: string, later: string): number {
  return Math.max(0, Math.round((Date.parse(later) - Date.parse(earlier)) / dayMs));
}

/** The days on which what is in that step today became open: what the queue takes as a filter. */
export function openedWithin(
  step: AgeStep,
  today: string,
): { opened_from?: string; opened_to: string } {
  const { from, to } = ageSteps.find((one) => one.step === step)!;
  return {
    // What is dated after today is open since today.
    opened_to: from === 0 ? '9999-12-31' : dayBefore(today, from),
    ...(to === null ? {} : { opened_from: dayBefore(today, to) }),
  };
}

/** `other`: accepted, victim, appealed or referred without having been confirmed or dismissed in the period. */
export const outcomes = ['confirmed', 'dismissed', 'other'] as const;
export type Outcome = (typeof outcomes)[number];

/** Lists behind the figures of a period. */
export const countedKinds = ['first', 'own', 'cluster', 'money'] as const;
export type CountedKind = (typeof countedKinds)[number];

const openSchema = z.object({
  by_age: z.array(
    z.object({
      kind: z.enum(foundKinds),
      state: z.enum(openStates),
      step: z.enum(stepNames),
      items: z.int(),
    }),
  ),
  by_kind: z.array(
    z.object({
      kind: z.enum(foundKinds),
      items: z.int(),
      unassigned: z.int(),
      overdue: z.int(),
      proposed: z.int(),
    }),
  ),
});
export type OpenNumbers = z.infer<typeof openSchema>;

const hours = z.number().nullable();
const timeRowSchema = z.object({
  /** First and last day; the first row of a kind is the whole period. */
  from: z.string(),
  to: z.string(),
  kind: z.enum(foundKinds),
  decisions: z.int(),
  lower_quartile: hours,
  median: hours,
  upper_quartile: hours,
  ninety: hours,
});
export type TimeRow = z.infer<typeof timeRowSchema>;

const outcomeCounts = { confirmed: z.int(), dismissed: z.int(), other: z.int() };
const shareSchema = z.number().min(0).max(1).nullable();

const precisionRowSchema = z.object({
  detector: z.string(),
  version: z.int(),
  own: z.object({
    ...outcomeCounts,
    reasons: z.partialRecord(z.enum(dismissalReasons), z.int()),
    reopened: z.int(),
  }),
  /** Null where nothing was confirmed or dismissed. */
  precision: shareSchema,
  low: shareSchema,
  high: shareSchema,
  cluster: z.object(outcomeCounts),
  undecided: z.int(),
});
export type PrecisionRow = z.infer<typeof precisionRowSchema>;

const sumSchema = { amount: z.string(), transfers: z.int() };
const moneySchema = z.object({
  clusters: z.int(),
  findings: z.int(),
  accounts: z.int(),
  payment_accounts: z.int(),
  not_counted: z.array(z.string()),
  totals: z.array(
    z.object({
      currency: z.string(),
      ...sumSchema,
      /** `2026-03`; empty where no time is known. */
      months: z.array(z.object({ month: z.string(), ...sumSchema })),
    }),
  ),
});
export type MoneyNumbers = z.infer<typeof moneySchema>;

export const periodSchema = z.object({ from: z.string(), to: z.string() });
export type Period = z.infer<typeof periodSchema>;

/** The answer's parts, each described by its definition. */
export function numbersSchema(says: Readonly<Record<NumbersTable, string>>) {
  return z.object({
    at: z.string(),
    /** In UTC. */
    today: z.string(),
    /** The latest run; null before the first. */
    run: z.string().nullable(),
    period: periodSchema,
    by: z.enum(bucketKinds),
    open: openSchema.meta({ description: says.open }),
    time: z.array(timeRowSchema).meta({ description: says.time }),
    precision: z.array(precisionRowSchema).meta({ description: says.precision }),
    money: moneySchema.meta({ description: says.money }),
  });
}
export type Numbers = z.infer<ReturnType<typeof numbersSchema>>;
