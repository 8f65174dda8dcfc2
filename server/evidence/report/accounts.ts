/** The accounts that a report is about, and which findings name each. */
import { words } from '../../../domain/words/index.ts';
import { readableScore } from '../../report/facts.ts';
import type { Exhibit } from '../exhibit.ts';
import { datum, quiet, references, type Line, type Section } from '../../document/document.ts';
import { toFinding } from './lookup.ts';
import { most, type Printed, type PrintedFinding } from './printed.ts';

const says = words.evidence.page;

export function accounts({ nodes }: Exhibit, { findings, left }: Printed): Section {
  const naming = findingsByAccount(findings);
  const shown = nodes.filter((node) => node.type === 'account').slice(0, most.accounts);
  return {
    id: 'accounts',
    title: [says.accounts],
    blocks: [
      {
        kind: 'table',
        verbatim: null,
        head: says.accountHead,
        widths: [4, 5, 2, 4],
        rows: shown.map(({ id, caption, score }) => ({
          id: null,
          cells: [
            [datum(id)],
            [datum(caption)],
            [score === null ? says.noScore : readableScore(score)],
            mentions(naming.get(id) ?? []),
          ],
        })),
      },
      ...(left.accounts > 0 ? [quiet(says.moreAccounts(left.accounts))] : []),
    ],
  };
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
