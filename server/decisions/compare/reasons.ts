/** Why a cluster is not what it was, in sentences. */
import { compareText } from '../../../domain/compare-text.ts';
import type { Cluster } from '../../../domain/finding.ts';
import type { MovedPayout } from '../../../domain/run-diff.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { StoredFinding } from '../../detection/runs/finding-list.ts';
import type { ClusterMatch } from '../../detection/runs/match-clusters.ts';

const says = messages.compare.reasons;

/** What the two runs found, by id. */
export interface Found {
  /** Of the detectors that ran again: what the others found says nothing. */
  before: ReadonlyMap<string, StoredFinding>;
  after: ReadonlyMap<string, StoredFinding>;
  /** The later cluster of an account; none for most. */
  clusterNow: ReadonlyMap<string, string>;
}

/** A smaller move of a score tells nobody anything. */
const leastMove = 0.01;
/** More of a kind are counted, not listed. */
const mostListed = 3;

export function reasonsOf(
  match: ClusterMatch<Cluster>,
  moved: readonly MovedPayout[],
  found: Found,
): string[] {
  const { change, now, was } = match;
  if (now === null) return goneReasons(match, found);
  return [
    ...(change === 'new' ? heldBy(now, found) : []),
    ...(change === 'merged' ? joinedBy(was, now, found) : []),
    ...(change === 'split' ? wentTo(match, found) : []),
    ...moved.slice(0, mostListed).map(paidElsewhere),
    ...joinedReasons(match, found),
    ...leftReasons(match, found),
    ...otherPayments(match, moved, found),
    ...findingReasons(match, found),
    ...scoreReasons(was, now),
  ];
}

/** The findings that hold a new cluster together, the strongest first. */
function heldBy({ held_by: ids }: Cluster, { after }: Found): string[] {
  return titles(ids, after).map(says.heldBy);
}

function joinedBy(was: readonly Cluster[], now: Cluster, { before, after }: Found): string[] {
  const sideOf = new Map(was.flatMap(({ id, accounts }) => accounts.map((one) => [one, id])));
  const joining = now.held_by
    .concat(now.findings)
    .filter((id) => !before.has(id) || !was.some((one) => one.findings.includes(id)))
    .filter((id) => {
      const sides = (after.get(id)?.accounts ?? []).flatMap((one) => sideOf.get(one) ?? []);
      return new Set(sides).size > 1;
    });
  return titles([...new Set(joining)], after).map(says.joins);
}

function wentTo(
  { left, was }: ClusterMatch<Cluster>,
  { clusterNow, before, after }: Found,
): string[] {
  const elsewhere = countBy(left.flatMap((account) => clusterNow.get(account) ?? []));
  const bonds = was.flatMap(({ held_by: ids }) => ids).filter((id) => !after.has(id));
  return [
    ...[...elsewhere].map(([cluster, count]) => says.wentTo(count, cluster)),
    ...titles(bonds, before).map(says.noLonger),
  ];
}

/** Through which findings those who joined came. */
function joinedReasons({ change, joined, now }: ClusterMatch<Cluster>, { after }: Found): string[] {
  if (joined.length === 0 || change === 'new') return [];
  const newcomers = new Set(joined);
  const members = new Set(now?.accounts.filter((account) => !newcomers.has(account)));
  const bringing = (now?.findings ?? [])
    .flatMap((id) => after.get(id) ?? [])
    .filter(
      ({ accounts }) =>
        accounts.some((one) => newcomers.has(one)) && accounts.some((one) => members.has(one)),
    )
    .sort((a, b) => b.score - a.score || compareText(a.id, b.id));
  return [
    says.joined(joined.length),
    ...titles(
      bringing.map(({ id }) => id),
      after,
    ).map(says.through),
  ];
}

function leftReasons({ change, left }: ClusterMatch<Cluster>, { clusterNow }: Found): string[] {
  const nowhere = left.filter((account) => !clusterNow.has(account)).length;
  const elsewhere = change === 'split' ? 0 : left.length - nowhere;
  return [
    ...(nowhere > 0 ? [says.left(nowhere)] : []),
    ...(elsewhere > 0 ? [says.leftElsewhere(elsewhere)] : []),
  ];
}

function paidElsewhere({ payment_account: id, accounts }: MovedPayout): string {
  const since = accounts.flatMap((one) => one.since ?? []).sort(compareText)[0] ?? null;
  const kept = distinct(accounts.flatMap((one) => one.kept));
  const ceased = distinct(accounts.flatMap((one) => one.ceased));
  return says.paidElsewhere(accounts.length, id, {
    since: since && messages.report.moment({ day: since.slice(0, 10), minute: null }),
    // Where some still are paid, the cluster is.
    ceased: listed(ceased.filter((one) => !kept.includes(one))),
    kept: listed(kept),
  });
}

/** Payment accounts that its findings show now and did not show before; of members' own it was said already. */
function otherPayments(
  { change, was, now }: ClusterMatch<Cluster>,
  moved: readonly MovedPayout[],
  { before, after }: Found,
): string[] {
  if (change === 'new' || now === null) return [];
  const then = paymentAccounts(
    was.flatMap(({ findings }) => findings),
    before,
  );
  const told = new Set(moved.map(({ payment_account: id }) => id));
  const added = [...paymentAccounts(now.findings, after)]
    .filter((id) => !then.has(id) && !told.has(id))
    .sort(compareText);
  return added.length > 0 ? [says.payouts(listed(added))] : [];
}

function paymentAccounts(ids: readonly string[], findings: Found['after']): Set<string> {
  return new Set(
    ids
      .flatMap((id) => findings.get(id)?.nodes ?? [])
      .flatMap(({ type, id }) => (type === 'payment_account' ? [id] : [])),
  );
}

function findingReasons(
  { change, was, now }: ClusterMatch<Cluster>,
  { before, after }: Found,
): string[] {
  if (change === 'new' || now === null) return [];
  const then = was.flatMap(({ findings }) => findings);
  const added = now.findings.filter((id) => !before.has(id));
  const ended = then.filter((id) => !after.has(id));
  return [
    ...[...byDetector(added, after)].map(([detector, count]) => says.added(count, detector)),
    ...[...byDetector(ended, before)].map(([detector, count]) => says.ended(count, detector)),
  ];
}

function scoreReasons(was: readonly Cluster[], now: Cluster): string[] {
  const [then] = was;
  if (was.length !== 1 || !then || Math.abs(now.score - then.score) < leastMove) return [];
  return [says.score(then.score, now.score)];
}

function goneReasons(
  { was, left }: ClusterMatch<Cluster>,
  { before, after, clusterNow }: Found,
): string[] {
  const ended = was.flatMap(({ findings }) => findings).filter((id) => !after.has(id));
  const elsewhere = left.filter((account) => clusterNow.has(account)).length;
  return [
    ...[...byDetector(ended, before)].map(([detector, count]) => says.ended(count, detector)),
    ...(elsewhere > 0 ? [says.leftElsewhere(elsewhere)] : []),
    ...(ended.length === 0 && elsewhere === 0 ? [says.weaker] : []),
  ];
}

function byDetector(ids: readonly string[], findings: Found['after']): Map<string, number> {
  return countBy(ids.flatMap((id) => findings.get(id)?.detector ?? []));
}

/** By name, in order. */
function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of [...names].sort(compareText)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort(compareText);
}

function titles(ids: readonly string[], findings: Found['after']): string[] {
  return ids.flatMap((id) => findings.get(id)?.title ?? []).slice(0, mostListed);
}

function listed(names: readonly string[]): string[] {
  const rest = names.length - mostListed;
  return rest > 0 ? [...names.slice(0, mostListed), says.more(rest)] : [...names];
}
