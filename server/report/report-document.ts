/** What stands in the report of a run, and in which order: first what changed and what to do. */
import { clusterChanges } from '../../domain/run-diff.ts';
import { words } from '../../domain/words/index.ts';
import { languageInForce } from '../../domain/words/language.ts';
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
} from '../document/document.ts';
import { clusterSection, sectionId } from './cluster-section.ts';
import { readableTime } from './dates.ts';
import { detectorSections, trendSection } from './health-sections.ts';
import type { ClusterReport, ReportCluster } from './report-data.ts';
import { standingClusters, looseFindings } from './standing.ts';

const says = words.report;

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
    language: languageInForce(),
    kicker: says.kicker,
    title: says.title(readableTime(run.ended.slice(0, 10))),
    cover: [...changesFirst(report, told), about(report)],
    contents: false,
    sections: [
      ...told.map((cluster) =>
        clusterSection(cluster, pictures.get(cluster.cluster.id) ?? null, link, report.detectors),
      ),
      ...standingClusters(report, told, link),
      ...looseFindings(report),
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
    .filter(({ change }) => change !== null && change.change !== 'unchanged')
    .sort((a, b) => place(a) - place(b))
    .slice(0, mostTold);
}

function place({ change }: ReportCluster): number {
  return clusterChanges.indexOf(change?.change ?? 'unchanged');
}

/** The subject of a mail, and the first sentence of the report. */
export function headline({ run, changes, clusters }: ClusterReport): string {
  const { accounts = 0, findings = 0 } = run.counts;
  if (changes === null)
    return findings === 0
      ? says.nothing(accounts)
      : says.first(accounts, findings, clusters.length);
  const counts = clusterChanges
    .filter((change) => change !== 'unchanged')
    .map((change) => ({
      change,
      number: changes.clusters.filter((one) => one.change === change).length,
    }))
    .filter(({ number }) => number > 0)
    .map(({ change, number }) => says.changed[change](number));
  if (counts.length > 0) return says.clustersChanged(counts);
  const { new: found, changed, gone } = changes.findings;
  return found.length + changed.length + gone.length > 0
    ? says.onlyFindings(found.length, changed.length, gone.length)
    : says.nothingNew(clusters.length, findings);
}

function changesFirst(report: ClusterReport, told: readonly ReportCluster[]): Block[] {
  const { changes } = report;
  const gone = (changes?.clusters ?? []).filter(({ change }) => change === 'gone');
  const items: Item[] = [
    ...told.map((cluster) => toldItem(cluster)),
    ...gone.map(({ id, name, reasons }): Item => ({
      ...plainItem([says.change.gone, says.colon, datum(name), ` (${id})`]),
      note: reasons.slice(0, 2).map((reason, at) => (at === 0 ? reason : says.between + reason)),
    })),
  ];
  return [
    lead(headline(report)),
    ...(items.length > 0
      ? [paragraph(says.todo), { kind: 'list', numbered: true, items } satisfies Block]
      : []),
  ];
}

function toldItem({ cluster, change }: ReportCluster): Item {
  const kind = change === null ? '' : says.change[change.change] + says.colon;
  const reasons = change?.reasons.slice(0, 2) ?? [];
  return {
    id: null,
    line: [
      kind,
      { to: sectionId(cluster.id), text: cluster.name },
      `, ${says.scoreOf(cluster.score)}`,
    ],
    note: reasons.map((reason, at) => datum(at === 0 ? reason : says.between + reason)),
  };
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
