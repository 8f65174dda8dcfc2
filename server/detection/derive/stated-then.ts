import { readCell, type CellValue } from '../../../domain/input/cell.ts';
import { columnsOf } from '../../../domain/schema/graph.ts';
import type { Column } from '../../../domain/schema/schema.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Derivation } from './derivation.ts';

/**
 * What accounts said of themselves at the time asked for, where they have changed it since: a relation of the
 * account to itself that holds every column as it stood then. Queries read `coalesce(then, a).email`.
 * Nothing is written for a run without such a time.
 */
const statedThen: Derivation = {
  version: 1,
  makes: ['STATED_THEN'],
  always: true,
  infer: async (database, asOf) =>
    (await laterChanges(database, asOf)).flatMap(({ account, changes }) => {
      const before = valuesBefore(changes);
      if (before.size === 0) return [];
      const end = { type: 'account' as const, id: String(account['id']) };
      return {
        relation: 'STATED_THEN' as const,
        from: end,
        to: end,
        score: 1,
        reason: [...before].map(([field, value]) => `${field}: ${said(value)}`).join('; '),
        columns: { ...statedColumns(account), ...Object.fromEntries(before) },
      };
    }),
};
export default statedThen;

interface Change {
  field: string;
  old_value: string | null;
}

interface Changed {
  account: Record<string, unknown>;
  /** The earliest of each field first. */
  changes: Change[];
}

/** An account is who it is, was opened once, and was brought in by one. */
const unchanging = new Set(['account_id', 'created_at', 'referred_by']);

const columns: readonly [string, Column][] = Object.entries(columnsOf('accounts')).filter(
  ([name]) => !unchanging.has(name),
);

function laterChanges(database: Database, asOf: string): Promise<Changed[]> {
  return database.read<Changed>(
    `MATCH (c:AccountChange)-[:CHANGE_OF]->(a:Account)
     WHERE c.changed_at > $asOf AND coalesce(a.created_at, '') <= $asOf
     WITH a, c ORDER BY a.id, c.field, c.changed_at, c.id
     RETURN properties(a) AS account, collect({field: c.field, old_value: c.old_value}) AS changes`,
    { asOf },
  );
}

/** By column, what it said before the first of the changes; null where nothing was known. */
function valuesBefore(changes: readonly Change[]): Map<string, CellValue | null> {
  const before = new Map<string, CellValue | null>();
  for (const { field, old_value } of changes) {
    const column = columns.find(([name]) => name === field)?.[1];
    if (!column || before.has(field)) continue;
    before.set(field, readBefore(column, old_value));
  }
  return before;
}

/** What no column of that kind can hold was never stated in it. */
function readBefore(column: Column, text: string | null): CellValue | null {
  if (text === null) return null;
  const read = readCell(column.kind, text, column.values);
  return 'value' in read ? read.value : null;
}

function statedColumns(account: Readonly<Record<string, unknown>>): Record<string, CellValue> {
  const entries = columns.map(([name]) => [name, account[name]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<
    string,
    CellValue
  >;
}

function said(value: CellValue | null): string {
  return value === null ? '–' : String(value);
}
