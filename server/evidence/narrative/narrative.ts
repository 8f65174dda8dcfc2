/** Drafts a suspicious-activity narrative (who, what, when, where, why, how) for an analyst to edit. */
import { citedPart } from '../../../domain/labels/cited-part.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { IndicatorId } from '../../../domain/indicators.ts';
import { accountsByStanding, isContext } from '../../../domain/standing.ts';
import { messages } from '../../../domain/messages/index.ts';
import { withMarks } from '../exhibit/context-marks.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { readableTime } from '../../platform/dates.ts';
import { selected } from '../../platform/sequence.ts';
import { accountsShown } from '../exhibit/accounts-shown.ts';
import { showInvisible } from '../../platform/document/html.ts';
import { daysAfter, filingDays, filingDaysAtMost } from './deadline.ts';
import { moneySection } from './money-section.ts';

const says = messages.narrative;

/** Of each kind so many are named; the bundle lists all. */
const mostNamed = 40;
const mostPlaces = 15;

/** A part of the text: its heading, its paragraphs, and lists. */
export interface Part {
  title: string;
  /** A text is a paragraph, several are the items of a list. */
  blocks: readonly (string | readonly string[])[];
}

/** As Markdown, in the language in force. `decided` is the day of the decision, as `2026-11-30`. */
export function narrative(exhibit: Exhibit, decided: string | null): string {
  const parts = [
    deadlinePart(decided),
    whoPart(exhibit),
    whatPart(exhibit),
    whenPart(exhibit),
    wherePart(exhibit),
    whyPart(exhibit),
    moneySection(exhibit.money),
    { title: says.basis.title, blocks: [says.basis.text] },
  ];
  const head = [`# ${says.title}`, ...headOf(exhibit).map((line) => `> ${line}`)];
  return showInvisible([...head, ...parts.map(asMarkdown)].join('\n\n') + '\n');
}

function asMarkdown({ title, blocks }: Part): string {
  const texts = blocks.map((block) =>
    typeof block === 'string'
      ? oneLine(block)
      : block.map((item) => `- ${oneLine(item)}`).join('\n'),
  );
  return [`## ${title}`, ...texts].join('\n\n');
}

/** A line break in a value would begin a heading of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function headOf({ as_of: asOf, masked }: Exhibit): string[] {
  const kinds = Object.keys(masked) as (keyof typeof masked)[];
  return [
    says.notice,
    says.asOf(asOf === null ? null : readableTime(asOf)),
    ...(kinds.length > 0
      ? [says.masked(kinds.map((kind) => messages.masks.kinds[kind]).join(', '))]
      : []),
  ];
}

function deadlinePart(decided: string | null): Part {
  const { title, decided: decidedOn, undecided, rule } = says.deadline;
  const when =
    decided === null
      ? undecided(filingDays, filingDaysAtMost)
      : decidedOn(decided, daysAfter(decided, filingDays), daysAfter(decided, filingDaysAtMost));
  return { title, blocks: [when, rule] };
}

function whoPart({ nodes, money }: Exhibit): Part {
  const { title, accounts, none, account, context, payments, otherPayments, persons } = says.who;
  const shown = accountsByStanding(nodes);
  const named = shown.members.map(({ id, caption, values }) =>
    account(plain(id), plain(caption), textOf(values['created_at'])?.slice(0, 10) ?? null),
  );
  const { own, other } = paymentAccounts(nodes, money);
  return {
    title,
    blocks: [
      ...(named.length > 0 ? [accounts(named.length), firstOf(named)] : [none]),
      ...listed(payments, own.map(paymentLine)),
      ...listed(
        otherPayments,
        other.map((node) =>
          paymentLine({ ...node, values: { ...node.values, holder_name: null } }),
        ),
      ),
      ...listed(
        context,
        shown.context.map(({ id }) => plain(id)),
      ),
      persons,
    ],
  };
}

/** Nothing where there is nothing to list. */
function listed(head: (count: number) => string, items: readonly string[]): Part['blocks'] {
  return items.length > 0 ? [head(items.length), firstOf(items)] : [];
}

/** Those that the members are paid through, and others; none of somebody who is shown for context alone. */
function paymentAccounts(nodes: Exhibit['nodes'], money: Exhibit['money']) {
  const all = selected(nodes, (node) => node.type === 'payment_account' && !isContext(node));
  const paid = new Set(money.own);
  return {
    own: all.filter(({ id }) => paid.has(id)),
    other: all.filter(({ id }) => !paid.has(id)),
  };
}

function paymentLine({ id, values }: WholeNode): string {
  return says.who.payment(plain(id), textOf(values['holder_name']), textOf(values['provider']));
}

function firstOf(items: readonly string[], most = mostNamed): string[] {
  const rest = items.length - most;
  return rest > 0 ? [...items.slice(0, most), says.who.more(rest)] : [...items];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? plain(value) : null;
}

/** A value from the data as Markdown that is text alone: no link, picture or markup that a viewer would follow. */
function plain(value: string): string {
  return value.replaceAll(/[\\<[\]]/g, '\\$&');
}

function whatPart({ findings, nodes }: Exhibit): Part {
  const { title, none, finding } = says.what;
  const context = new Set(accountsShown(nodes).context.map(({ id }) => id));
  const told = findings.map((found) => {
    const named = withMarks(found.title, context, messages.evidence.page.forContext);
    const { first_seen: first, last_seen: last, counted } = found;
    const sentence = finding(plain(named), first, last, citedPart(counted));
    const others = found.accounts.filter((id) => context.has(id)).length;
    return others === 0
      ? sentence
      : `${sentence} ${says.ofThem(found.accounts.length - others, others)}`;
  });
  return { title, blocks: told.length > 0 ? [firstOf(told)] : [none] };
}

function whenPart({ findings }: Exhibit): Part {
  const { title, period, unknown } = says.when;
  const firsts = findings.flatMap(({ first_seen: first }) => first ?? []).sort();
  const lasts = findings.flatMap(({ last_seen: last }) => last ?? []).sort();
  const [first, last] = [firsts[0], lasts.at(-1)];
  const known = first !== undefined && last !== undefined;
  return {
    title,
    blocks: [known ? period(readableTime(first), readableTime(last)) : unknown],
  };
}

/** Addresses and devices that two or more of the members used, most shared first. */
function wherePart(exhibit: Exhibit): Part {
  const { title, used, shared, nothing, note } = says.where;
  const places = usedPlaces(exhibit);
  const lines = places
    .filter(({ members }) => members > 1)
    .sort((a, b) => b.members - a.members)
    .map(({ node: { type, id }, members, context }) =>
      shared(`${messages.schema.nodes[type].one} ${plain(id)}`, members, context),
    );
  const ips = places.filter(({ node }) => node.type === 'ip').length;
  return {
    title,
    blocks: [
      used(ips, places.length - ips),
      ...(lines.length > 0 ? [firstOf(lines, mostPlaces)] : [nothing]),
      note,
    ],
  };
}

/** The addresses and devices that a member used, with how many members did, and how many others. */
function usedPlaces({ nodes, relations }: Exhibit) {
  const users = new Map<string, Set<string>>();
  for (const { from, to } of relations)
    for (const [account, place] of [
      [from, to],
      [to, from],
    ] as const)
      if (account.type === 'account' && (place.type === 'ip' || place.type === 'device')) {
        const ref = formatRef(place);
        users.set(ref, (users.get(ref) ?? new Set()).add(account.id));
      }
  const isMember = new Set(accountsShown(nodes).members.map(({ id }) => id));
  return selected(nodes, ({ type }) => type === 'ip' || type === 'device')
    .map((node) => {
      const all = [...(users.get(formatRef(node)) ?? [])];
      const members = all.filter((id) => isMember.has(id)).length;
      return { node, members, context: all.length - members };
    })
    .filter(({ members }) => members > 0);
}

function whyPart({ findings, cluster, detectors }: Exhibit): Part {
  const { title, indicators, indicator, score, benign, answer, own } = says.why;
  const ids = [...new Set(findings.flatMap((finding) => finding.indicators))].sort();
  const meanings = ids.map((id) => indicator(id, messages.indicators[id as IndicatorId]));
  const innocent = [...new Set(detectors.flatMap((detector) => detector.benign))];
  return {
    title,
    blocks: [
      ...(meanings.length > 0 ? [indicators, meanings] : []),
      ...(cluster ? [score(cluster.score)] : []),
      ...(innocent.length > 0 ? [benign, innocent.map(answer)] : []),
      own,
    ],
  };
}
