import { createHash } from 'node:crypto';
import { compareText } from '../../../domain/compare-text.ts';
import {
  roundScore,
  type Cluster,
  type BareFinding,
  type GroupSum,
} from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { sumOfLink, type Link } from '../link/links.ts';
import { UnionFind } from '../link/union-find.ts';
import { logOdds, probability } from '../weights/weights.ts';
import { communitiesOf, connectedBy, joins } from './communities.ts';
import { findingsAmong, linksAmong, type FindingsOf, type LinksOf } from './among.ts';

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
  findings: readonly BareFinding[];
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
  believed?: Believed;
}

/** Sets of accounts that were judged as one and believed, none overlapping another. */
export interface Believed {
  groups: readonly { accounts: readonly string[]; score: number; group: GroupSum }[];
  /** What binds their accounts, and the prior of those links. */
  links: readonly Link[];
  linkPrior: number;
}

const nobody: Believed = { groups: [], links: [], linkPrior: 0 };

/**
 * The groups that were believed; of all other accounts, communities of linked ones, without those members that little
 * speaks about. What is left of a community after that may fall apart; its parts are then clusters of their own, unless
 * something honest explains them better than their members' scores speak for a scheme.
 */
export function clustersOf(clustering: Clustering): Cluster[] {
  const { scoreOf, least, linkPrior, believed = nobody } = clustering;
  const taken = new Set(believed.groups.flatMap(({ accounts }) => accounts));
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
  const confirmed = new Set(inside.flatMap((link) => (link.confirmed ? [link.a] : [])));
  const findingsOf = findingsAmong(clustering.findings);
  const making = (by: Pick<Clustering, 'links' | 'linkPrior'>): Making => ({
    ...{ scoreOf, findingsOf, bondOf: clustering.bondOf },
    ...{ linksOf: linksAmong(by.links), linkPrior: by.linkPrior },
  });
  const [asBelieved, asLinked] = [making(believed), making({ links, linkPrior })];
  return [
    ...believed.groups.map(({ accounts, score, group }) => ({
      ...makeCluster([...accounts], asBelieved),
      ...{ score, group },
    })),
    ...connectedBy(inside)
      .map((accounts) => makeCluster(accounts, asLinked))
      .filter((community) => !isDoubted(community, clustering, confirmed)),
  ].sort((a, b) => compareText(a.id, b.id));
}

/**
 * Whether it is less likely than `least` as one set. What an analyst has confirmed a link of is not doubted; `confirmed`: the
 * accounts of those links that come first in them.
 */
function isDoubted(
  { accounts, score }: Cluster,
  { asOne, least }: Clustering,
  confirmed: ReadonlySet<string>,
): boolean {
  if (accounts.some((account) => confirmed.has(account))) return false;
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

interface Making extends Pick<Clustering, 'linkPrior' | 'scoreOf' | 'bondOf'> {
  linksOf: LinksOf;
  findingsOf: FindingsOf;
}

function makeCluster(
  accounts: string[],
  { linkPrior, scoreOf, bondOf, linksOf, findingsOf }: Making,
): Cluster {
  const members = new Set(accounts);
  const links = linksOf(members);
  const bonds = bondsOf(links);
  const findings = findingsOf(members, bonds.keys());
  const detectors = [...new Set(findings.map((finding) => finding.detector))].sort();
  const first = smallest(findings.map((finding) => finding.first_seen));
  const last = largest(findings.map((finding) => finding.last_seen));
  const ranked = [...bonds].sort(([a, x], [b, y]) => y - x || compareText(a, b)).map(([id]) => id);
  const detectorOf = new Map(findings.map(({ id, detector }) => [id, detector]));
  const byWeight = [...new Set(ranked.map((id) => detectorOf.get(id)!))];
  const bonded = [
    ...byWeight.map(bondOf),
    ...(links.some(({ confirmed }) => confirmed) ? [messages.judgements.clusterBond] : []),
  ];
  return {
    id: clusterId(accounts),
    name: messages.detect.clusterName(accounts.length, bonded[0]!),
    score: meanScore(accounts, scoreOf),
    accounts,
    findings: findings.map((finding) => finding.id).sort(),
    detectors,
    summary: messages.detect.clusterSummary(accounts.length, bonded, first, last),
    held_by: ranked.slice(0, mostHolding),
    splits_without: splitting(accounts, links, ranked, linkPrior),
    first_seen: first,
    last_seen: last,
  };
}

/** As many bonds as a reader takes in. */
const mostHolding = 5;

/** The findings that link members to each other, with the log-odds they bring in all. */
function bondsOf(links: readonly Link[]): Map<string, number> {
  const bonds = new Map<string, number>();
  for (const { parts } of links)
    for (const { finding, weight } of parts) bonds.set(finding, (bonds.get(finding) ?? 0) + weight);
  return bonds;
}

/** The first of the findings without whose bonds the members fall apart; null where they do not, or hang together by none. */
function splitting(
  accounts: readonly string[],
  links: readonly Link[],
  findings: readonly string[],
  prior: number,
): string | null {
  if (!connects(accounts, links)) return null;
  const holds = groupBy(
    links.flatMap((link) => link.parts.map(({ finding }) => ({ finding, link }))),
    ({ finding }) => finding,
  );
  const splits = (finding: string) => {
    const lost = new Set(
      holds
        .get(finding)!
        .map(({ link }) => link)
        .filter((link) => joins(link) && !joins(without(finding, link, prior))),
    );
    return (
      lost.size > 0 &&
      !connects(
        accounts,
        links.filter((link) => !lost.has(link)),
      )
    );
  };
  return findings.find(splits) ?? null;
}

/** How likely the link is once that finding's bonds are gone. */
function without(finding: string, link: Link, prior: number): Pick<Link, 'probability'> {
  // What rests on the same rows would weigh in its place.
  const parts = [...link.parts, ...link.repeats]
    .filter((part) => part.finding !== finding)
    .map((part) =>
      part.sameRows?.as === finding ? { ...part, weight: part.sameRows.alone } : part,
    );
  return { probability: probability(sumOfLink({ ...link, parts }, prior)) };
}

function connects(accounts: readonly string[], links: readonly Link[]): boolean {
  const sets = new UnionFind();
  for (const link of links) if (joins(link)) sets.join(link.a, link.b);
  const together = sets.find(accounts[0]!);
  return together !== null && accounts.every((account) => sets.find(account) === together);
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
