import { createHash } from 'node:crypto';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { MovedWeight, WeightRevision } from '../../../domain/calibration.ts';
import type { Run } from '../../../domain/finding.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';
import { withWeights } from './named-weights.ts';
import { shippedWeights, type Weights } from './weights.ts';

/** Changes of the weights as the database keeps them: each a node of its own, tied to nothing and never written again. */

export interface WeightsInForce {
  weights: Weights;
  /** 0: as shipped. */
  revision: number;
  digest: string;
}

interface Row {
  revision: RawNode;
}

/** Throws the database's constraint error when there is that revision already. */
export async function storeWeightRevision(
  database: Database,
  revision: WeightRevision,
): Promise<void> {
  await database.write(loadQuery('weights/create'), {
    revision: { ...revision, weights: JSON.stringify(revision.weights) },
  });
}

/** Every change, the one in force first. */
export async function weightRevisions(database: Database): Promise<WeightRevision[]> {
  return (await database.read<Row>(loadQuery('weights/history'))).map(read);
}

/** What the next run uses. */
export async function weightsInForce(database: Database): Promise<WeightsInForce> {
  const [latest] = await weightRevisions(database);
  return used(latest);
}

/** What that run used; of runs from before weights could be changed, what is shipped. */
export async function weightsOfRun(
  database: Database,
  run: Pick<Run, 'weights'>,
): Promise<Weights> {
  return shippedWith(await movedInRun(database, run));
}

/** What the run used otherwise than shipped: with these, and the same data, another run says the same. */
export async function movedInRun(
  database: Database,
  { weights }: Pick<Run, 'weights'>,
): Promise<MovedWeight[]> {
  if (!weights || weights.revision === 0) return [];
  const all = await weightRevisions(database);
  return all.find(({ revision }) => revision === weights.revision)?.weights ?? [];
}

/** Of all that a run weighs by. */
export function weightsDigest(weights: Weights): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(weights)))
    .digest('hex');
}

/** The shipped weights with those in the place of theirs. */
export function shippedWith(moved: readonly MovedWeight[]): Weights {
  return withWeights(shippedWeights(), moved);
}

function used(revision: WeightRevision | undefined): WeightsInForce {
  const weights = shippedWith(revision?.weights ?? []);
  return { weights, revision: revision?.revision ?? 0, digest: weightsDigest(weights) };
}

/** With keys in one order, so that the same weights have the same digest. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function read({ revision: { properties } }: Row): WeightRevision {
  const stored = properties as Record<string, string>;
  return {
    revision: Number(stored['revision']),
    weights: JSON.parse(stored['weights']!) as MovedWeight[],
    digest: stored['digest']!,
    why: stored['why']!,
    trial: stored['trial'] ?? null,
    proposed_by: stored['proposed_by'] ?? null,
    by: stored['by']!,
    at: stored['at']!,
  };
}
