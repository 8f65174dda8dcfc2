/** What of an exhibit is printed in its report: all of it, up to what a person can read. */
import type { SourceRow } from '../../../domain/answers.ts';
import type { Evidence, Finding, Source } from '../../../domain/finding.ts';
import { accountsShown, type AccountsShown } from '../exhibit/accounts-shown.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';

/** The rest is in the bundle's files, and the report says so. */
export const most = {
  findings: 200,
  /** Of all findings together. */
  statements: 4_000,
  /** A hundred logins in a row are read by nobody; their rows are listed all the same. */
  statementsOfOne: 40,
  /** Each finding has so many, however many findings there are. */
  statementsOfEach: 5,
  rows: 2_000,
  /** Characters of one row, and of all rows together. */
  rowText: 2_000,
  rowTexts: 600_000,
  accounts: 1_000,
  events: 200,
  /** Source rows that one statement names. */
  sources: 12,
  /** Findings that an account, or statements that a source row, refers to. */
  mentions: 12,
} as const;

export interface Printed {
  findings: readonly PrintedFinding[];
  rows: readonly PrintedRow[];
  /** All of them, of which a list may have the first alone. */
  accounts: AccountsShown;
  /** How much is not printed; `cut` rows are printed in part. */
  left: Record<'findings' | 'statements' | 'rows' | 'cut' | 'accounts' | 'context', number>;
}

export interface PrintedFinding {
  finding: Finding;
  /** Counted from 1. */
  number: number;
  statements: readonly Evidence[];
  /** How many statements are not printed. */
  rest: number;
}

export interface PrintedRow {
  row: SourceRow;
  /** Counted from 1, in the order of files and lines. */
  number: number;
  /** The printed statements that rest on it. */
  statements: readonly { finding: number; statement: number }[];
}

export function printedOf({ findings: all, rows: every, nodes }: Exhibit): Printed {
  const findings = printedFindings(all);
  const rows = printedRows(every, findings);
  const told = findings.reduce((sum, { statements }) => sum + statements.length, 0);
  const stated = all.reduce((sum, { evidence }) => sum + evidence.length, 0);
  const accounts = accountsShown(nodes);
  return {
    findings,
    rows,
    accounts,
    left: {
      findings: all.length - findings.length,
      statements: stated - told,
      rows: every.length - rows.length,
      cut: rows.filter(({ row }) => row.text.length > most.rowText).length,
      accounts: Math.max(0, accounts.members.length - most.accounts),
      context: Math.max(0, accounts.context.length - most.accounts),
    },
  };
}

function printedFindings(all: readonly Finding[]): PrintedFinding[] {
  const shown = all.slice(0, most.findings);
  const share = Math.floor(most.statements / Math.max(1, shown.length));
  const ofOne = Math.min(most.statementsOfOne, Math.max(most.statementsOfEach, share));
  return shown.map((finding, index) => {
    const statements = tiesFirst(finding.evidence).slice(0, ofOne);
    return {
      finding,
      number: index + 1,
      statements,
      rest: finding.evidence.length - statements.length,
    };
  });
}

/** What connects comes before what merely describes one thing. */
function tiesFirst(evidence: readonly Evidence[]): Evidence[] {
  const ties = evidence.filter((fact) => fact.to !== null);
  return [...ties, ...evidence.filter((fact) => fact.to === null)];
}

function printedRows(all: Iterable<SourceRow>, findings: readonly PrintedFinding[]): PrintedRow[] {
  const named = statementsByRow(findings);
  let texts = 0;
  return wantedRows(all, named)
    .filter(({ row }) => {
      texts += Math.min(row.text.length, most.rowText);
      return texts <= most.rowTexts;
    })
    .sort((a, b) => a.at - b.at)
    .map(({ row }, index) => ({
      row,
      number: index + 1,
      statements: named.get(rowKey(row)) ?? [],
    }));
}

/** Those that a printed statement names go before the others where not all have room; `at` is their place among all. */
function wantedRows(all: Iterable<SourceRow>, named: ReadonlyMap<string, unknown>) {
  const first: { at: number; row: SourceRow }[] = [];
  const others: { at: number; row: SourceRow }[] = [];
  let at = 0;
  for (const row of all) {
    const kept = named.has(rowKey(row)) ? first : others;
    if (kept.length < most.rows) kept.push({ at, row });
    at += 1;
  }
  return [...first, ...others].slice(0, most.rows);
}

function statementsByRow(findings: readonly PrintedFinding[]) {
  const named = new Map<string, { finding: number; statement: number }[]>();
  for (const { number, statements } of findings)
    for (const [index, { sources }] of statements.entries())
      for (const source of sources.slice(0, most.sources)) {
        const key = rowKey(source);
        const before = named.get(key) ?? [];
        before.push({ finding: number, statement: index + 1 });
        named.set(key, before);
      }
  return named;
}

export function rowKey({ sha256, line }: Pick<Source, 'sha256' | 'line'>): string {
  return `${sha256}:${line}`;
}
