import type { Finding } from '../../domain/finding.ts';
import type { World } from './world.ts';

/** What a finding's figures are, counted from the rows. */
export interface Recounted {
  /** By the path of the fact: `income.total`, `closest.0.returns`. */
  figures: Readonly<Record<string, unknown>>;
  /** Times of all that they count, in any order; left out where the finding knows of no times. */
  times?: readonly string[];
  /** By evidence type, how many rows. */
  rows?: Readonly<Record<string, number>>;
  /** Figures of the headline that are estimates, or the list's own numbers, and no count of rows. */
  estimates?: readonly (number | string)[];
  /** Paths of facts that are whole numbers and no counts of rows: bounds, and what is measured of the whole platform. */
  noCounts?: readonly string[];
}

export type Recount = (finding: Finding, world: World) => Recounted;

/** Of facts that the recount takes as given: whom or what the finding is about. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- whoever asks knows what the fact is
export function given<T>(finding: Finding, name: string): T {
  return finding.facts[name] as T;
}
