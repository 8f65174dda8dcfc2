import type { TriageKind } from '../../../domain/disposition.ts';
import {
  decidedStates,
  isDecided,
  type EarlierDecision,
  type Tally,
} from '../../../domain/trial.ts';
import type { Disposition } from '../triage/disposition.ts';

/** A finding or a cluster of which it is asked what was decided. */
export interface PrecisionRequest {
  kind: TriageKind;
  /** Its id; of a cluster, those of its earlier selves too. */
  ids: readonly string[];
  accounts: readonly string[];
}

/** A disposition with a decision in force. */
interface Decided {
  disposition: Disposition;
  decision: Omit<EarlierDecision, 'basis'>;
}

/**
 * Tells what people have decided: of it itself; where nobody has, of clusters, and else of findings, with more than half
 * of its accounts. Of several decisions the gravest counts.
 */
export function decisionsBy(
  dispositions: readonly Disposition[],
): (asked: PrecisionRequest) => EarlierDecision | null {
  const decided = dispositions.flatMap(decidedOf);
  const byId = groupBy(decided, ({ disposition: { of } }) => [of]);
  const byAccount = groupBy(decided, ({ disposition: { members } }) => members);
  return ({ kind, ids, accounts }) => {
    const own = ids
      .flatMap((id) => byId.get(id) ?? [])
      .filter(({ disposition }) => disposition.kind === kind);
    if (own.length > 0) return gravest(own, 'own');
    const shared = covering(byAccount, accounts);
    const clusters = shared.filter(({ disposition }) => disposition.kind === 'cluster');
    return gravest(clusters, 'cluster') ?? gravest(shared, 'accounts');
  };
}

function decidedOf(disposition: Disposition): Decided[] {
  const { decision, of, kind } = disposition;
  if (kind === 'answer' || !decision || !isDecided(decision.state)) return [];
  const { state, reason, by, at } = decision;
  return [{ disposition, decision: { state, reason, of, by, at } }];
}

function covering(
  byAccount: ReadonlyMap<string, readonly Decided[]>,
  accounts: readonly string[],
): Decided[] {
  const shared = new Map<Decided, number>();
  for (const account of accounts)
    for (const one of byAccount.get(account) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
  return [...shared].filter(([, count]) => count * 2 > accounts.length).map(([one]) => one);
}

function gravest(
  decided: readonly Decided[],
  basis: EarlierDecision['basis'],
): EarlierDecision | null {
  const [first] = decided
    .map(({ decision }) => decision)
    .toSorted((a, b) => gravity(a) - gravity(b) || (a.at < b.at ? 1 : -1));
  return first ? { ...first, basis } : null;
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}

/** The place in a list: what was decided in the order of gravity, what was dismissed behind what nobody has decided. */
export function gravity(earlier: Pick<EarlierDecision, 'state'> | null): number {
  if (earlier === null) return decidedStates.length - 1.5;
  return decidedStates.indexOf(earlier.state);
}

export function tallyOf(decisions: readonly (EarlierDecision | null)[]): Tally {
  const decided = Object.fromEntries(
    decidedStates.map((state) => [state, decisions.filter((one) => one?.state === state).length]),
  ) as Tally['decided'];
  const dismissed_for: Tally['dismissed_for'] = {};
  for (const one of decisions)
    if (one?.state === 'dismissed' && one.reason !== null)
      dismissed_for[one.reason] = (dismissed_for[one.reason] ?? 0) + 1;
  const undecided = decisions.filter((one) => one === null).length;
  return { total: decisions.length, undecided, decided, dismissed_for };
}
