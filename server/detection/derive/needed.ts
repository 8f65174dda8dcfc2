import { derivedRelations } from '../../../domain/schema/derived.ts';
import type { DerivedRule } from '../../../domain/detector.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { derivations } from './catalogue.ts';

type Named = (typeof derivations)[number];

interface Needing {
  needs: readonly DerivedRule[];
}

/** The derivations that run for these detectors, in their order. */
export function derivationsFor(detectors: readonly Needing[]): Named[] {
  const needed = new Set(detectors.flatMap(({ needs }) => needs));
  return derivations.filter(
    ({ derivation }) => derivation.always || rulesOf(derivation).some((rule) => needed.has(rule)),
  );
}

/** The first of them that has changed its version since it wrote what is in the graph; null when none has. */
export async function changedSince(
  database: Database,
  among: readonly Named[],
): Promise<string | null> {
  for (const { id, derivation } of among)
    for (const relation of derivation.makes) {
      const [older] = await database.read(
        `MATCH ()-[r:${relation}]->() WHERE r.version <> $version RETURN 1 AS found LIMIT 1`,
        { version: derivation.version },
      );
      if (older) return id;
    }
  return null;
}

function rulesOf({ makes }: Named['derivation']): DerivedRule[] {
  return derivedRelations
    .filter(({ relation }) => makes.includes(relation))
    .map(({ rule }) => rule);
}
