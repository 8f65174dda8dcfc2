import { loadQuery } from '../../../cypher/load-query.ts';
import type { CheckResult, ExplanationCheck } from '../../../domain/explanation-check.ts';
import { groupBy } from '../../../domain/group-by.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';
import { readDisposition, type Disposition } from '../triage/disposition.ts';

/** Checks of honest explanations as the database keeps them: each a node of its own, which hangs on a disposition and goes with it. */

/** With what it hangs on. */
export type StoredCheck = ExplanationCheck & { disposition: string };

interface Row {
  check: RawNode;
}

/** Oldest first, withdrawn ones too; those of clusters that these go on from are named as well. */
export async function checksOf(
  database: Database,
  dispositions: readonly string[],
): Promise<StoredCheck[]> {
  if (dispositions.length === 0) return [];
  return (await database.read<Row>(loadQuery('explanations/of'), { dispositions })).map(read);
}

/** Oldest first, withdrawn ones too. */
export async function allChecks(database: Database): Promise<StoredCheck[]> {
  return (await database.read<Row>(loadQuery('explanations/of'), { dispositions: null })).map(read);
}

/** By the id of the finding or cluster: those in force, in the order of their explanations' first checks. */
export async function checksBySubject(
  database: Database,
  subjects: readonly string[],
): Promise<Map<string, ExplanationCheck[]>> {
  const rows = await database.read<Row & { subject: string }>(
    loadQuery('explanations/by_subjects'),
    { subjects: [...new Set(subjects)] },
  );
  const bySubject = groupBy(rows, ({ subject }) => subject);
  return new Map(
    [...bySubject].map(([subject, of]) => [subject, checksInForce(of.map(read)).map(bare)]),
  );
}

/** Of each explanation the latest that was not withdrawn. */
export function checksInForce<T extends ExplanationCheck>(checks: readonly T[]): T[] {
  const standing = checks.filter(({ withdrawn }) => withdrawn === null);
  return [...new Map(standing.map((check) => [check.explanation, check])).values()];
}

/** Without the disposition that it is kept with. */
export function bare(stored: StoredCheck): ExplanationCheck {
  const { id, explanation, says, result, how, by, at, accounts, withdrawn } = stored;
  return { id, explanation, says, result, how, by, at, accounts, withdrawn };
}

export async function writeCheck(writer: Writer, check: StoredCheck): Promise<void> {
  const { disposition } = check;
  const { id, explanation, says, result, how, by, at, accounts } = bare(check);
  const row = { id, explanation, says, result, how, by, at, accounts, disposition };
  await writer.run(loadQuery('explanations/store'), { check: row });
}

/** Null where there is none of that id. */
export async function checkById(
  database: Database,
  id: string,
): Promise<{ check: StoredCheck; disposition: Disposition } | null> {
  const [row] = await database.read<Row & { disposition: RawNode }>(
    loadQuery('explanations/by_id'),
    { id },
  );
  return row ? { check: read(row), disposition: readDisposition(row.disposition) } : null;
}

/** Null where it was withdrawn before. */
export async function storeCheckWithdrawal(
  database: Database,
  id: string,
  act: NonNullable<ExplanationCheck['withdrawn']>,
): Promise<StoredCheck | null> {
  const [row] = await database.write<Row>(loadQuery('explanations/withdraw'), { id, ...act });
  return row ? read(row) : null;
}

interface Properties extends Omit<StoredCheck, 'withdrawn' | 'result'> {
  result: CheckResult;
  withdrawn_by?: string;
  withdrawn_at?: string;
  withdrawn_why?: string;
}

function read({ check: { properties } }: Row): StoredCheck {
  const stored = properties as unknown as Properties;
  const { id, explanation, says, result, how, by, at, accounts, disposition } = stored;
  const { withdrawn_by: whoever, withdrawn_at: when, withdrawn_why: why } = stored;
  return {
    ...{ id, explanation, says, result, how, by, at, accounts, disposition },
    withdrawn: whoever === undefined ? null : { by: whoever, at: when!, why: why! },
  };
}
