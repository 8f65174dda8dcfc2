import { createHash } from 'node:crypto';
import { compareText } from '../../../domain/compare-text.ts';
import { compilePattern, valuesOf } from '../../../domain/pattern/compile.ts';
import { mostAnswers, type Pattern } from '../../../domain/pattern/pattern.ts';
import { usualSeconds } from '../../../domain/query.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { mostAnswerAccounts } from '../../../domain/watched-pattern.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { isNode, isPath, storedNode } from '../../graph/neo4j/records.ts';
import { tookTooLong } from '../../platform/failures.ts';

/** A node that fits a pattern. */
export interface FoundAnswer {
  ref: string;
  /** The node itself where it is an account; else the accounts that show how it fits. Sorted. */
  accounts: string[];
}

export interface FoundAnswers {
  answers: FoundAnswer[];
  /** As many as a query gives: there may be more. */
  cut: boolean;
}

/**
 * What a pattern answers with its usual values, as far as the data say that it was so at that time (ISO 8601). Throws the
 * database's error, also when it takes longer than a person's query may.
 */
export async function answersAt(
  database: Database,
  pattern: Pattern,
  as_of: string,
): Promise<FoundAnswers> {
  const compiled = compilePattern(pattern, { asOf: true });
  const rows = await database
    .withReadLimit(usualSeconds * 1_000)
    .read<Record<string, unknown>>(compiled.text, valuesOf(compiled, { as_of }));
  const answers = rows.flatMap((row) => answerOf(Object.values(row)) ?? []);
  return { answers, cut: rows.length >= mostAnswers };
}

/** The first column is what fits, the others are paths that show how. */
function answerOf([start, ...how]: unknown[]): FoundAnswer | null {
  if (!isNode(start)) return null;
  const about = refOf(start);
  const shown = how
    .flatMap((paths) => (Array.isArray(paths) ? (paths as unknown[]) : []))
    .flatMap((path) => (isPath(path) ? path.segments.map(({ end }) => refOf(end)) : []));
  const of = about.type === 'account' ? [about] : shown.filter(({ type }) => type === 'account');
  const accounts = [...new Set(of.map(({ id }) => id))].sort(compareText);
  return { ref: formatRef(about), accounts: accounts.slice(0, mostAnswerAccounts) };
}

function refOf(node: Parameters<typeof storedNode>[0]): NodeRef {
  const { type, id } = storedNode(node);
  return { type, id };
}

/** The same for what a version answers about one node, whatever else comes to show it. */
export function answerId(query: string, version: number, ref: string): string {
  const hash = createHash('sha256').update(JSON.stringify([query, version, ref]));
  return `A-${hash.digest('hex').slice(0, 16)}`;
}

/** Why a pattern could not be asked, in words that name no data. */
export function askingProblem(error: unknown): string {
  const { problems } = messages.watchedPattern;
  return tookTooLong(error) ? problems.tooLong(usualSeconds) : problems.failed;
}
