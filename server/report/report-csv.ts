/** The report as a table: a line a cluster, in the order of the report, those that are gone last. */
import { csvLine } from '../../domain/csv-line.ts';
import type { TriageItem } from '../../domain/disposition.ts';
import type { MovedPayout } from '../../domain/run-diff.ts';
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
  'payouts',
  'decisions',
] as const;

export function reportCsv(report: ClusterReport, link: string | null): string {
  const gone = (report.changes?.clusters ?? []).filter(({ change }) => change === 'gone');
  const rows = [
    ...report.clusters.map((cluster) => clusterCells(cluster, link)),
    ...gone.map(({ change, id, was, name, score, left, reasons }) => [
      ...[change, id, listed(was), name, String(score), '', '', listed(left), listed(reasons)],
      ...['', '', '', '', '', '', '', ''],
    ]),
  ];
  return [columns, ...rows].map((cells) => csvLine(cells)).join('');
}

function clusterCells(
  { cluster, change, received, judgements, decisions }: ReportCluster,
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
    listed((change?.payouts ?? []).flatMap(movedCells)),
    listed(decisions.map(decisionCell)),
  ];
}

/** `a17: p1 > p9, 2026-05-01T00:00:00.000Z`, an account each; `p1 + p9` where nothing says that it is not paid into p1 any more. */
function movedCells({ payment_account: id, accounts }: MovedPayout): string[] {
  return accounts.map(({ account_id, since, ceased, kept }) => {
    const from = [...ceased.map((one) => `${one} > `), ...kept.map((one) => `${one} + `)].join('');
    return `${account_id}: ${from}${id}${since === null ? '' : `, ${since}`}`;
  });
}

/** As the API names states and reasons. */
function decisionCell({ of, state, decision, earlier, news, changed }: TriageItem): string {
  const said = decision ?? earlier;
  const reopened = decision === null && earlier !== null;
  return [
    of,
    ...(reopened ? [state, changed, `(${news.map(({ kind }) => kind).join(', ')}), before:`] : []),
    ...(said ? [said.state, said.reason, said.until, said.at, `${said.by}:`, said.why] : [state]),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** As the dataset contract writes lists. */
function listed(values: readonly string[]): string {
  return values.join('|');
}
