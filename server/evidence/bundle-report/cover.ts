/** The first page of a report, and its summary. */
import { messages } from '../../../domain/messages/index.ts';
import { readableTime } from '../../platform/dates.ts';
import { checkBlocks } from '../report/check-lines.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';
import type { Occasion } from '../../../domain/evidence-scope.ts';
import {
  datum,
  heading,
  lead,
  pairs,
  paragraph,
  references,
  steps,
  type Block,
  type Item,
  type Section,
} from '../../platform/document/document.ts';
import { findingId, marked, toFinding, type Lookup } from './lookup.ts';
import type { Printed } from './printed.ts';

const says = messages.evidence.page;

const strongest = 10;

export function titleOf({ scope, title }: Pick<Exhibit, 'scope' | 'title'>): string {
  switch (scope.kind) {
    case 'account':
      return says.title.account(scope.id, scope.hops);
    case 'board':
      return says.title.board(title ?? scope.id);
    case 'selection':
      return says.title.selection(scope.nodes.length);
    default:
      return says.title[scope.kind](scope.id);
  }
}

/** For which case a report is handed over, by whom and why, and what of it is the same whoever does. */
export interface Handed {
  occasion: Occasion;
  payloadDigest: string;
}

/** `handed` is null for the report inside the payload, which says nothing of who exports. */
export function cover(exhibit: Exhibit, printed: Printed, handed: Handed | null): Block[] {
  const { as_of: asOf } = exhibit;
  return [
    lead(says.asOf(asOf === null ? null : readableTime(asOf))),
    ...(handed ? occasionOf(handed) : []),
    pairs(figures(exhibit, printed)),
    ...(exhibit.narrative ? [paragraph(says.withNarrative.warning)] : []),
    heading(says.whatThisIs),
    ...says.whatThisIsText.map((text) => paragraph(text)),
    ...(handed ? [] : [paragraph(says.handed.elsewhere)]),
    heading(says.form.title),
    { kind: 'form', lines: linesToFill(handed) },
  ];
}

function occasionOf({ occasion, payloadDigest }: Handed): Block[] {
  const { case_number: caseNumber, authority, reason, by, at, run } = occasion;
  const stated = (text: string | null) => text ?? says.handed.notStated;
  return [
    heading(says.handed.title),
    pairs([
      [says.form.caseNumber, stated(caseNumber)],
      [says.form.authority, stated(authority)],
      [says.handed.reason, stated(reason)],
      [says.handed.by, by],
      [says.handed.at, readableTime(at)],
      ...(run === null ? [] : [[says.handed.run, run] satisfies [string, string]]),
      [says.handed.digest, payloadDigest],
    ]),
  ];
}

/** What nobody typed is left for the hand that signs. */
function linesToFill(handed: Handed | null): string[] {
  const { caseNumber, authority, handedOver } = says.form;
  if (!handed) return [handedOver];
  const { case_number: typed, authority: named } = handed.occasion;
  return [...(typed ? [] : [caseNumber]), ...(named ? [] : [authority]), handedOver];
}

function figures(exhibit: Exhibit, { accounts }: Printed): [string, string][] {
  const { findings, rows, settings } = exhibit;
  const { members, context } = accounts;
  const number = (value: number) => messages.report.number(value, 0);
  const period = periodOf(exhibit);
  const program = settings['program'];
  return [
    [says.figures.accounts, number(members.length)],
    ...(context.length > 0
      ? [[says.figures.context, says.contextAccounts(context.length)] satisfies [string, string]]
      : []),
    [says.figures.findings, number(findings.length)],
    [says.figures.rows, number(rows.length)],
    ...(period ? [[says.figures.period, says.fromTo(...period)] satisfies [string, string]] : []),
    ...(typeof program === 'string'
      ? [[says.figures.made, program] satisfies [string, string]]
      : []),
  ];
}

/** From when to when, as a person reads it; null where no time is known. */
function periodOf({ findings }: Exhibit): [string, string] | null {
  const first = findings.flatMap((finding) => finding.first_seen ?? []).sort()[0];
  const last = findings
    .flatMap((finding) => finding.last_seen ?? [])
    .sort()
    .at(-1);
  return first && last ? [readableTime(first), readableTime(last)] : null;
}

export function summary(exhibit: Exhibit, printed: Printed, lookup: Lookup): Section {
  const { cluster, findings, rows, checks } = exhibit;
  const { members, context } = printed.accounts;
  const period = periodOf(exhibit);
  return {
    id: 'summary',
    title: [says.summary],
    blocks: [
      ...(cluster ? ofCluster(cluster, lookup) : []),
      ...checkBlocks(checks.filter(({ of }) => of === cluster?.id)),
      paragraph(
        says.summaryCounts(members.length, context.length, findings.length, rows.length),
        ...(period ? [` ${says.period(...period)}`] : []),
      ),
      paragraph(says.summaryText),
      ...strongestFindings(printed, lookup),
    ],
  };
}

function ofCluster(cluster: NonNullable<Exhibit['cluster']>, { findings }: Lookup): Block[] {
  const known = (ids: readonly string[]) =>
    ids.flatMap((id) => findings.get(id) ?? []).map(toFinding);
  const held = known(cluster.held_by).slice(0, strongest);
  const without = known(cluster.splits_without === null ? [] : [cluster.splits_without]);
  return [
    lead(datum(cluster.summary)),
    paragraph(says.score(cluster.score)),
    ...(held.length > 0 ? [paragraph(says.heldBy, ' ', ...references(held))] : []),
    ...(without.length > 0 ? [paragraph(says.splitsWithout, ' ', ...references(without))] : []),
  ];
}

function strongestFindings({ findings }: Printed, lookup: Lookup): Block[] {
  if (findings.length === 0) return [];
  const items = findings
    .toSorted((a, b) => b.finding.score - a.finding.score || a.number - b.number)
    .slice(0, strongest)
    .map(({ finding, number }): Item => ({
      id: null,
      line: [datum(marked(finding.title, lookup))],
      note: [{ to: findingId(number), text: says.toFinding(number) }],
    }));
  return [{ kind: 'heading', text: says.strongestFindings }, steps(items)];
}
