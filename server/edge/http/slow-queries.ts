import type { Logger } from 'pino';
import { onAskedQuery } from '../../graph/neo4j/asked-queries.ts';
import { queryName } from './query-name.ts';
import { requestId } from './request-id.ts';

/**
 * A line for each of the program's own queries that takes longer than `ms`, until it is told to stop: what it says of itself in
 * its first line, never what it was asked with, as that holds names and addresses of people.
 */
export function logSlowQueries(log: Logger, ms: number): () => void {
  return onAskedQuery((query) => {
    if (query.ms < ms) return;
    const line = { ms: Math.round(query.ms), query: queryName(query.text), failed: query.failed };
    log.warn({ ...line, request: requestId() }, 'slow query');
  });
}
