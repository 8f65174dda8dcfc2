import { messages } from '../../../domain/messages/index.ts';
import type { Columns } from '../columns/columns.ts';
import { namingFaults } from '../columns/spark-faults.ts';
import type { JudgedRelations } from '../derive/judged-relations.ts';
import type { derivationsFor } from '../derive/needed.ts';
import { bringUpToDate } from '../increment/derivation-state.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Progress } from '../../platform/progress.ts';
import { endOfTime } from './run-detector.ts';
import type { Steps } from './steps.ts';

type Named = ReturnType<typeof derivationsFor>[number];

interface Inferring {
  asOf: string | null;
  changedOnly: boolean;
  judged: JudgedRelations;
  steps: Steps;
  /** Opened with what the rules count over them. */
  columns: Columns;
  /** That had ended before the run began. */
  loads: string[];
}

/** Brings what rules infer up to date, one rule after the other. */
export function inferring(
  database: Database,
  { asOf, steps, ...given }: Inferring,
  progress: Progress,
): (rules: readonly Named[]) => Promise<void> {
  return async (rules) => {
    for (const { id, derivation } of rules) {
      progress.step(messages.detect.deriving(id));
      await steps.take('derive', id, () =>
        namingFaults(id, () =>
          bringUpToDate(database, derivation, { ...given, asOf: asOf ?? endOfTime }),
        ),
      );
    }
  };
}

/** Those before one that computes for long, those that do, and those that need not wait for it. */
export function inTurns(rules: readonly Named[]): {
  before: Named[];
  aside: Named[];
  others: Named[];
} {
  const first = rules.findIndex(({ derivation }) => derivation.aside);
  const after = first < 0 ? [] : rules.slice(first);
  return {
    before: first < 0 ? [...rules] : rules.slice(0, first),
    aside: after.filter(({ derivation }) => derivation.aside),
    others: after.filter(({ derivation }) => !derivation.aside),
  };
}
