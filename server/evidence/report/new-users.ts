/** An observation of its own: who has come to use what holds known clusters, and is no member of them. */
import { telling, type NewUsers } from '../../../domain/run-diff.ts';
import { messages } from '../../../domain/messages/index.ts';
import { kindSaid, newUsersSaid } from '../../decisions/compare/new-user-reasons.ts';
import {
  datum,
  paragraph,
  quiet,
  type Block,
  type Item,
  type Line,
  type Row,
  type Section,
} from '../../platform/document/document.ts';
import { table } from './cluster-section.ts';
import { readableTime } from '../../platform/dates.ts';
import type { ClusterReport } from './report-data.ts';

const says = messages.report.newUsers;

const most = { first: 8, rows: 200, cited: 3 } as const;
const sectionId = 'new-users';

interface Observed {
  /** The cluster's, as it is in a list. */
  name: string;
  id: string;
  newcomers: NewUsers;
}

/** Of clusters that are gone, too. */
function observed({ changes }: ClusterReport): Observed[] {
  return (changes?.clusters ?? []).flatMap((diff) =>
    telling(diff).map((newcomers) => ({ name: diff.name, id: diff.id, newcomers })),
  );
}

/** How many clusters it concerns. */
export function clustersWithNewUsers({ changes }: ClusterReport): number {
  return (changes?.clusters ?? []).filter((diff) => telling(diff).length > 0).length;
}

/** On the first screen. */
export function newUsersFirst(report: ClusterReport): Block[] {
  const all = observed(report);
  if (all.length === 0) return [];
  const items = all.slice(0, most.first).map(({ name, newcomers }): Item => ({
    id: null,
    line: [{ to: sectionId, text: name }, messages.report.colon, datum(newUsersSaid(newcomers))],
    note: rowsOf(newcomers),
  }));
  const rest = all.length - items.length;
  return [
    paragraph(says.first),
    { kind: 'list', numbered: false, items },
    ...(rest > 0 ? [quiet(says.more(rest))] : []),
  ];
}

/** Account by account, with the rows that say so. */
export function newUsersSection(report: ClusterReport): Section[] {
  const rows = observed(report).flatMap((one) => one.newcomers.accounts.map(rowOf(one)));
  if (rows.length === 0) return [];
  const rest = rows.length - most.rows;
  return [
    {
      id: sectionId,
      title: [says.title],
      blocks: [
        paragraph(says.text),
        table(says.head, [4, 4, 2.5, 2.5, 4], rows.slice(0, most.rows)),
        ...(rest > 0 ? [quiet(says.more(rest))] : []),
      ],
    },
  ];
}

function rowOf({ name, id, newcomers: { thing, name: what } }: Observed) {
  const of = thing === null ? what : `${kindSaid(thing.type)} ${what}`;
  return ({ account_id, since, cluster_id, evidence }: NewUsers['accounts'][number]): Row => ({
    id: null,
    cells: [
      [datum(`${name} (${id})`)],
      [datum(of)],
      [datum(account_id), ...(cluster_id === null ? [] : [` (${says.in(cluster_id)})`])],
      [since === null ? messages.report.unknown : readableTime(since)],
      [datum(cited(evidence).join(messages.report.between))],
    ],
  });
}

/** The rows of the first accounts. */
function rowsOf({ accounts }: NewUsers): Line {
  const rows = [...new Set(accounts.flatMap(({ evidence }) => cited(evidence)))];
  return rows.length === 0 ? [] : [datum(rows.slice(0, most.cited).join(messages.report.between))];
}

/** `logins.csv:7423`, as sources are written everywhere. */
export function cited(evidence: NewUsers['accounts'][number]['evidence']): string[] {
  return evidence
    .flatMap(({ sources }) => sources)
    .slice(0, most.cited)
    .map(({ file, line }) => `${file}:${line}`);
}

/** Where one of the two runs did not keep it, nothing is promised. */
export function usersUnknown({ changes }: ClusterReport): Block[] {
  return changes === null || changes.users_known ? [] : [quiet(says.unknown)];
}
