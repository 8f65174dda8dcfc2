import type { ParameterValues } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { needsTooMuchMemory, tookTooLong, wasTerminated } from '../../platform/failures.ts';
import { QueryEnded, QueryFault, QueryTooLong, RowTooWide } from '../../graph/neo4j/personal.ts';
import type { Answered } from '../../graph/neo4j/personal-messages.ts';
import { ConflictError, EndedError, InvalidDataError } from '../../platform/problems.ts';
import { letThrough } from './guard.ts';

export interface Limits {
  rows: number;
  seconds: number;
}

export interface QueryRequest extends Limits {
  text: string;
  parameters: ParameterValues;
}

/** By the name that whoever asked gave them. */
const running = new Map<string, AbortController>();

/**
 * Ends a query that runs, here or at another server of the database; false when none of that name does, or it still waits for
 * its turn at another.
 */
export async function endRun(database: Database, id: string): Promise<boolean> {
  const found = running.get(id);
  if (!found) return database.personal.endElsewhere(id);
  found.abort();
  return true;
}

/** Ends all that run here, so that whoever waits learns of it. */
export function endAllRuns(): void {
  for (const ending of running.values()) ending.abort();
}

/**
 * Runs what the gate lets through, up to its limits. Throws InvalidDataError for what it does not let through or
 * what fails, EndedError when it was ended, and BusyError when too many run. Once `gone` is aborted nobody waits any more, and it is ended.
 */
export async function runQuery(
  database: Database,
  id: string,
  asked: QueryRequest,
  gone: AbortSignal,
): Promise<Answered> {
  if (running.has(id)) throw new ConflictError(messages.queries.runs(id));
  const ending = new AbortController();
  const end = () => ending.abort();
  gone.addEventListener('abort', end, { once: true });
  if (gone.aborted) end();
  running.set(id, ending);
  try {
    const { sent, parameters } = await letThrough(database, asked.text, asked.parameters);
    const { rows, seconds } = asked;
    const { signal } = ending;
    const timeoutMs = seconds * 1_000;
    return await database.personal.run({ text: sent, parameters, rows, timeoutMs, id, signal });
  } catch (error) {
    throw problemOf(error, asked.seconds);
  } finally {
    running.delete(id);
    gone.removeEventListener('abort', end);
  }
}

/** What a person can do something about; all else stays as it is. */
function problemOf(error: unknown, seconds: number): unknown {
  const text = messages.queries;
  if (error instanceof QueryEnded || wasTerminated(error))
    return new EndedError(text.ended, [], { cause: error });
  if (error instanceof QueryFault)
    return new InvalidDataError(text.failed(error.place.says), [], { cause: error });
  if (error instanceof RowTooWide) return new InvalidDataError(text.tooWide, [], { cause: error });
  if (error instanceof QueryTooLong || tookTooLong(error))
    return new InvalidDataError(text.tooLong(seconds), [], { cause: error });
  if (needsTooMuchMemory(error))
    return new InvalidDataError(text.tooMuchMemory, [], { cause: error });
  return error;
}
