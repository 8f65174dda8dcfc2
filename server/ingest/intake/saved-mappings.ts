import { randomUUID } from 'node:crypto';
import type { SavedMapping } from '../../../domain/intake.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';

/** Mappings that somebody named and kept, for all who use the database. */

interface MappingNode {
  id: string;
  name: string;
  by: string;
  saved: string;
  json: string;
}

/** Latest first. */
export async function savedMappings(database: Database): Promise<SavedMapping[]> {
  const nodes = await database.read<MappingNode>(
    `MATCH (m:SkeinSavedMapping)
     RETURN m.id AS id, m.name AS name, m.by AS by, m.saved AS saved, m.json AS json
     ORDER BY m.saved DESC LIMIT 500`,
  );
  return nodes.map(({ json, ...node }) => ({
    ...node,
    ...(JSON.parse(json) as Pick<SavedMapping, 'mapping' | 'headers'>),
  }));
}

/** One of that name is replaced, and keeps its id. */
export async function saveMapping(
  database: Database,
  name: string,
  kept: Pick<SavedMapping, 'mapping' | 'headers'>,
): Promise<SavedMapping> {
  const [found] = await database.read<{ id: string }>(
    'MATCH (m:SkeinSavedMapping {name: $name}) RETURN m.id AS id LIMIT 1',
    { name },
  );
  const node = {
    id: found?.id ?? randomUUID(),
    name,
    by: actor(),
    saved: new Date().toISOString(),
  };
  await database.write(
    `MERGE (m:SkeinSavedMapping {id: $id})
     SET m.name = $name, m.by = $by, m.saved = $saved, m.json = $json`,
    { ...node, json: JSON.stringify(kept) },
  );
  return { ...node, ...kept };
}

export async function deleteMapping(database: Database, id: string): Promise<void> {
  const [found] = await database.write<{ gone: number }>(
    `MATCH (m:SkeinSavedMapping {id: $id})
     DELETE m
     RETURN count(m) AS gone`,
    { id },
  );
  if (!found?.gone) throw new NotFoundError(messages.intake.noMapping);
}
