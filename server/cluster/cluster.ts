import { createHash } from 'node:crypto';
import { roundScore, type AccountScore, type Cluster, type Finding } from '../../domain/finding.ts';
import { words } from '../../domain/words/index.ts';
import { UnionFind } from './union-find.ts';

/** A weaker finding says something about its accounts, but not that one hand runs them. */
const joiningScore = 0.5;

/** However much speaks for it, a machine is never certain. */
const highestScore = 0.99;

/** What a detector links accounts by, in words. */
export type BondOf = (detector: string) => string;

/** Findings strong enough that share an account belong to one cluster; clusters do not overlap. */
export function clustersOf(findings: readonly Finding[], bondOf: BondOf): Cluster[] {
  const joining = findings.filter(
    (finding) => finding.score >= joiningScore && finding.accounts.length > 1,
  );
  const groups = new UnionFind();
  for (const { accounts } of joining)
    for (const account of accounts) groups.join(accounts[0]!, account);
  const byGroup = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groupOf(finding, groups);
    if (group === null) continue;
    byGroup.set(group, [...(byGroup.get(group) ?? []), finding]);
  }
  return [...groups.sets()]
    .map(([group, accounts]) => makeCluster(accounts, byGroup.get(group) ?? [], bondOf))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The cluster that all accounts of a finding are in; weaker findings then speak for it too. */
function groupOf(finding: Finding, groups: UnionFind): string | null {
  const all = new Set(finding.accounts.map((account) => groups.find(account)));
  const [only = null] = all;
  return all.size === 1 ? only : null;
}

function makeCluster(accounts: string[], findings: Finding[], bondOf: BondOf): Cluster {
  const detectors = [...new Set(findings.map((finding) => finding.detector))].sort();
  const first = smallest(findings.map((finding) => finding.first_seen));
  const last = largest(findings.map((finding) => finding.last_seen));
  return {
    id: clusterId(accounts),
    score: together(findings),
    accounts: [...accounts].sort(),
    findings: findings.map((finding) => finding.id).sort(),
    detectors,
    summary: words.detect.clusterSummary(accounts.length, detectors.map(bondOf), first, last),
    first_seen: first,
    last_seen: last,
  };
}

/** `C-` and the smallest SHA-256 among the members' ids, shortened: one more member seldom renames it. */
export function clusterId(accounts: readonly string[]): string {
  const digests = accounts.map((account) => createHash('sha256').update(account).digest('hex'));
  return `C-${digests.sort()[0]!.slice(0, 16)}`;
}

/** Every account of the graph with what speaks about it, sorted by id. */
export function scoreAccounts(
  ids: readonly string[],
  findings: readonly Finding[],
  clusters: readonly Cluster[],
): AccountScore[] {
  const naming = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const account of finding.accounts) {
      const list = naming.get(account);
      if (list) list.push(finding);
      else naming.set(account, [finding]);
    }
  }
  const clusterOf = new Map(
    clusters.flatMap((cluster) => cluster.accounts.map((account) => [account, cluster.id])),
  );
  return [...ids].sort().map((account_id) => {
    const about = naming.get(account_id) ?? [];
    return {
      account_id,
      score: together(about),
      cluster_id: clusterOf.get(account_id) ?? null,
      detectors: [...new Set(about.map((finding) => finding.detector))].sort(),
    };
  });
}

/**
 * Findings of different detectors are taken as independent; of one detector only the strongest counts, since
 * two shared addresses of one team are one circumstance, not two.
 */
function together(findings: readonly Finding[]): number {
  const best = new Map<string, number>();
  for (const { detector, score } of findings)
    best.set(detector, Math.max(score, best.get(detector) ?? 0));
  const detectors = [...best].sort(([a], [b]) => (a < b ? -1 : 1));
  const doubt = detectors.reduce((rest, [, score]) => rest * (1 - score), 1);
  return roundScore(Math.min(highestScore, 1 - doubt));
}

function smallest(times: (string | null)[]): string | null {
  return times.filter((time) => time !== null).sort()[0] ?? null;
}

function largest(times: (string | null)[]): string | null {
  return (
    times
      .filter((time) => time !== null)
      .sort()
      .at(-1) ?? null
  );
}
