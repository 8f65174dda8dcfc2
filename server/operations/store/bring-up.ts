/**
 * Brings a database of an earlier version up to this one's search keys (`keys.ts`, `finding-keys.ts`). Killed half-way
 * it begins again; what is loaded meanwhile has its keys already. Every command asks whether it must: the keys, which
 * bring all that reads names, are imported only then.
 */
import { nodeType } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { StoredFinding } from '../../detection/runs/finding-list.ts';
import { shownTypes } from '../../graph/canvas/shown-types.ts';
import { readNodes, uniqueProperty, updateNodes } from '../../ingest/load/queries.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Progress } from '../../platform/progress.ts';
import { searchKeysVersion } from '../../graph/search-keys/keys-version.ts';

const atOnce = 5_000;

export async function bringUpSearch(database: Database, progress: Progress): Promise<void> {
  const [mark] = await database.read<{ version: number | null }>(
    'MATCH (s:Skein {id: "skein"}) RETURN s.search_keys AS version',
  );
  if (mark?.version === searchKeysVersion) return;
  for (const type of shownTypes) await bringUpNodes(database, type, progress);
  await bringUpFindings(database, progress);
  await database.write("MATCH (s:Skein {id: 'skein'}) SET s.search_keys = $version", {
    version: searchKeysVersion,
  });
}

async function bringUpNodes(
  database: Database,
  type: NodeTypeName,
  progress: Progress,
): Promise<void> {
  const { searchKeys } = await import('../../graph/search-keys/keys.ts');
  for await (const keys of keysInOrder(database, type)) {
    progress.step(messages.search.bringingUp(messages.schema.nodes[type].many));
    const found = await database.read<{ key: string; properties: Record<string, unknown> }>(
      readNodes(type),
      { keys },
    );
    const rows = found.map(({ key, properties }) => ({
      key,
      set: searchKeys(type, String(properties['id']), properties),
    }));
    await database.write(updateNodes(type), { rows });
  }
}

/** By the index that makes them unique, so that each page is a seek. */
async function* keysInOrder(database: Database, type: NodeTypeName): AsyncGenerator<string[]> {
  const property = uniqueProperty(type);
  let after = '';
  for (;;) {
    const rows = await database.read<{ key: string }>(
      `MATCH (n:${nodeType(type).label}) WHERE n.${property} > $after
       RETURN n.${property} AS key ORDER BY key LIMIT toInteger($atOnce)`,
      { after, atOnce },
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ key }) => key);
    after = last.key;
  }
}

async function bringUpFindings(database: Database, progress: Progress): Promise<void> {
  const { findingWords } = await import('../../graph/search-keys/finding-keys.ts');
  for (;;) {
    const rows = await database.read<{ run: string; id: string; json: string }>(
      `MATCH (f:SkeinFinding) WHERE f._search IS NULL
       RETURN f.run AS run, f.id AS id, f.json AS json LIMIT toInteger($atOnce)`,
      { atOnce },
    );
    if (rows.length === 0) return;
    progress.step(messages.search.bringingUp(messages.search.findings));
    await database.write(
      `UNWIND $rows AS row
       MATCH (f:SkeinFinding {run: row.run, id: row.id})
       SET f._search = row.words`,
      {
        rows: rows.map(({ run, id, json }) => ({
          run,
          id,
          words: findingWords(run, JSON.parse(json) as StoredFinding),
        })),
      },
    );
  }
}
