import { families, type Family } from '../../../domain/detector.ts';
import { familyRecords } from '../../../domain/family-records.ts';
import { nodeTypeOfLabel } from '../../../domain/schema/graph.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** The families of evidence of which the platform keeps any records, in their order. */
export async function recordedFamilies(database: Database): Promise<Family[]> {
  const names = [...new Set(Object.values(familyRecords).flat())];
  // Neo4j keeps these counts, so that each is read and not counted.
  const counts = names.map((name) =>
    nodeTypeOfLabel(name)
      ? `COUNT { (:${name}) } AS ${name}`
      : `COUNT { ()-[:${name}]->() } AS ${name}`,
  );
  const [found] = await database.read<Record<string, number>>(`RETURN ${counts.join(', ')}`);
  return families.filter((family) =>
    familyRecords[family].some((name) => (found?.[name] ?? 0) > 0),
  );
}
