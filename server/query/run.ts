import type { ParameterValues, QueryResult, ResultValue } from '../../domain/query.ts';
import { words } from '../../domain/words/index.ts';
import type { Database } from '../neo4j/database.ts';
import { needsTooMuchMemory, tookTooLong } from '../neo4j/failures.ts';
import { QueryEnded, QueryFault } from '../neo4j/personal.ts';
import { ConflictError, InvalidDataError } from '../problems.ts';
import { letThrough, type LetThrough } from './guard.ts';
import { resultValue, type Met } from './values.ts';

/** Of an answer, as JSON: more than a table can hold. */
const mostBytes = 8_000_000;

export interface Limits {
  rows: number;
  seconds: number;
}

export interface Asked extends Limits {
  text: string;
  parameters: ParameterValues;
}

/** A result, with what the canvas can show of it. */
export interface Ran {
  result: QueryResult;
  met: Met;
}

/** By the name that whoever asked gave them. */
const running = new Map<string, AbortController>();

/** Ends a query that runs; false when none of that name does. */
export function endRun(id: string): boolean {
  const found = running.get(id);
  found?.abort();
  return found !== undefined;
}

/**
 * Runs what the gate lets through, up to its limits. Throws InvalidDataError for what it does not let through or
 * what fails, and ConflictError when it was ended. Once `gone` is aborted nobody waits any more, and it is ended.
 */
export async function runQuery(
  database: Database,
  id: string,
  asked: Asked,
  gone: AbortSignal,
): Promise<Ran> {
  if (running.has(id)) throw new ConflictError(words.queries.runs(id));
  const ending = new AbortController();
  const end = () => ending.abort();
  gone.addEventListener('abort', end, { once: true });
  if (gone.aborted) end();
  running.set(id, ending);
  try {
    const passed = await letThrough(database, asked.text, asked.parameters);
    return await resultOf(database, id, passed, asked, ending.signal);
  } catch (error) {
    throw problemOf(error, asked.seconds);
  } finally {
    running.delete(id);
    gone.removeEventListener('abort', end);
  }
}

async function resultOf(
  database: Database,
  id: string,
  { sent, parameters }: LetThrough,
  limits: Limits,
  signal: AbortSignal,
): Promise<Ran> {
  const begun = performance.now();
  const met: Met = { nodes: new Map(), relations: new Map() };
  const timeoutMs = limits.seconds * 1_000;
  const rows: ResultValue[][] = [];
  let columns: string[] | null = null;
  let cut: QueryResult['cut'] = null;
  let bytes = 0;
  for await (const row of database.personal.run({
    text: sent,
    parameters,
    timeoutMs,
    id,
    signal,
  })) {
    if (columns === null) {
      columns = row as string[];
      continue;
    }
    // One row beyond the limit says that there are more.
    if (rows.length === limits.rows) cut = 'rows';
    else if (bytes > mostBytes) cut = 'bytes';
    if (cut !== null) break;
    const values = row.map((value) => resultValue(value, met));
    bytes += JSON.stringify(values).length;
    rows.push(values);
  }
  const milliseconds = Math.round(performance.now() - begun);
  const found = { nodes: met.nodes.size, relations: met.relations.size };
  return { result: { columns: columns ?? [], rows, cut, milliseconds, ...found }, met };
}

/** What a person can do something about; all else stays as it is. */
function problemOf(error: unknown, seconds: number): unknown {
  const text = words.queries;
  if (error instanceof QueryEnded) return new ConflictError(text.ended, [], { cause: error });
  if (error instanceof QueryFault)
    return new InvalidDataError(text.failed(error.place.says), [], { cause: error });
  if (tookTooLong(error)) return new InvalidDataError(text.tooLong(seconds), [], { cause: error });
  if (needsTooMuchMemory(error))
    return new InvalidDataError(text.tooMuchMemory, [], { cause: error });
  return error;
}
