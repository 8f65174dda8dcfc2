import { compareText } from '../../../domain/compare-text.ts';
import type { AccountScore, Cluster } from '../../../domain/finding.ts';
import {
  clusterChanges,
  telling,
  type ClusterDiff,
  type MovedPayout,
  type NewUsers,
  type RunDiff,
} from '../../../domain/run-diff.ts';
import { compareDetectors, compareFindings, type RunFindings } from './compare-findings.ts';
import type { ClusterThing } from '../../detection/runs/run-parts.ts';
import type { Payout } from '../../detection/runs/run-parts.ts';
import { matchClusters, type ClusterMatch } from '../../detection/runs/match-clusters.ts';
import { byAccount, movedPayouts } from './moved-payouts.ts';
import { newUsers, thingsKept } from './new-users.ts';
import { newUserReasons } from './new-user-reasons.ts';
import { reasonsOf, type Found } from './reasons.ts';

/** A run with all that it says. */
export interface WholeRun extends RunFindings {
  clusters: readonly Cluster[];
  /** Those with any evidence; all others have the score 0. */
  accounts: readonly Pick<AccountScore, 'account_id' | 'score'>[];
  /** Where members of its clusters are paid; null when the run did not keep it. */
  payouts: readonly Payout[] | null;
  /** What holds its clusters, and who uses it; null when the run did not keep it. */
  things: readonly ClusterThing[] | null;
}

/** What is otherwise in the later run; its sentences are in the language in force. */
export function compareRuns(before: WholeRun, after: WholeRun): RunDiff {
  const ranAgain = new Set(after.run.detectors.map(({ id }) => id));
  const found: Found = {
    before: new Map(
      before.findings
        .filter(({ detector }) => ranAgain.has(detector))
        .map((finding) => [finding.id, finding]),
    ),
    after: new Map(after.findings.map((finding) => [finding.id, finding])),
    clusterNow: new Map(
      after.clusters.flatMap(({ id, accounts }) => accounts.map((one) => [one, id])),
    ),
  };
  const [paidBefore, paidNow] = [byAccount(before.payouts), byAccount(after.payouts)];
  const kept = thingsKept(before.things, after.things);
  return {
    from: before.run.run,
    to: after.run.run,
    clusters: matchClusters(before.clusters, after.clusters)
      .map((match) =>
        clusterDiff(
          match,
          movedPayouts(match, paidBefore, paidNow),
          newUsers(match, kept, found),
          found,
        ),
      )
      .sort(
        (a, b) =>
          clusterChanges.indexOf(a.change) - clusterChanges.indexOf(b.change) ||
          b.score - a.score ||
          compareText(a.id, b.id),
      ),
    findings: compareFindings(before, after),
    accounts: movedScores(before, after),
    detectors: compareDetectors(before.run, after.run),
    users_known: kept !== null,
  };
}

function clusterDiff(
  match: ClusterMatch<Cluster>,
  payouts: MovedPayout[],
  newcomers: NewUsers[],
  found: Found,
): ClusterDiff {
  const { change, now, was, joined, left } = match;
  const { id, name, score } = (now ?? was[0])!;
  return {
    change,
    id,
    was: was.map((one) => one.id),
    joined,
    left,
    reasons: [
      ...newUserReasons(telling({ new_users: newcomers })),
      ...reasonsOf(match, payouts, found),
      ...newUserReasons(newcomers.filter(({ shared }) => shared !== null)),
    ],
    payouts,
    new_users: newcomers,
    name,
    score,
    accounts: now?.accounts.length ?? 0,
  };
}

function movedScores(before: WholeRun, after: WholeRun): RunDiff['accounts'] {
  const was = scores(before);
  const is = scores(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((id) => ({ account_id: id, from: was.get(id) ?? 0, to: is.get(id) ?? 0 }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => compareText(a.account_id, b.account_id));
}

function scores({ accounts }: WholeRun): Map<string, number> {
  return new Map(accounts.map(({ account_id: id, score }) => [id, score]));
}
