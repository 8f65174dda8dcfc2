import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { onAskedQuery } from '../../graph/neo4j/asked-queries.ts';
import { requestId } from './request-id.ts';

/** Of what a query says of itself. */
const longestName = 160;

/**
 * A line for each of the program's own queries that takes longer than `ms`, until it is told to stop: what it says of itself in
 * its first line, never what it was asked with, as that holds names and addresses of people.
 */
export function logSlowQueries(log: Logger, ms: number): () => void {
  return onAskedQuery((query) => {
    if (query.ms < ms) return;
    const line = { ms: Math.round(query.ms), ...nameOf(query.text), failed: query.failed };
    log.warn({ ...line, request: requestId() }, 'slow query');
  });
}

/** By its digest where it has no header. */
function nameOf(text: string): { query: string } {
  const says = /^\/\/ (.+)$/m.exec(text)?.[1];
  const query = says?.slice(0, longestName) ?? createHash('sha256').update(text).digest('hex');
  return { query };
}
