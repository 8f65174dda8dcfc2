import { filled } from '../../../domain/pattern/completing.ts';
import type { Pattern } from '../../../domain/pattern/pattern.ts';
import { messages } from '../../../domain/messages/index.ts';
import { savedQuery } from '../../explore/query/saved.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError } from '../../platform/problems.ts';

export interface SavedPattern {
  pattern: Pattern;
  version: number;
  /** The phrase with its usual values. */
  title: string;
  owner: string;
}

/** Throws NotFoundError, and ConflictError for a saved query that is no pattern. */
export async function savedPattern(database: Database, id: string): Promise<SavedPattern> {
  const { title, parameters, pattern, version, owner } = await savedQuery(database, id);
  if (pattern === null) throw new ConflictError(messages.watchedPattern.problems.notPattern(title));
  return { pattern, version, title: filled(title, parameters, {}).says, owner: owner ?? '' };
}
