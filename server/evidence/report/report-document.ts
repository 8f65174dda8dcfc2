/** What stands in the report of a run, and in which order: first what changed and what to do. */
import {
  clusterChanges,
  isOtherwise,
  telling,
  type NewUsers,
  type RunDiff,
} from '../../../domain/run-diff.ts';
import { messages } from '../../../domain/messages/index.ts';
import { activeLanguage } from '../../../domain/messages/language.ts';
import {
  bullets,
  datum,
  lead,
  paragraph,
  plainItem,
  quiet,
  type Block,
  type Item,
  type Picture,
  type ReportDocument,
  type Section,
} from '../../platform/document/document.ts';
import { clusterSection, sectionId } from './cluster-section.ts';
import { decidedState, isReopened, kindOf, ownDecision, reopenedBy } from './cluster-standing.ts';
import { readableTime } from '../../platform/dates.ts';
import { detectorSections, trendSection } from './health-sections.ts';
import type { ClusterReport, ReportCluster } from './report-data.ts';
import { clustersWithNewUsers, newUsersFirst, newUsersSection, usersUnknown } from './new-users.ts';
import { newAnswers, patternSections, patternsFirst } from './pattern-sections.ts';
import { standingClusters, looseFindings } from './standing.ts';
import { atStake } from './stakes-section.ts';

const says = messages.report;

/** So many clusters that changed are told in full, each with its picture; of the others the list says what changed. */
const mostTold = 20;

/** `pictures` by the id of a cluster; `link` is a running server's address without a slash at its end, or null. */
export function reportDocument(
  report: ClusterReport,
  pictures: ReadonlyMap<string, Picture>,
  link: string | null,
): ReportDocument {
  const { run } = report;
  const told = toldClusters(report);
  return {
    language: activeLanguage(),
    kicker: says.kicker,
    title: says.title(readableTime(run.ended.slice(0, 10))),
    cover: [...changesFirst(report, told, link), about(report)],
    contents: false,
    sections: [
      ...newUsersSection(report),
      ...told.map((cluster) =>
        clusterSection(cluster, pictures.get(cluster.cluster.id) ?? null, link, report.detectors),
      ),
      ...standingClusters(report, told, link),
      ...looseFindings(report),
      ...patternSections(report),
      ...trendSection(report.trend),
      ...detectorSections(report),
      wording(),
    ],
  };
}

/** Those that a person should look at: what changed, in the order in which it matters; all, when nothing is known of before. */
export function toldClusters({ clusters, changes }: ClusterReport): ReportCluster[] {
  if (changes === null) return clusters.slice(0, mostTold);
  return clusters
    .filter((one) => (one.change !== null && isOtherwise(one.change)) || isReopened(one))
    .sort((a, b) => place(a) - place(b))
    .slice(0, mostTold);
}

function place({ change }: ReportCluster): number {
  return clusterChanges.indexOf(change?.change ?? 'unchanged');
}

/** The subject of a mail, and the first sentence of the report. */
export function headline(report: ClusterReport): string {
  const { fresh, of } = newAnswers(report);
  const said = runHeadline(report);
  return fresh === 0 ? said : `${said} ${messages.watchedPattern.report.first(fresh, of)}`;
}

function runHeadline(report: ClusterReport): string {
  const { run, changes, clusters } = report;
  const { accounts = 0, findings = 0 } = run.counts;
  if (changes === null)
    return findings === 0
      ? says.nothing(accounts)
      : says.first(accounts, findings, clusters.length);
  const parts = changedParts(report, changes);
  if (parts.length > 0)
    return needsNothingElse(report, changes)
      ? says.onlyClustersChanged(parts)
      : says.clustersChanged(parts);
  const { new: found, changed, gone, superseded } = changes.findings;
  if (changes.findings.named.length > 0)
    return says.onlyFindings(found.length, changed.length, gone.length, superseded.length);
  const moved = changes.accounts.filter(({ from, to }) => Math.abs(to - from) >= leastMove).length;
  return moved > 0 ? says.onlyScores(moved) : says.nothingNew(clusters.length, findings);
}

/** A smaller move of a score tells nobody anything. */
const leastMove = 0.01;

function changedParts(report: ClusterReport, changes: RunDiff): string[] {
  const newUsers = clustersWithNewUsers(report);
  return [
    ...changedClusters(changes),
    ...(newUsers > 0 ? [says.changed.newUsers(newUsers)] : []),
    ...reopenedClusters(report).map(says.changed.reopened),
  ];
}

/**
 * Whether the headline names all that somebody has to look at: nothing that is overdue, waits for a second person, was
 * reopened before or beside it, or was found outside clusters; and it is known who uses what holds them.
 */
function needsNothingElse(report: ClusterReport, changes: RunDiff): boolean {
  const { queue, loose } = report;
  const [reopened = 0] = reopenedClusters(report);
  const found = new Set(changes.findings.new);
  return (
    changes.users_known &&
    newAnswers(report).fresh === 0 &&
    total(queue.overdue) + total(queue.proposed) + queue.reopened.finding === 0 &&
    queue.reopened.cluster <= reopened &&
    !loose.some(({ id }) => found.has(id))
  );
}

/** How many of each kind; one that moved its payouts is counted as that, too. */
function changedClusters({ clusters }: RunDiff): string[] {
  const counts = clusterChanges
    .filter((change) => change !== 'unchanged')
    .map((change) => ({
      change,
      number: clusters.filter((one) => one.change === change).length,
    }))
    .filter(({ number }) => number > 0)
    .map(({ change, number }) => says.changed[change](number));
  const moved = clusters.filter(({ payouts }) => payouts.length > 0).length;
  return moved > 0 ? [...counts, says.changed.moved(moved)] : counts;
}

/** By this run; those of before are in the list until somebody decides anew. */
function reopenedClusters({ run, clusters }: ClusterReport): number[] {
  const reopened = clusters.filter(
    (one) => isReopened(one) && (ownDecision(one)?.changed ?? '') >= run.ended,
  ).length;
  return reopened > 0 ? [reopened] : [];
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}

function changesFirst(
  report: ClusterReport,
  told: readonly ReportCluster[],
  link: string | null,
): Block[] {
  const { changes } = report;
  const gone = (changes?.clusters ?? []).filter(({ change }) => change === 'gone');
  const items: Item[] = [
    ...told.map((cluster) => toldItem(cluster, report.detectors)),
    ...gone.map(({ id, name, reasons, new_users: newcomers }): Item => ({
      ...plainItem([saysGone(newcomers), says.colon, datum(name), ` (${id})`]),
      note: reasons.slice(0, 2).map((reason, at) => (at === 0 ? reason : says.between + reason)),
    })),
  ];
  return [
    lead(headline(report)),
    ...newUsersFirst(report),
    ...(items.length > 0
      ? [paragraph(says.todo), { kind: 'list', numbered: true, items } satisfies Block]
      : []),
    ...patternsFirst(report),
    ...openLine(report, link),
    ...usersUnknown(report),
  ];
}

function saysGone(newcomers: readonly NewUsers[]): string {
  const { gone, newUsers } = says.change;
  return telling({ new_users: [...newcomers] }).length > 0
    ? `${gone}, ${newUsers.toLocaleLowerCase()}`
    : gone;
}

/** What is open in the queue; nothing where nothing was found and nothing decided. */
function openLine({ queue }: ClusterReport, link: string | null): Block[] {
  if (Object.values(queue).every((counts) => total(counts) === 0)) return [];
  return [
    paragraph(
      says.queue.open(queue),
      ...(link === null ? [] : [' ', { href: `${link}/queue`, text: says.queue.link }]),
    ),
  ];
}

function toldItem(reported: ReportCluster, detectors: ClusterReport['detectors']): Item {
  const { cluster, change } = reported;
  const kind = kindOf(reported);
  const state = decidedState(reported);
  const reasons = [...reopenedBy(reported, detectors), ...(change?.reasons ?? [])].slice(0, 2);
  return {
    id: null,
    line: [
      kind === '' ? '' : kind + says.colon,
      { to: sectionId(cluster.id), text: cluster.name },
      `, ${says.scoreOf(cluster.score)}`,
      ...(state === null ? [] : [`, ${state}`]),
    ],
    note: [...reasons, ...atStakeLine(reported)].map((reason, at) =>
      datum(at === 0 ? reason : says.between + reason),
    ),
  };
}

/** In a few words, in the order in which a reader weighs it. */
function atStakeLine(reported: ReportCluster): string[] {
  const stakes = atStake(reported);
  return stakes.length > 0 ? [says.named(messages.atStake.title, stakes.join(', '))] : [];
}

function about({ run, changes }: ClusterReport): Block {
  return quiet(
    says.about(run.run, run.by, readableTime(run.ended)),
    ...(changes === null ? [] : [` ${says.comparedWith(changes.from)}`]),
    ...(run.as_of === null ? [] : [` ${says.asOf(readableTime(run.as_of))}`]),
  );
}

function wording(): Section {
  return { id: 'wording', title: [says.wordingTitle], blocks: [bullets([[says.wording]])] };
}
