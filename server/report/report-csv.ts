/** The report as a table: a line a cluster, in the order of the report, those that are gone last. */
import { csvLine } from '../../domain/csv-line.ts';
import type { ClusterReport, ReportCluster } from './report-data.ts';
import { openAddress } from './cluster-section.ts';

const columns = [
  'change',
  'cluster_id',
  'was',
  'name',
  'score',
  'accounts',
  'joined',
  'left',
  'reasons',
  'received',
  'first_seen',
  'last_seen',
  'detectors',
  'judgements',
  'link',
] as const;

export function reportCsv(report: ClusterReport, link: string | null): string {
  const gone = (report.changes?.clusters ?? []).filter(({ change }) => change === 'gone');
  const rows = [
    ...report.clusters.map((cluster) => clusterCells(cluster, link)),
    ...gone.map(({ change, id, was, name, score, left, reasons }) => [
      ...[change, id, listed(was), name, String(score), '', '', listed(left), listed(reasons)],
      ...['', '', '', '', '', ''],
    ]),
  ];
  return [columns, ...rows].map((cells) => csvLine(cells)).join('');
}

function clusterCells(
  { cluster, change, received, judgements }: ReportCluster,
  link: string | null,
): string[] {
  return [
    change?.change ?? '',
    cluster.id,
    listed(change?.was ?? []),
    cluster.name,
    String(cluster.score),
    listed(cluster.accounts),
    listed(change?.joined ?? []),
    listed(change?.left ?? []),
    listed(change?.reasons ?? []),
    listed(received.map(({ currency, amount }) => `${currency} ${amount}`)),
    cluster.first_seen ?? '',
    cluster.last_seen ?? '',
    listed(cluster.detectors),
    listed(judgements.map(({ verdict, by, at, why }) => `${verdict} ${at} ${by}: ${why}`)),
    link === null ? '' : openAddress(link, cluster.id),
  ];
}

/** As the dataset contract writes lists. */
function listed(values: readonly string[]): string {
  return values.join('|');
}
