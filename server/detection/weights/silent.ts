import { families, type Family } from '../../../domain/detector.ts';
import { familyRecords } from '../../../domain/family-records.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { nodeTypeOfLabel } from '../../../domain/schema/graph.ts';
import { termOf, type Model } from './weights.ts';

/** What the silence of a platform is called, among the terms of accounts and of groups. */
export const silentTerm = 'platform:silent';

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

/**
 * How much of what could speak of an account has no voice on this platform, in [0, 1): the families of evidence of which
 * it keeps no records, each by the most that it can tell. Priors are those of a platform that keeps records of everything,
 * where most of a scheme's accounts show several kinds of evidence; one that has ratings alone, or money alone, cannot
 * show the others, and their absence speaks for nobody.
 */
export function silentShare(
  detectors: readonly { id: string; family: Family }[],
  recorded: ReadonlySet<Family>,
  model: Model,
): number {
  const most = new Map<Family, number>();
  for (const { id, family } of detectors) {
    const tells = termOf(model, `own:${id}`).weight + termOf(model, `plain:${id}`).weight;
    most.set(family, Math.max(tells, most.get(family) ?? 0));
  }
  let [silent, all] = [0, 0];
  for (const [family, tells] of most) {
    all += tells;
    if (!recorded.has(family)) silent += tells;
  }
  return silent === all ? 0 : silent / all;
}
