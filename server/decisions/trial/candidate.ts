import { createHash } from 'node:crypto';
import { messages } from '../../../domain/messages/index.ts';
import type { CatalogueEntry } from '../../detection/catalogue/catalogue.ts';
import type { DetectorResult } from '../../detection/detect/run-detector.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { isOfServer } from '../../platform/failures.ts';
import { InvalidDataError, type Detail } from '../../platform/problems.ts';
import { toldFailure } from '../../platform/told-failure.ts';
import { examine } from '../../explore/query/guard.ts';
import { readQuery, withPlainLines } from '../../graph/neo4j/tokens.ts';

const text = messages.trials.problems;

/** Queries by id of the detector in whose place they run. */
export type Candidates = Readonly<Record<string, string>>;

/**
 * Lets those through that only read, by the same gate as what a person asks; the rest are told, as `<detector>` and why.
 * `sent` is what may run.
 */
export async function passedCandidates(
  database: Database,
  queries: Candidates,
): Promise<{ sent: Record<string, string>; faults: Detail[] }> {
  const sent: Record<string, string> = {};
  const faults: Detail[] = [];
  for (const [id, query] of Object.entries(queries)) {
    const { check, letThrough } = await examine(database, withNamedUse(query), {});
    // Not even by a candidate is the ground truth met: what it finds would prove nothing.
    if (/:\s*`?Label\b/.test(query)) faults.push({ where: id, problem: text.label });
    else if (letThrough) sent[id] = letThrough.sent;
    else faults.push({ where: id, problem: check.problems[0]?.says ?? '' });
  }
  return { sent, faults };
}

/** The detector with that query in the place of its own. */
export function withQuery(detector: CatalogueEntry, query: string | undefined): CatalogueEntry {
  return query === undefined ? detector : { ...detector, query };
}

/** What a candidate returns wrongly is no defect of the program. */
export async function heedingFaults(
  id: string,
  work: () => Promise<DetectorResult>,
): Promise<DetectorResult> {
  try {
    return await work();
  } catch (cause) {
    const why = isOfServer(cause)
      ? toldFailure(cause.code, cause.message)
      : cause instanceof Error
        ? cause.message
        : String(cause);
    throw new InvalidDataError(text.candidate(id, why), [{ where: id, problem: why }], { cause });
  }
}

export function digestOf(query: string): string {
  return createHash('sha256').update(query).digest('hex');
}

/**
 * `use` may be a variable, as in queries that come with the program, and the gate takes it for the clause USE. In backticks
 * it is a name and can be nothing else; where a clause may begin it is left for the gate to refuse.
 */
function withNamedUse(query: string): string {
  const text = withPlainLines(query);
  const { tokens } = readQuery(text);
  return tokens
    .filter(({ kind, text: word }, at) => {
      const before = tokens[at - 1];
      const isKey = tokens[at + 1]?.text === ':';
      const begins = !before || /^(?:[{;]|union|all|explain|profile)$/i.test(before.text);
      return kind === 'word' && word.toLowerCase() === 'use' && (isKey || !begins);
    })
    .reduceRight(
      (said, { from, to }) => `${said.slice(0, from)}\`${said.slice(from, to)}\`${said.slice(to)}`,
      text,
    );
}
