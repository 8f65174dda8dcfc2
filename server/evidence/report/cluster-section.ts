/** One cluster of a report: what changed, why it is one, who is in it, what it received, what was decided. */
import type { Judgement } from '../../../domain/judgement.ts';
import { messages } from '../../../domain/messages/index.ts';
import {
  bullets,
  datum,
  heading,
  lead,
  plainItem,
  quiet,
  type Block,
  type Line,
  type Picture,
  type Row,
  type Section,
} from '../../platform/document/document.ts';
import { writtenAmount } from '../exhibit/written-amount.ts';
import { readableTime } from '../../platform/dates.ts';
import { kindOf, titleIn } from './cluster-standing.ts';
import { checkBlocks } from './check-lines.ts';
import { decisionItem } from './decision-lines.ts';
import type { ReportDetector } from './detector-health.ts';
import { contextOf, type ReportCluster, type ReportMember } from './report-data.ts';
import { findingRows } from './finding-rows.ts';
import { atStake, stakesBlocks } from './stakes-section.ts';

const says = messages.report;

/** So much a person reads in the morning; the rest is in the JSON and in the program, and it says so. */
const most = { findings: 15, members: 40, left: 20, decisions: 15 } as const;

export function sectionId(cluster: string): string {
  return `cluster-${cluster}`;
}

export function clusterSection(
  reported: ReportCluster,
  picture: Picture | null,
  link: string | null,
  detectors: readonly ReportDetector[],
): Section {
  const { cluster, change, findings, members } = reported;
  const context = contextOf(reported);
  const kind = kindOf(reported);
  const { rows, rest } = findingRows(findings, detectors, most.findings, new Set(context));
  return {
    id: sectionId(cluster.id),
    title: [kind === '' ? '' : kind + says.colon, datum(cluster.name)],
    blocks: [
      lead(datum(cluster.summary)),
      facts(reported),
      ...(change && change.reasons.length > 0
        ? [heading(says.whatChanged), bullets(change.reasons.map((reason) => [datum(reason)]))]
        : []),
      ...(link === null ? [] : [openLink(link, cluster.id)]),
      ...(picture ? [picture] : []),
      ...stakesBlocks(reported),
      heading(says.why),
      table(says.reasonHead, [3, 6, 4, 1.3], rows),
      quiet(says.strengthText),
      ...honestLine(cluster),
      ...(rest > 0 ? [quiet(says.moreFindings(rest))] : []),
      ...checkBlocks(reported.checks),
      heading(says.members),
      ...memberTable(members, new Set(change?.joined), change === null),
      ...contextLine(context),
      ...leftLine(change?.left ?? []),
      ...decisions(reported, titleIn(detectors)),
    ],
  };
}

/** Which honest explanation fits best, and which next, of a cluster that was judged as one group. */
function honestLine({ group }: ReportCluster['cluster']): Block[] {
  const [best, second] = group?.rivals ?? [];
  if (!best) return [];
  const { explanations, fitsBest, second: nextOne } = messages.groupSum;
  const margin = second && says.number(second.total - best.total, 2);
  return [
    quiet(
      fitsBest(explanations[best.explanation]),
      ...(second && margin ? [` ${nextOne(explanations[second.explanation], margin)}`] : []),
    ),
  ];
}

function facts(reported: ReportCluster): Block {
  const { cluster, received } = reported;
  const stakes = atStake(reported);
  const { first_seen: first, last_seen: last } = cluster;
  const seen =
    first && last
      ? says.period(readableTime(first.slice(0, 10)), readableTime(last.slice(0, 10)))
      : says.unknown;
  const money = received.map(({ currency, amount, transfers }) =>
    says.receivedIn(writtenAmount(currency, [amount]), transfers),
  );
  const items: [string, string][] = [
    [says.score, says.scoreText(cluster.score)],
    ...(stakes.length > 0
      ? [[messages.atStake.title, stakes.join(says.between)] satisfies [string, string]]
      : []),
    [says.accounts, says.number(cluster.accounts.length, 0)],
    [says.received, money.length > 0 ? money.join(says.between) : says.nothingReceived],
    [says.seen, seen],
    [says.identifier, cluster.id],
  ];
  return {
    kind: 'pairs',
    items: items.map(([name, value]): [Line, Line] => [[name], [datum(value)]]),
  };
}

/** Where a running server shows the cluster on a board. */
export function openAddress(link: string, cluster: string): string {
  return `${link}/cluster/${encodeURIComponent(cluster)}`;
}

function openLink(link: string, cluster: string): Block {
  const line = [{ href: openAddress(link, cluster), text: says.open }];
  return { kind: 'paragraph', look: 'plain', line };
}

/** Those who joined first, and it is said of each. */
function memberTable(
  members: readonly ReportMember[],
  joined: ReadonlySet<string>,
  isFirst: boolean,
): Block[] {
  const ordered = isFirst
    ? members
    : members.toSorted(
        (a, b) => Number(joined.has(b.account_id)) - Number(joined.has(a.account_id)),
      );
  const rows = ordered.slice(0, most.members).map((member): Row => {
    const isNew = !isFirst && joined.has(member.account_id);
    return {
      id: null,
      cells: [
        [datum(member.account_id), ...(isNew ? [` (${says.joined})`] : [])],
        [datum(member.caption)],
        [says.hundredths(member.score)],
        [datum(member.detectors.join(', '))],
      ],
    };
  });
  const rest = members.length - rows.length;
  return [
    table(says.memberHead, [3, 4, 1.3, 6], rows),
    quiet(says.memberScoreText),
    ...(rest > 0 ? [quiet(says.moreMembers(rest))] : []),
  ];
}

function contextLine(context: readonly string[]): Block[] {
  if (context.length === 0) return [];
  const rest = context.length - most.left;
  const shown = context.slice(0, most.left).join(', ');
  return [
    quiet(
      says.context(context.length),
      ' ',
      datum(shown),
      ...(rest > 0 ? [` ${says.moreMembers(rest)}`] : []),
    ),
  ];
}

function leftLine(left: readonly string[]): Block[] {
  if (left.length === 0) return [];
  const rest = left.length - most.left;
  const shown = left.slice(0, most.left).join(', ');
  return [quiet(says.left, ' ', datum(shown), ...(rest > 0 ? [` ${says.moreMembers(rest)}`] : []))];
}

/** In the queue, and on the canvas. */
function decisions(
  { decisions: made, judgements }: ReportCluster,
  titleOf: (detector: string) => string,
): Block[] {
  if (made.length + judgements.length === 0) return [];
  const rest = made.length - most.decisions;
  return [
    heading(says.decisions),
    {
      kind: 'list',
      numbered: false,
      items: [
        ...made.slice(0, most.decisions).map((one) => decisionItem(one, titleOf)),
        ...judgements.map((one) => plainItem(judgementLine(one))),
      ],
    },
    ...(rest > 0 ? [quiet(says.decided.more(rest))] : []),
  ];
}

function judgementLine({ kind, verdict, by, at, why, withdrawn }: Judgement): Line {
  const page = messages.judgements.page;
  return [
    `${page.verdictOf[kind][verdict]} – `,
    datum(page.byAt(by, readableTime(at))),
    says.colon,
    datum(why),
    ...(withdrawn
      ? [' ', datum(page.withdrawn(withdrawn.by, readableTime(withdrawn.at), withdrawn.why))]
      : []),
  ];
}

/** No column of it is word for word as a file has it. */
export function table(head: readonly string[], widths: readonly number[], rows: Row[]): Block {
  return { kind: 'table', verbatim: null, head, widths, rows };
}
