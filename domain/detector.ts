import type { z } from 'zod';
import type { derivedRelations } from './schema/derived.ts';
import type { IndicatorId } from './indicators.ts';
import type { Explained } from './honest-explanation.ts';
import type { Given } from './given.ts';

export type DerivedRule = (typeof derivedRelations)[number]['rule'];

/** A setting of a detector. The settings form, the docs and run.json derive from it. */
export interface Parameter<T = number | string | readonly string[]> {
  default: T;
  /** Why this default, in the investigator's words. */
  why: string;
  unit?: string;
  min?: number;
  max?: number;
  /** It bounds only what a finding cites; what its figures count stays whole. */
  cites?: true;
}

/** Rows that a finding's figures count, cited or not; the times are those of all of them, none later than asked for. */
export interface Counted {
  /** A relation type or a label, as the query names it. */
  of: string;
  rows: number;
  first: string | null;
  last: string | null;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** The values that a run uses, by name of the parameter. */
export type Settings<P extends Parameters> = {
  readonly [K in keyof P]: P[K]['default'] extends number
    ? number
    : P[K]['default'] extends string
      ? string
      : readonly string[];
};

/**
 * The independent sources that evidence comes from. Two findings of one family are one circumstance seen
 * twice; findings of different families add up.
 */
export const families = [
  'money',
  'device',
  'network',
  'hours',
  'text',
  'papers',
  'ratings',
  'identity',
  'contacts',
  'conduct',
  'watchlist',
] as const;
export type Family = (typeof families)[number];

/** What part the accounts of a finding may play; a possibility to look into, no judgement. */
export const roles = ['operator', 'mule', 'unwitting', 'victim'] as const;
export type Role = (typeof roles)[number];

/**
 * What a finding at full strength weighs before anybody has measured it, in log-odds, and why: from the advisory, and from
 * what honest people do as well. What is measured on labelled worlds is drawn firmly to it.
 */
export interface PriorWeight {
  /** Of the account that it names. */
  account: number;
  /** Of the link between two that it binds; there where the detector binds. */
  link?: number;
  why: string;
}

/** What a detector says to a person, in English; other languages have it in `languages/<tag>/detectors/<id>.ts`. */
export interface DetectorMessages<F> {
  title: string;
  /** What it links accounts by, within a sentence: "linked by …". */
  bond: string;
  /** What it looks for and why that matters. */
  looksFor: string;
  /** What it cannot see. */
  blindTo: string;
  /** Where an indicator is cited that not every finding cites, within a sentence: "where …". */
  shows?: { readonly [I in IndicatorId]?: string };
  /** Honest explanations to consider before anyone acts. */
  benign: readonly string[];
  /** One line for a list: what was found, with its figures. */
  headline: (facts: F) => string;
  /** What facts are called whose own names do not say what they count. */
  facts?: { readonly [K in keyof F]?: string };
}

/** What a parameter is called, why it is as it is, and its unit, in another language than the declaration's. */
interface ParameterWords {
  name?: string;
  why?: string;
}

/**
 * What another language says of a detector: as much as somebody has written, all else is said in English. Beside the
 * words it has what a declaration says in English by itself: the names of parameters and facts.
 */
export type DetectorIn<D> =
  D extends Detector<infer P, infer S>
    ? Given<Omit<DetectorMessages<z.infer<S>>, 'facts'>> & {
        parameters?: {
          readonly [K in keyof P]?: ParameterWords &
            (P[K] extends { unit: string } ? { unit?: string } : { unit?: never });
        };
        /** What each fact is called. */
        facts?: { readonly [K in keyof z.infer<S>]?: string };
        /** The same of what the baseline query measures, under names that are no fact's. */
        usual?: Readonly<Record<string, string>>;
      }
    : never;

/** The same of any detector, for whoever reads it. */
export type AnyDetectorIn = Given<Omit<DetectorMessages<unknown>, 'facts'>> & {
  parameters?: Readonly<Partial<Record<string, ParameterWords & { unit?: string }>>>;
  facts?: Readonly<Partial<Record<string, string>>>;
  usual?: Readonly<Partial<Record<string, string>>>;
};

/**
 * How far a query looks that is given rows of SQL, group by group: those of one value in the first column. A run over what
 * changed asks it about the groups alone whose rows are others than before, or that lie near something that was written;
 * of the others the earlier findings hold. `test/increment/groups.test.ts` compares that with asking about all.
 *
 * Each group has findings of its own, whatever the others are. Starting from nodes that its rows name by id, and from
 * relations that they name by key, the query looks one relation further, and at what is at its end.
 */
export interface Grain {
  /** The key of the finding that the rows of a group like this one make; where absent, the value of the first column. */
  key?: (row: Readonly<Record<string, unknown>>) => string;
  /** Relations of which it takes those alone whose two ends, or whose key, the rows name. */
  between?: readonly string[];
  /** Where it goes further: step by step from the last relation back to what the rows name, of which types that may be. */
  along?: readonly (readonly string[])[];
}

/**
 * A detector, beside its query of the same stem. The query returns, per finding, a row
 * `key, nodes, relations, facts`, each by that name behind RETURN: `key` is stable (ids, never counts); `nodes` holds both ends of every
 * relation; the accounts among them are the finding's.
 *
 * A detector that binds may return `ties` too: `[{a, b, share}]`, the pairs of accounts that it links and how
 * much of the strength holds for each pair, in [0, 1]. Without it, every pair is linked in full.
 *
 * It may return `about` too: the ids of the accounts that the finding speaks of. The other accounts among the
 * nodes are then only what it rests on (whom a rater rated), are shown, and are not the finding's.
 *
 * A detector whose figures count more than it cites (a hundred of many sessions) returns `counted` too: what its figures
 * count, by relation type or, of nodes, by label, with the first and last time of all of it. The finding takes its dates
 * from there, and says how many rows it cites of how many.
 *
 * What is usual on the platform is asked once, by `<id>.baseline.cypher`, where a detector has one: a query of
 * one row, whose columns the main query takes as parameters and the run keeps beside the settings. Where that has to count over
 * many rows, `<id>.baseline.sql` does, whose rows it takes as `$rows`; of SQL alone, its one row is what is usual.
 */
export interface Detector<P extends Parameters, S extends z.ZodType> {
  /** Raised when query or strength change meaning; a finding carries it. */
  version: number;
  /** Those that its findings may cite. */
  indicators: readonly IndicatorId[];
  /** Of these, those that a finding cites only where its facts show them; `words.shows` says where that is. */
  shows?: {
    readonly [I in IndicatorId]?: (facts: z.infer<S>, settings: Settings<P>) => boolean;
  };
  family: Family;
  /** Whether it says that its accounts are in the same hands, and not only something of each of them. */
  binds: boolean;
  priorWeight: PriorWeight;
  role: Role | ((facts: z.infer<S>) => Role);
  /** What must be inferred before the query runs. */
  needs: readonly DerivedRule[];
  parameters: P;
  /** The facts that the query returns. */
  facts: S;
  /** How strong this pattern alone is, in [0, 1]. 0 drops the row: it is no finding. */
  strength: (facts: z.infer<S>, settings: Settings<P>) => number;
  /** Where it is given rows of SQL and answers group by group; where absent, it is always asked about all. */
  grain?: Grain;
  /** What else than a scheme would show this, and how much of it; nothing where it is absent. */
  explainedBy?: (facts: z.infer<S>) => Explained;
  messages: DetectorMessages<z.infer<S>>;
}

/** The facts that a detector's headline is made of. */
export type FactsOf<D> = D extends { facts: infer S extends z.ZodType } ? z.infer<S> : never;

/** Declares a detector; the loader of `server/detection/catalogue` finds it by its file's name. */
export function defineDetector<const P extends Parameters, S extends z.ZodType>(
  detector: Detector<P, S>,
): Detector<P, S> {
  return detector;
}
