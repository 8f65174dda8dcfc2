import { loadQuery } from '../../../cypher/load-query.ts';
import {
  isDecision,
  type DismissalReason,
  type FoundKind,
  type TriageState,
} from '../../../domain/disposition.ts';
import type { Outcome, Period } from '../../../domain/numbers.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { DecidedFinding } from '../triage/disposition.ts';
import { momentsOf } from './period.ts';

/** A state that became another, as the history has it. */
interface Turned {
  id: string;
  disposition: string;
  at: string;
  kind: FoundKind;
  became: TriageState;
  reason: DismissalReason | null;
  waited_since: string | null;
  about: string;
}

/** The first decision of an item. */
export interface FirstDecision {
  disposition: string;
  kind: FoundKind;
  at: string;
  waited_since: string;
}

/** What was last said of an item in the period. */
export interface Verdict {
  disposition: string;
  kind: FoundKind;
  at: string;
  outcome: Outcome;
  reason: DismissalReason | null;
  /** The findings that it says something of. */
  about: readonly DecidedFinding[];
  /** It went back to `new` or in review since. */
  reopened: boolean;
}

export interface Decisions {
  /** Oldest first. */
  first: readonly FirstDecision[];
  /** One an item, oldest first. */
  verdicts: readonly Verdict[];
}

/** What was decided in the period. */
export async function decisionsIn(database: Database, period: Period): Promise<Decisions> {
  const { start, end } = momentsOf(period);
  const turns = await database.read<Turned>(loadQuery('numbers/turns'), { start });
  const first = turns.flatMap(({ disposition, kind, at, waited_since }) =>
    waited_since !== null && at < end ? [{ disposition, kind, at, waited_since }] : [],
  );
  return { first, verdicts: verdictsOf(turns, end) };
}

/**
 * The last confirmation or dismissal, so that what is referred after it was confirmed counts as confirmed; of what was
 * neither, the last decision.
 */
function verdictsOf(turns: readonly Turned[], end: string): Verdict[] {
  const verdicts = new Map<string, Verdict>();
  for (const turn of turns) {
    const known = verdicts.get(turn.disposition);
    if (!isDecision(turn.became)) {
      if (known) known.reopened = true;
    } else if (turn.at < end) {
      const outcome = outcomeOf(turn.became);
      if (known && known.outcome !== 'other' && outcome === 'other') continue;
      // So that they are in the order of the decisions that count.
      verdicts.delete(turn.disposition);
      verdicts.set(turn.disposition, verdictOf(turn, outcome));
    }
  }
  return [...verdicts.values()];
}

function outcomeOf(state: TriageState): Outcome {
  return state === 'confirmed' || state === 'dismissed' ? state : 'other';
}

function verdictOf({ disposition, kind, at, reason, about }: Turned, outcome: Outcome): Verdict {
  return {
    ...{ disposition, kind, at, outcome, reason, reopened: false },
    about: JSON.parse(about) as DecidedFinding[],
  };
}
