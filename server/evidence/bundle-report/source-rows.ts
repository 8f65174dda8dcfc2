/** The source rows of a report, numbered, word for word, each with the statements that rest on it. */
import { messages } from '../../../domain/messages/index.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';
import {
  datum,
  paragraph,
  quiet,
  type Block,
  type Inline,
  type Line,
  type Section,
} from '../../platform/document/document.ts';
import { rowId, shorten, statementId } from './lookup.ts';
import { most, type Printed, type PrintedRow } from './printed.ts';

const says = messages.evidence.page;

export function sourceRows({ masked }: Exhibit, { rows, left }: Printed): Section {
  return {
    id: 'source-rows',
    title: [says.rows],
    startsPage: true,
    blocks: [
      paragraph(says.rowsText),
      ...(Object.keys(masked).length > 0 ? [paragraph(says.rowsMasked)] : []),
      ...byFile(rows).map((of, index): Block => ({ kind: 'section', section: ofFile(of, index) })),
      ...(left.rows > 0 ? [quiet(says.moreRows(left.rows))] : []),
    ],
  };
}

/** Rows come sorted by file, so that one file's stand together. */
function byFile(rows: readonly PrintedRow[]): PrintedRow[][] {
  const files = new Map<string, PrintedRow[]>();
  for (const one of rows) {
    const before = files.get(one.row.sha256);
    if (before) before.push(one);
    else files.set(one.row.sha256, [one]);
  }
  return [...files.values()];
}

function ofFile(rows: readonly PrintedRow[], index: number): Section {
  const { file, sha256 } = rows[0]!.row;
  return {
    id: `file-${index + 1}`,
    title: [datum(file)],
    blocks: [
      quiet(says.sha256(sha256)),
      {
        kind: 'table',
        verbatim: 2,
        head: says.rowHead,
        widths: [1, 1.2, 12, 2],
        rows: rows.map(({ row, number, statements }) => ({
          id: rowId(number),
          cells: [
            [String(number)],
            [String(row.line)],
            [datum(shorten(row.text, most.rowText))],
            citedBy(statements),
          ],
        })),
      },
    ],
  };
}

function citedBy(statements: PrintedRow['statements']): Line {
  const shown = statements
    .slice(0, most.mentions)
    .flatMap(({ finding, statement }, at): Inline[] => {
      const reference = { to: statementId(finding, statement), text: `${finding}.${statement}` };
      return at === 0 ? [reference] : [' ', reference];
    });
  const rest = statements.length - most.mentions;
  return rest > 0 ? [...shown, ` ${says.moreMentions(rest)}`] : shown;
}
