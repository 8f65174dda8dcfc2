import type { AccountScore, Cluster, Finding } from '../../../domain/finding.ts';
import { clustersOf } from '../cluster/cluster.ts';
import { applyExceptions, type Excepting } from '../link/excepted.ts';
import { nothingJudged, type JudgedPairs } from '../link/judged-pairs.ts';
import { linksOf, type Binding, type Link } from '../link/links.ts';
import { sumOf, type AccountSum } from './account-scores.ts';
import { termsOf, type Term } from './terms.ts';
import type { Usual } from './usual.ts';
import type { Weights } from '../weights/weights.ts';

/** What findings say together: findings → links → terms → scores → clusters. */
export interface Network {
  links: Link[];
  terms: Map<string, Term[]>;
  /** What is usual on the platform: scores depend on it, so a run keeps it. */
  usual: Usual;
  clusters: Cluster[];
  /** Every account, sorted by id. */
  accounts: AccountScore[];
}

export interface NetworkInput {
  findings: readonly Finding[];
  detectors: readonly (Binding & { messages: { bond: string } })[];
  /** Every account of the graph. */
  accounts: readonly string[];
  /** How many of them there were at the time asked for; all when absent. */
  then?: number;
  weights: Weights;
  /** What analysts have judged of pairs of accounts. */
  judged?: JudgedPairs;
  /** What weighs less, since somebody found an honest reason for it. */
  exceptions?: readonly Excepting[];
}

const nothing: AccountSum = { prior: 0, reasons: [], score: 0 };

/** Makes links, scores and clusters of a run's findings; the same for the same findings in any order. */
export function networkOf(input: NetworkInput): Network {
  const { findings, detectors, accounts, then = accounts.length, weights } = input;
  const judged = input.judged ?? nothingJudged;
  const binding = new Set(detectors.filter(({ binds }) => binds).map(({ id }) => id));
  const { findings: counted, by } = applyExceptions(findings, input.exceptions ?? [], binding);
  const links = linksOf(counted, { detectors, accounts: then, model: weights.link, judged });
  const { terms, usual } = termsOf({
    ...{ detectors, findings: counted, links, accounts: then, judged },
  });
  const sums = new Map(
    [...terms].map(([account, own]) => [account, toldOf(sumOf(own, weights.account), by)]),
  );
  const bonds = new Map(detectors.map((detector) => [detector.id, detector.messages.bond]));
  const clusters = clustersOf({
    findings,
    links,
    linkPrior: weights.link.prior,
    scoreOf: (account) => sums.get(account)?.score ?? 0,
    bondOf: (detector) => bonds.get(detector) ?? detector,
  });
  const clusterOf = new Map(
    clusters.flatMap((cluster) => cluster.accounts.map((account) => [account, cluster.id])),
  );
  const detectorsOf = namedBy(findings);
  return {
    links,
    terms,
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

/** Each reason with the exceptions that lower it. */
function toldOf(sum: AccountSum, by: ReadonlyMap<string, readonly string[]>): AccountSum {
  const reasons = sum.reasons.map((reason) => {
    const excepted = [...new Set(reason.findings.flatMap((id) => by.get(id) ?? []))].sort();
    return excepted.length > 0 ? { ...reason, excepted } : reason;
  });
  return { ...sum, reasons };
}

function namedBy(findings: readonly Finding[]): Map<string, Set<string>> {
  const detectors = new Map<string, Set<string>>();
  for (const { accounts, detector } of findings)
    for (const account of accounts)
      detectors.set(account, (detectors.get(account) ?? new Set()).add(detector));
  return detectors;
}
