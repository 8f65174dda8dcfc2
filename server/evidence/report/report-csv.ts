/**
 * The report as one table. `row` says what a line is about: a cluster, in the order of the report, those that are gone last; a
 * finding; what is open in the queue; a watched pattern; an answer that it has anew; a rule; a run of the trend.
 */
import { csvLine } from '../../../domain/csv-line.ts';
import type { TriageItem } from '../../../domain/disposition.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { ClusterDiff, MovedPayout, NewUsers, RunDiff } from '../../../domain/run-diff.ts';
import type { StoredFinding } from '../../detection/runs/finding-list.ts';
import type { AskedPattern } from '../../decisions/watched/asked-by-run.ts';
import type { ReportDetector } from './detector-health.ts';
import type { TrendPoint } from './history.ts';
import type { OpenCounts } from './open-counts.ts';
import { contextOf, type ClusterReport, type ReportCluster } from './report-data.ts';
import { openAddress } from './cluster-section.ts';
import { cited } from './new-users.ts';
import { atStake } from './stakes-section.ts';

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
  'row',
  'id',
  'findings',
  'clusters',
  'items',
  'decided',
  'confirmed',
  'dismissed',
  'new_users',
  'context',
  'stands_at',
  'at_stake',
] as const;

/** What is not said of a line is left empty. */
type Line = Partial<Record<(typeof columns)[number], string | number>>;

export function reportCsv(report: ClusterReport, link: string | null): string {
  const { clusters, loose, changes, queue, patterns, detectors, trend } = report;
  const gone = (changes?.clusters ?? []).filter(({ change }) => change === 'gone');
  const changeOf = findingChanges(changes);
  const lines: Line[] = [
    ...clusters.map((cluster) => clusterLine(cluster, link)),
    ...gone.map(goneLine),
    ...clusters.flatMap((cluster) => {
      const context = contextOf(cluster);
      return cluster.findings.map((finding) =>
        findingLine(finding, changeOf.get(finding.id) ?? '', context),
      );
    }),
    ...loose.map((finding) => findingLine(finding, changeOf.get(finding.id) ?? '', [])),
    ...queueLines(queue),
    ...patterns.flatMap(patternLines),
    ...detectors.map(ruleLine),
    ...trend.map(runLine),
  ];
  const rows = lines.map((line) => columns.map((column) => String(line[column] ?? '')));
  return [[...columns], ...rows].map((cells) => csvLine(cells)).join('');
}

function clusterLine(reported: ReportCluster, link: string | null): Line {
  const { cluster, change, received, judgements, decisions } = reported;
  const { id, name, score, accounts, first_seen, last_seen, detectors } = cluster;
  return {
    ...{ row: 'cluster', cluster_id: id, name, score, accounts: listed(accounts) },
    change: change?.change ?? '',
    was: listed(change?.was ?? []),
    joined: listed(change?.joined ?? []),
    left: listed(change?.left ?? []),
    reasons: listed(change?.reasons ?? []),
    received: listed(received.map(({ currency, amount }) => `${currency} ${amount}`)),
    first_seen: first_seen ?? '',
    last_seen: last_seen ?? '',
    detectors: listed(detectors),
    judgements: listed(
      judgements.map(({ verdict, by, at, why }) => `${verdict} ${at} ${by}: ${why}`),
    ),
    link: link === null ? '' : openAddress(link, id),
    payouts: listed((change?.payouts ?? []).flatMap(movedCells)),
    new_users: listed((change?.new_users ?? []).flatMap(newUserCells)),
    decisions: listed(decisions.map(decisionCell)),
    context: listed(contextOf(reported)),
    stands_at: cluster.ranking?.total ?? '',
    at_stake: listed(atStake(reported)),
  };
}

function goneLine(gone: ClusterDiff): Line {
  const { change, id, was, name, score, left, reasons } = gone;
  return {
    new_users: listed(gone.new_users.flatMap(newUserCells)),
    ...{ row: 'cluster', change, cluster_id: id, was: listed(was), name, score },
    ...{ left: listed(left), reasons: listed(reasons) },
  };
}

/** `context`: accounts that are no members of its cluster. */
function findingLine(finding: StoredFinding, change: string, context: readonly string[]): Line {
  const { id, cluster_id, title, score, accounts, first_seen, last_seen, detector } = finding;
  return {
    ...{ row: 'finding', id, change, cluster_id: cluster_id ?? '', name: title, score },
    ...{ accounts: listed(accounts), detectors: detector },
    ...{ first_seen: first_seen ?? '', last_seen: last_seen ?? '' },
    context: listed(accounts.filter((account) => context.includes(account))),
  };
}

/** By id: `new`, `changed` or `superseded`. */
function findingChanges(changes: RunDiff | null): Map<string, string> {
  if (changes === null) return new Map();
  const { new: found, changed, superseded } = changes.findings;
  return new Map([
    ...found.map((id) => [id, 'new'] as const),
    ...changed.map(({ id }) => [id, 'changed'] as const),
    ...superseded.map((id) => [id, 'superseded'] as const),
  ]);
}

function queueLines(queue: OpenCounts): Line[] {
  return Object.entries(queue).flatMap(([open, counts]) =>
    Object.entries(counts).map(([kind, items]) => ({
      ...{ row: 'queue', name: `${open} ${kind}`, items },
    })),
  );
}

/** The pattern, with what was decided of its version’s answers; then its new answers. */
function patternLines(pattern: AskedPattern): Line[] {
  const { query, version, title, fresh, measured } = pattern;
  const { confirmed, dismissed, other } = measured;
  const decided = confirmed + dismissed + other;
  return [
    {
      ...{ row: 'pattern', id: `${query} ${version}`, name: title, items: fresh },
      ...{ decided, confirmed, dismissed },
    },
    ...pattern.new.map(({ id, accounts }) => ({
      ...{ row: 'answer', id, name: title, change: 'new', accounts: listed(accounts) },
    })),
  ];
}

function ruleLine({ id, version, title, findings, decisions }: ReportDetector): Line {
  return {
    row: 'rule',
    id: `${id} ${version}`,
    name: title,
    detectors: id,
    findings,
    ...decisions,
  };
}

/** Its items are the accounts that are in a cluster. */
function runLine({ run, ended, findings, clusters, accounts }: TrendPoint): Line {
  return { row: 'run', id: run, last_seen: ended, findings, clusters, items: accounts };
}

/** `a17: p1 > p9, 2026-05-01T00:00:00.000Z`, an account each; `p1 + p9` where nothing says that it is not paid into p1 any more. */
function movedCells({ payment_account: id, accounts }: MovedPayout): string[] {
  return accounts.map(({ account_id, since, ceased, kept }) => {
    const from = [...ceased.map((one) => `${one} > `), ...kept.map((one) => `${one} + `)].join('');
    return `${account_id}: ${from}${id}${since === null ? '' : `, ${since}`}`;
  });
}

/** `device:d1: a17, 2026-05-01T00:00:00.000Z (logins.csv:7)`, an account each, and what makes little of it, as the API names it. */
function newUserCells({ thing, finding, accounts, shared }: NewUsers): string[] {
  const what = thing === null ? finding! : formatRef(thing);
  return accounts.map(({ account_id, since, evidence }) => {
    const [row] = cited(evidence);
    const parts = [account_id, ...(since === null ? [] : [since])].join(', ');
    return `${what}: ${parts}${row === undefined ? '' : ` (${row})`}${shared === null ? '' : ` ${shared}`}`;
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
