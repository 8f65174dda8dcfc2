/** Databases that an earlier Skein wrote hold the ground truth as nodes: it is taken out of the graph. */
import type { Database } from '../../graph/neo4j/database.ts';
import { appendLabels, labelFile } from '../../ingest/load/label-store.ts';
import { storedFrom } from '../../ingest/load/statement.ts';

const atOnce = 5_000;

interface Found {
  id: string;
  properties: Record<string, unknown>;
}

/** Nothing where the graph holds none; run again after it was killed it goes on. */
export async function moveLabels(database: Database, home: string): Promise<void> {
  for (;;) {
    const found = await database.read<Found>(
      'MATCH (n:Label) RETURN n.id AS id, properties(n) AS properties LIMIT toInteger($atOnce)',
      { atOnce },
    );
    if (found.length === 0) return;
    await database.command('DROP CONSTRAINT label_id_unique IF EXISTS');
    const file = await labelFile(database, home);
    const labels = found.map(({ id, properties }) => [id, storedFrom(properties)] as const);
    await appendLabels(home, file, new Map(labels));
    const refs = labels.flatMap(([, { sources }]) =>
      sources.map((source) => source.slice(0, source.lastIndexOf(':'))),
    );
    await database.transaction(async (tx) => {
      await tx.run('MATCH (s:SkeinSourceFile) WHERE s.ref IN $refs SET s.withheld = true', {
        refs,
      });
      await tx.run('MATCH (n:Label) WHERE n.id IN $ids DETACH DELETE n', {
        ids: found.map(({ id }) => id),
      });
    });
  }
}
