import { createHash } from 'node:crypto';
import { compareText } from '../../../domain/compare-text.ts';
import { roundScore, type Cluster, type Finding, type GroupSum } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import { sumOfLink, type Link } from '../link/links.ts';
import { logOdds, probability } from '../weights/weights.ts';
import { communitiesOf, connectedBy, joins } from './communities.ts';

/**
 * An account that is less likely than `least` to serve a scheme is in no cluster, unless it is half as likely, and so many
 * members are to be expected in the same hands with it: the probabilities of its links with them, added up.
 */
const tiesExpected = 1.5;

/**
 * A community is doubted by what it is worth judged as one set: so much of those log-odds, where they speak against a
 * scheme, is set against the likelihood of its members. On labelled worlds that told bookkeepers and second accounts
 * apart, whose members look likely one by one.
 */
const doubtedShare = 0.25;

/** What of the least likelihood is enough for one who is firmly tied to members. */
export const tiedShare = 0.5;

export interface Clustering {
  findings: readonly Finding[];
  links: readonly Link[];
  /** Prior of links, in log-odds: what a link without one of its bonds falls back to. */
  linkPrior: number;
  scoreOf: (account: string) => number;
  /** What a set of accounts is worth judged as one, in log-odds that it serves a scheme. */
  asOne: (accounts: readonly string[]) => number;
  /** The score from which an account may be in a cluster. */
  least: number;
  /** What a detector links accounts by, in words. */
  bondOf: (detector: string) => string;
  /** Sets of accounts that were judged as one and believed, none overlapping another. */
  believed?: readonly Believed[];
}

/** A set of accounts that was judged as one. */
export interface Believed {
  accounts: readonly string[];
  score: number;
  group: GroupSum;
  /** What binds its accounts, and the prior of those links. */
  links: readonly Link[];
  linkPrior: number;
}

/**
 * The groups that were believed; of all other accounts, communities of linked ones, without those members that little
 * speaks about. What is left of a community after that may fall apart; its parts are then clusters of their own, unless
 * something honest explains them better than their members' scores speak for a scheme.
 */
export function clustersOf(clustering: Clustering): Cluster[] {
  const { scoreOf, least, believed = [] } = clustering;
  const taken = new Set(believed.flatMap(({ accounts }) => accounts));
  const links = clustering.links.filter(({ a, b }) => !taken.has(a) && !taken.has(b));
  const communityOf = new Map<string, number>();
  communitiesOf(links).forEach((members, index) => {
    for (const account of members) communityOf.set(account, index);
  });
  const within = links.filter(
    ({ a, b }) => communityOf.get(a) !== undefined && communityOf.get(a) === communityOf.get(b),
  );
  const belongs = memberTest(within, scoreOf, least);
  const inside = within.filter(({ a, b }) => belongs(a) && belongs(b));
  return [
    ...believed.map(({ accounts, score, group, links: binding, linkPrior }) => ({
      ...makeCluster([...accounts], { ...clustering, links: binding, linkPrior }),
      score,
      group,
    })),
    ...connectedBy(inside)
      .map((accounts) => makeCluster(accounts, clustering))
      .filter((community) => !isDoubted(community, clustering, inside)),
  ].sort((a, b) => compareText(a.id, b.id));
}

/** Whether it is less likely than `least` as one set. What an analyst has confirmed a link of is not doubted. */
function isDoubted(
  { accounts, score }: Cluster,
  { asOne, least }: Clustering,
  links: readonly Link[],
): boolean {
  const members = new Set(accounts);
  if (links.some(({ a, confirmed }) => confirmed && members.has(a))) return false;
  const doubt = doubtedShare * Math.min(0, asOne(accounts));
  return logOdds(score) + doubt < logOdds(least);
}

/**
 * Whether an account is likely enough to serve a scheme, by itself or by those with whom it is linked; or whether an
 * analyst has confirmed that the same hands run it and one that is.
 */
function memberTest(
  links: readonly Link[],
  scoreOf: (account: string) => number,
  least: number,
): (account: string) => boolean {
  const ties = new Map<string, number>();
  const confirmed = new Set<string>();
  const tie = (account: string, member: string, link: Link) => {
    if (scoreOf(member) < least) return;
    ties.set(account, (ties.get(account) ?? 0) + link.probability);
    if (link.confirmed) confirmed.add(account);
  };
  for (const link of links) {
    tie(link.a, link.b, link);
    tie(link.b, link.a, link);
  }
  return (account) =>
    scoreOf(account) >= least ||
    confirmed.has(account) ||
    (scoreOf(account) >= tiedShare * least && (ties.get(account) ?? 0) >= tiesExpected);
}

function makeCluster(accounts: string[], clustering: Clustering): Cluster {
  const members = new Set(accounts);
  const links = clustering.links.filter(({ a, b }) => members.has(a) && members.has(b));
  const bonds = bondsOf(links);
  // A finding about companies alone is about no account, and so about none of these either.
  const isOfMembers = ({ accounts: about }: Finding) =>
    about.length > 0 && about.every((account) => members.has(account));
  const findings = clustering.findings.filter(
    (finding) => bonds.has(finding.id) || isOfMembers(finding),
  );
  const detectors = [...new Set(findings.map((finding) => finding.detector))].sort();
  const first = smallest(findings.map((finding) => finding.first_seen));
  const last = largest(findings.map((finding) => finding.last_seen));
  const ranked = [...bonds].sort(([a, x], [b, y]) => y - x || compareText(a, b)).map(([id]) => id);
  const binding = findings.filter(({ id }) => bonds.has(id));
  const byWeight = [...new Set(ranked.map((id) => detectorOf(id, binding)))];
  const bonded = [
    ...byWeight.map(clustering.bondOf),
    ...(links.some(({ confirmed }) => confirmed) ? [messages.judgements.clusterBond] : []),
  ];
  return {
    id: clusterId(accounts),
    name: messages.detect.clusterName(accounts.length, bonded[0]!),
    score: meanScore(accounts, clustering.scoreOf),
    accounts,
    findings: findings.map((finding) => finding.id).sort(),
    detectors,
    summary: messages.detect.clusterSummary(accounts.length, bonded, first, last),
    held_by: ranked.slice(0, mostHolding),
    splits_without: ranked.find((id) => splits(accounts, links, id, clustering.linkPrior)) ?? null,
    first_seen: first,
    last_seen: last,
  };
}

/** As many bonds as a reader takes in. */
const mostHolding = 5;

function detectorOf(finding: string, findings: readonly Finding[]): string {
  return findings.find(({ id }) => id === finding)!.detector;
}

/** The findings that link members to each other, with the log-odds they bring in all. */
function bondsOf(links: readonly Link[]): Map<string, number> {
  const bonds = new Map<string, number>();
  for (const { parts } of links)
    for (const { finding, weight } of parts) bonds.set(finding, (bonds.get(finding) ?? 0) + weight);
  return bonds;
}

/** Whether the members fall apart once that finding's bonds are gone. */
function splits(
  accounts: readonly string[],
  links: readonly Link[],
  finding: string,
  prior: number,
): boolean {
  const without = links.map((link) => {
    // What rests on the same rows would weigh in its place.
    const parts = [...link.parts, ...link.repeats]
      .filter((part) => part.finding !== finding)
      .map((part) =>
        part.sameRows?.as === finding ? { ...part, weight: part.sameRows.alone } : part,
      );
    const total = sumOfLink({ ...link, parts }, prior);
    return { ...link, parts, total, probability: probability(total) };
  });
  return connects(accounts, links) && !connects(accounts, without);
}

function connects(accounts: readonly string[], links: readonly Link[]): boolean {
  const neighbours = links.filter(joins);
  const reached = new Set([accounts[0]!]);
  for (const at of reached)
    for (const { a, b } of neighbours) {
      if (a === at) reached.add(b);
      if (b === at) reached.add(a);
    }
  return reached.size === accounts.length;
}

function meanScore(accounts: readonly string[], scoreOf: (account: string) => number): number {
  return roundScore(accounts.reduce((sum, account) => sum + scoreOf(account), 0) / accounts.length);
}

/** `C-` and the smallest SHA-256 among the members' ids, shortened: one more member seldom renames it. */
export function clusterId(accounts: readonly string[]): string {
  const digests = accounts.map((account) => createHash('sha256').update(account).digest('hex'));
  return `C-${digests.sort()[0]!.slice(0, 16)}`;
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
