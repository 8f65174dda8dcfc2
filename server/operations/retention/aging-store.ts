/** When the rules of retention were applied, what went, and which server does it. */
import { loadQuery } from '../../../cypher/load-query.ts';
import { agedSchema, agingSchema, type Aging } from '../../../domain/retention-told.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { actor } from '../../platform/access/actor.ts';
import type { Aged } from './apply-rules.ts';

/** As it is stored: `files` as JSON. */
type Stored = Partial<Omit<Aging, 'files'>> & { id: string; begun: string; files?: string };

/** The latest first. */
export async function agings(database: Database, most: number): Promise<Aging[]> {
  const rows = await database.read<{ aging: Stored }>(loadQuery('retention/agings'), { most });
  return rows.map(({ aging }) =>
    agingSchema.parse({
      ...{ ended: null, by: '', problem: null, next_at: null, ...aging },
      files: agedSchema.array().parse(JSON.parse(aging.files ?? '[]')),
    }),
  );
}

/** What a command has done. */
export async function noteAging(
  database: Database,
  { begun, ended }: { begun: Date; ended: Date },
  files: readonly Aged[],
): Promise<void> {
  const at = begun.toISOString();
  const aging = {
    ...{ id: at, begun: at, ended: ended.toISOString(), by: actor(), state: 'done' },
    ...{ scheduled: false, files: JSON.stringify(files) },
  };
  await database.write(loadQuery('retention/note_aging'), { aging });
}

/** Since when servers know rules of that digest. */
export async function seeRules(database: Database, id: string, now: Date): Promise<string> {
  const [seen] = await database.writeBriefly<{ since: string }>(loadQuery('retention/see_rules'), {
    id,
    now: now.toISOString(),
  });
  return seen!.since;
}

interface Claim {
  /** The moment at which the rules were to be applied. */
  id: string;
  holder: string;
  lease: number;
}

/** Whether it is this holder's to do. */
export async function claimAging(database: Database, claim: Claim, now: Date): Promise<boolean> {
  const claimed = await database.writeBriefly(loadQuery('retention/claim_aging'), {
    ...claim,
    ...{ by: actor(), now: now.toISOString() },
  });
  return claimed.length > 0;
}

export async function renewAging(database: Database, claim: Claim): Promise<void> {
  await database.writeBriefly(loadQuery('retention/renew_aging'), { ...claim });
}

/** Says what came of it; nothing is said where another has taken it meanwhile. */
export async function endAging(
  database: Database,
  { id, holder }: Claim,
  as: Partial<Record<'state' | 'ended' | 'next_at' | 'problem' | 'files', string>>,
): Promise<void> {
  await database.writeBriefly(loadQuery('retention/end_aging'), { id, holder, as });
}
