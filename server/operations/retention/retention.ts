/** What leads are told of retention: rules, holds, and what went. */
import type { z } from 'zod';
import { agingFiles, usualTime } from '../../../domain/retention.ts';
import { type retentionSchema } from '../../../domain/retention-told.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { InvalidDataError, UnavailableError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { agings } from './aging-store.ts';
import { nextOf } from './daily-aging.ts';
import { listHolds } from './holds.ts';
import { readRetention, type Retention } from './rules.ts';

const mostApplied = 30;

/** The file of this server's home; where it states none that hold, why. */
export async function statedRetention(
  settings: Pick<Settings, 'home'>,
): Promise<{ retention: Retention; problem: string | null }> {
  try {
    return { retention: await readRetention(settings), problem: null };
  } catch (error) {
    if (!(error instanceof InvalidDataError || error instanceof UnavailableError)) throw error;
    return { retention: { rules: {}, ...usualTime }, problem: error.message };
  }
}

/** All that is told of it at `now`. */
export async function retentionOf(
  database: Database,
  settings: Pick<Settings, 'home'>,
  now: Date,
): Promise<z.infer<typeof retentionSchema>> {
  const { retention, problem } = await statedRetention(settings);
  const { rules, at, timezone } = retention;
  return {
    rules: agingFiles.map((file) => ({ file, days: rules[file] ?? null })),
    ...{ at, timezone, problem },
    next: nextOf(retention, now)?.toISOString() ?? null,
    holds: await listHolds(database, true),
    applied: await agings(database, mostApplied),
  };
}
