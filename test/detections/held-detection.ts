import { expect } from 'vitest';
import type { Database } from '../../server/graph/neo4j/database.ts';
import { deferred } from '../deferred.ts';

const running = "MATCH (d:SkeinDetection {state: 'running'})";

/** Keeps the detection that a person has begun from its next step; what is returned lets it go on. */
export async function holdDetection(database: Database): Promise<() => Promise<void>> {
  await expect.poll(() => database.read(`${running} RETURN d.id AS id`)).toHaveLength(1);
  const [held, free] = [deferred(), deferred()];
  const holding = database.transaction(async (tx) => {
    await tx.run(`${running} SET d.held = true REMOVE d.held`);
    held.resolve();
    await free.promise;
  });
  await Promise.race([held.promise, holding]);
  return () => {
    free.resolve();
    return holding;
  };
}
