/** The accounts that a report is about, and which findings name each. */
import { messages } from '../../../domain/messages/index.ts';
import { readableScore } from '../report/facts.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';
import {
  datum,
  paragraph,
  quiet,
  references,
  type Line,
  type Row,
  type Section,
  type Table,
} from '../../platform/document/document.ts';
import { toFinding } from './lookup.ts';
import { most, type Printed, type PrintedFinding } from './printed.ts';

const says = messages.evidence.page;

/** Those that it is about, and in a list of their own those shown for context alone, of whom no score is told. */
export function accounts(
  { scope }: Exhibit,
  { findings, accounts: shown, left }: Printed,
): Section[] {
  const { members, context } = shown;
  const naming = findingsByAccount(findings);
  const namedIn = ({ id }: { id: string }) => mentions(naming.get(id) ?? []);
  const scored = members.slice(0, most.accounts).map((node) => ({
    id: null,
    cells: [...called(node), [scoreOf(node)], namedIn(node)],
  }));
  const touched = context
    .slice(0, most.accounts)
    .map((node) => ({ id: null, cells: [...called(node), namedIn(node)] }));
  return [
    {
      id: 'accounts',
      title: [says.accounts],
      blocks:
        members.length === 0
          ? [paragraph(says.noAccounts)]
          : [
              paragraph(says.accountsText[scope.kind]),
              quiet(says.accountScore),
              table(says.accountHead, [4, 5, 2, 4], scored),
              ...(left.accounts > 0 ? [quiet(says.moreAccounts(left.accounts))] : []),
            ],
    },
    ...(context.length === 0
      ? []
      : [
          {
            id: 'context',
            title: [says.context],
            blocks: [
              paragraph(says.contextText),
              table(says.contextHead, [4, 5, 6], touched),
              ...(left.context > 0 ? [quiet(says.moreContext(left.context))] : []),
            ],
          },
        ]),
  ];
}

function called({ id, caption }: { id: string; caption: string }): Line[] {
  return [[datum(id)], [datum(caption)]];
}

function scoreOf({ score }: { score: number | null }): string {
  return score === null ? says.noScore : readableScore(score);
}

function table(head: readonly string[], widths: readonly number[], rows: readonly Row[]): Table {
  return { kind: 'table', verbatim: null, head, widths, rows };
}

function findingsByAccount(findings: readonly PrintedFinding[]): Map<string, number[]> {
  const naming = new Map<string, number[]>();
  for (const { finding, number } of findings)
    for (const account of finding.accounts) {
      const before = naming.get(account) ?? [];
      before.push(number);
      naming.set(account, before);
    }
  return naming;
}

/** References to findings by their numbers, not more than a cell of a table has room for. */
export function mentions(numbers: readonly number[]): Line {
  const rest = numbers.length - most.mentions;
  return [
    ...references(numbers.slice(0, most.mentions).map(toFinding)),
    ...(rest > 0 ? [` ${says.moreMentions(rest)}`] : []),
  ];
}
