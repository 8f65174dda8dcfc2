import { families, type Family } from '../../../domain/detector.ts';
import type { Explained } from '../../../domain/honest-explanation.ts';
import { highestScore } from '../../../domain/score.ts';
import {
  roundScore,
  type AccountScore,
  type Cluster,
  type BareFinding,
} from '../../../domain/finding.ts';
import { clustersOf, tiedShare, type Believed } from '../cluster/cluster.ts';
import { judgedGroups } from '../group/believe.ts';
import { groupEvidence, type GroupEvidence } from '../group/evidence.ts';
import { hiresFrom } from '../group/clients.ts';
import { exitsFrom } from '../group/exits.ts';
import { judge, type Judged } from '../group/judge.ts';
import { applyExceptions, type Excepting } from '../link/excepted.ts';
import { nothingJudged, type JudgedPairs } from '../link/judged-pairs.ts';
import { linksOf, type Binding, type Link } from '../link/links.ts';
import { rowsByAccount, rowsOf } from '../link/same-rows.ts';
import { memberSum, sumOf, type AccountSum } from './account-scores.ts';
import { silentShare } from '../weights/silent.ts';
import { termsOf, type Term } from './terms.ts';
import type { Usual } from './usual.ts';
import { probability, type Weights } from '../weights/weights.ts';

/** What findings say together: findings → links → terms → scores → clusters. */
export interface Network {
  links: Link[];
  terms: Map<string, Term[]>;
  /** Sets of accounts that were judged as one, believed or not, the likeliest and largest first. */
  groups: Judged[];
  /** What they were judged by. */
  evidence: GroupEvidence;
  /** What is usual on the platform: scores depend on it, so a run keeps it. */
  usual: Usual;
  clusters: Cluster[];
  /** Every account, sorted by id. */
  accounts: AccountScore[];
}

export interface NetworkInput {
  findings: readonly BareFinding[];
  detectors: readonly (Binding & {
    messages: { bond: string };
    explainedBy?: ((facts: never) => Explained) | undefined;
  })[];
  /** Every account of the graph. */
  accounts: readonly string[];
  /** How many of them there were at the time asked for; all when absent. */
  then?: number;
  weights: Weights;
  /** What analysts have judged of pairs of accounts. */
  judged?: JudgedPairs;
  /** What weighs less, since somebody found an honest reason for it. */
  exceptions?: readonly Excepting[];
  /** Which accounts came through which exits, each pair once. */
  exitUses: readonly { account: string; exit: string }[];
  /** Whom each client hired or rated, each pair once. */
  hires: readonly { client: string; hired: string }[];
  /** The families of evidence that the platform keeps records of; all when absent. */
  recorded?: readonly Family[];
}

const nothing: AccountSum = { prior: 0, reasons: [], score: 0 };

/** Makes links, scores and clusters of a run's findings; the same for the same findings in any order. */
export function networkOf(input: NetworkInput): Network {
  const { findings, detectors, accounts, then = accounts.length, weights } = input;
  const judged = input.judged ?? nothingJudged;
  const binding = new Set(detectors.filter(({ binds }) => binds).map(({ id }) => id));
  const {
    findings: counted,
    by,
    covered,
  } = applyExceptions(findings, input.exceptions ?? [], binding);
  const links = linksOf(counted, { detectors, accounts: then, model: weights.link, judged });
  const recorded = new Set(input.recorded ?? families);
  const silent = silentShare(detectors, recorded, weights.account);
  const { terms, usual } = termsOf({
    ...{ detectors, findings: counted, links, accounts: then, judged, silent },
  });
  const binds = linksOf(counted, {
    ...{ detectors, accounts: then, model: weights.group, judged },
    repeated: 'left in',
  });
  const evidence = groupEvidence(counted, binds, detectors, {
    ...{ accounts: then, covered, silent },
    exits: exitsFrom(input.exitUses),
    hires: hiresFrom(input.hires),
  });
  const groups = judgedGroups(counted, binds, evidence, weights.group);
  const rows = new Map(counted.map((finding) => [finding.id, rowsByAccount(finding)]));
  const sums = new Map(
    [...terms].map(([account, own]) => {
      const ownRows = (finding: string) => rowsOf(rows, finding, account);
      return [account, toldOf(sumOf(own, weights.account, ownRows), by)];
    }),
  );
  for (const group of groups)
    for (const [account, sum] of memberSums(group, evidence, weights))
      if (sum.score > (sums.get(account)?.score ?? 0)) sums.set(account, sum);
  const scoreOf = (account: string) => sums.get(account)?.score ?? 0;
  const { least } = weights.cluster;
  const bonds = new Map(detectors.map((detector) => [detector.id, detector.messages.bond]));
  const clusters = clustersOf({
    findings,
    links,
    linkPrior: weights.link.prior,
    ...{ scoreOf, least },
    asOne: (set) => judge(set, evidence, weights.group).total,
    believed: believedOf(groups, binds, { scoreOf, least, linkPrior: weights.group.prior }),
    bondOf: (detector) => bonds.get(detector) ?? detector,
  });
  const clusterOf = new Map(
    clusters.flatMap((cluster) => cluster.accounts.map((account) => [account, cluster.id])),
  );
  const detectorsOf = namedBy(findings);
  return {
    links,
    terms,
    groups,
    evidence,
    usual,
    clusters,
    accounts: [...accounts].sort().map((account_id) => ({
      account_id,
      ...(sums.get(account_id) ?? { ...nothing, prior: weights.account.prior }),
      cluster_id: clusterOf.get(account_id) ?? null,
      detectors: [...(detectorsOf.get(account_id) ?? [])].sort(),
    })),
  };
}

/** In log-odds: who is bound to a member as much as this belongs to the group as much as anybody. */
const boundWhole = 2;

/** What each member's score is by the group it belongs to: less for whom little holds there. */
function memberSums(
  group: Judged,
  { bonds }: GroupEvidence,
  weights: Weights,
): [string, AccountSum][] {
  const members = new Set(group.accounts);
  return group.accounts.map((account) => {
    const holds = (bonds.get(account) ?? [])
      .filter(({ a, b }) => members.has(a) && members.has(b))
      .map(({ hold }) => hold);
    return [
      account,
      memberSum(group, Math.min(1, Math.max(...holds) / boundWhole), weights.account),
    ];
  });
}

/**
 * The groups that are likely enough, without the members that are less than half as likely: each was judged with all of
 * its members, and is a cluster with those who hold to it.
 */
function believedOf(
  groups: readonly Judged[],
  links: readonly Link[],
  {
    scoreOf,
    least,
    linkPrior,
  }: { scoreOf: (account: string) => number; least: number; linkPrior: number },
): Believed {
  const believed = groups.flatMap(({ accounts, ...group }) => {
    const score = roundScore(Math.min(highestScore, probability(group.total)));
    const members = accounts.filter((account) => scoreOf(account) >= tiedShare * least);
    if (score < least || members.length < 2) return [];
    return [{ accounts: members, score, group }];
  });
  return { groups: believed, links, linkPrior };
}

/** Each reason with the exceptions that lower it. */
function toldOf(sum: AccountSum, by: ReadonlyMap<string, readonly string[]>): AccountSum {
  const reasons = sum.reasons.map((reason) => {
    const excepted = [...new Set(reason.findings.flatMap((id) => by.get(id) ?? []))].sort();
    return excepted.length > 0 ? { ...reason, excepted } : reason;
  });
  return { ...sum, reasons };
}

function namedBy(findings: readonly BareFinding[]): Map<string, Set<string>> {
  const detectors = new Map<string, Set<string>>();
  for (const { accounts, detector } of findings)
    for (const account of accounts)
      detectors.set(account, (detectors.get(account) ?? new Set()).add(detector));
  return detectors;
}
