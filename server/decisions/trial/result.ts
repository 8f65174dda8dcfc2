import { compareText } from '../../../domain/compare-text.ts';
import type { AccountScore, Cluster, BareFinding } from '../../../domain/finding.ts';
import { mostListed, type TrialChange, type TrialResult } from '../../../domain/trial.ts';
import { matchClusters, type ClusterMatch } from '../../detection/runs/match-clusters.ts';
import type { Disposition } from '../triage/disposition.ts';
import { decisionsBy, gravity, tallyOf, type PrecisionRequest } from './decided.ts';

/** What a run says, or a trial would. */
export interface RunContent {
  findings: readonly BareFinding[];
  clusters: readonly Cluster[];
  accounts: readonly Pick<AccountScore, 'account_id' | 'score'>[];
}

type Compared = Omit<TrialResult, 'detectors' | 'items' | 'clusters' | 'calibration'> & {
  /** Whole, so that they can be told in another language. */
  items: (BareFinding & Pick<TrialResult['items'][number], 'change' | 'earlier'>)[];
  clusters: (TrialResult['clusters'][number] & { whole: Cluster })[];
};

/** The score from which an account may be in a cluster, in the run and in the trial. */
export interface Lines {
  was: number;
  is: number;
}

/** What would be otherwise, and what was decided of it. */
export function compareRuns(
  live: RunContent,
  tried: RunContent,
  { dispositions, lines }: { dispositions: readonly Disposition[]; lines: Lines },
): Compared {
  const decision = decisionsBy(dispositions);
  const was = new Map(live.findings.map((finding) => [finding.id, finding]));
  const is = new Map(tried.findings.map((finding) => [finding.id, finding]));
  const groups: Record<TrialChange | 'kept', BareFinding[]> = {
    found: [],
    lost: [],
    changed: [],
    kept: [],
  };
  for (const now of is.values()) {
    const then = was.get(now.id);
    groups[then ? (alike(then, now) ? 'kept' : 'changed') : 'found'].push(now);
  }
  for (const then of was.values()) if (!is.has(then.id)) groups.lost.push(then);
  const listed = (change: TrialChange | 'kept') =>
    groups[change].map((finding) => ({
      ...{ ...finding, change: change as TrialChange },
      earlier: decision(askedOf(finding)),
    }));
  const all = {
    ...{ found: listed('found'), lost: listed('lost') },
    ...{ changed: listed('changed'), kept: listed('kept') },
  };
  const tally = (change: TrialChange | 'kept') =>
    tallyOf(all[change].map(({ earlier }) => earlier));
  const first = (change: TrialChange) =>
    all[change]
      .sort(
        (a, b) =>
          gravity(a.earlier) - gravity(b.earlier) || b.score - a.score || compareText(a.id, b.id),
      )
      .slice(0, mostListed);
  return {
    findings: {
      ...{ found: tally('found'), lost: tally('lost') },
      ...{ changed: tally('changed'), kept: tally('kept') },
    },
    items: [...first('found'), ...first('lost'), ...first('changed')],
    ...comparedClusters(live.clusters, tried.clusters, decision),
    accounts: comparedAccounts(live.accounts, tried.accounts, lines),
  };
}

function askedOf({ id, accounts }: BareFinding): PrecisionRequest {
  return { kind: 'finding', ids: [id], accounts };
}

function alike(then: BareFinding, now: BareFinding): boolean {
  const said = ({ score, accounts, facts }: BareFinding) =>
    JSON.stringify([score, accounts, facts]);
  return said(then) === said(now);
}

function comparedClusters(
  live: readonly Cluster[],
  tried: readonly Cluster[],
  decision: ReturnType<typeof decisionsBy>,
): Pick<Compared, 'clusters' | 'cluster_counts'> {
  const counts: Record<string, number> = {};
  const matches = matchClusters(live, tried);
  for (const { change } of matches) counts[change] = (counts[change] ?? 0) + 1;
  const clusters = matches
    .filter(({ change }) => change !== 'unchanged')
    .map((match) => clusterOf(match, decision))
    .sort(
      (a, b) =>
        gravity(a.earlier) - gravity(b.earlier) || b.score - a.score || compareText(a.id, b.id),
    )
    .slice(0, mostListed);
  return { clusters, cluster_counts: counts };
}

function clusterOf(
  { change, now, was, joined, left }: ClusterMatch<Cluster>,
  decision: ReturnType<typeof decisionsBy>,
): Compared['clusters'][number] {
  const whole = (now ?? was[0])!;
  const { id, name, score, accounts } = whole;
  const ids = [id, ...was.map((one) => one.id)];
  return {
    ...{ change, id, was: was.map((one) => one.id), joined, left, name, score, whole },
    reasons: [],
    // Of the same data nobody is paid elsewhere, and nothing has new users.
    payouts: [],
    new_users: [],
    accounts: now?.accounts.length ?? 0,
    earlier: decision({ kind: 'cluster', ids, accounts }),
  };
}

function comparedAccounts(
  live: RunContent['accounts'],
  tried: RunContent['accounts'],
  { was: line_was, is: line }: Lines,
): Compared['accounts'] {
  const was = scoresOf(live);
  const is = scoresOf(tried);
  const all = [...new Set([...was.keys(), ...is.keys()])]
    .map((id) => ({ account_id: id, from: was.get(id) ?? 0, to: is.get(id) ?? 0 }))
    .sort(
      (a, b) =>
        Math.abs(b.to - b.from) - Math.abs(a.to - a.from) ||
        compareText(a.account_id, b.account_id),
    );
  const moved = all.filter(({ from, to }) => from !== to);
  // A line that moves is passed by who stands still as well.
  const over = all.filter(({ from, to }) => from < line_was && to >= line);
  const under = all.filter(({ from, to }) => from >= line_was && to < line);
  return {
    raised: moved.filter(({ from, to }) => to > from).length,
    lowered: moved.filter(({ from, to }) => to < from).length,
    line_was,
    line,
    over: over.slice(0, mostListed),
    under: under.slice(0, mostListed),
    ...{ over_count: over.length, under_count: under.length },
  };
}

function scoresOf(accounts: RunContent['accounts']): Map<string, number> {
  return new Map(accounts.map(({ account_id, score }) => [account_id, score]));
}
