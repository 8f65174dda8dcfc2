/** Watched patterns as the database keeps them: nodes of their own, tied to nothing. */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Pattern } from '../../../domain/pattern/pattern.ts';
import {
  patternAskingSchema,
  patternTrialSchema,
  patternWatchSchema,
  type PatternAsking,
  type PatternPrecision,
  type PatternTrial,
  type PatternWatch,
} from '../../../domain/watched-pattern.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';
import { wilson } from '../numbers/wilson.ts';

/** With the pattern as it was when it was set: what is saved afterwards is another version. */
export interface StoredWatch extends PatternWatch {
  pattern: Pattern;
}

/** An answer that is kept so that it comes once. */
export interface StoredAnswer {
  id: string;
  watch: string;
  query: string;
  version: number;
  /** The run that brought it to the queue; null for what was there when the pattern was set. */
  run: string | null;
  ref: string;
  accounts: string[];
}

export async function storeTrial(database: Database, trial: PatternTrial): Promise<void> {
  const { id, query, version, at } = trial;
  const row = { id, query, version, at, json: JSON.stringify(trial) };
  await database.write(loadQuery('watched/create_trial'), { row });
}

export async function trialById(database: Database, id: string): Promise<PatternTrial | null> {
  return trialOf(await database.read(loadQuery('watched/trial'), { id }));
}

export async function latestTrial(
  database: Database,
  query: string,
  version: number,
): Promise<PatternTrial | null> {
  return trialOf(await database.read(loadQuery('watched/latest_trial'), { query, version }));
}

function trialOf([row]: { json: string }[]): PatternTrial | null {
  return row ? patternTrialSchema.parse(JSON.parse(row.json)) : null;
}

export async function createWatch(tx: Writer, { pattern, ...watch }: StoredWatch): Promise<void> {
  const row = { ...watch, pattern: JSON.stringify(pattern), active: watch.query };
  await tx.run(loadQuery('watched/create_watch'), { row });
}

/** Whether there was one. */
export async function endWatch(
  tx: Writer,
  query: string,
  by: { by: string; at: string },
): Promise<boolean> {
  return (await tx.run(loadQuery('watched/end_watch'), { query, ...by })).length > 0;
}

export async function activeWatches(database: Database): Promise<StoredWatch[]> {
  return (await database.read<{ watch: RawNode }>(loadQuery('watched/active'))).map(watchOf);
}

export async function watchesOf(database: Database, query: string): Promise<StoredWatch[]> {
  const rows = await database.read<{ watch: RawNode }>(loadQuery('watched/watches_of'), { query });
  return rows.map(watchOf);
}

export function watchOf({ watch }: { watch: RawNode }): StoredWatch {
  const properties: Record<string, unknown> = watch.properties;
  const { why = null, ended_by = null, ended_at = null, ...row } = properties;
  return {
    ...patternWatchSchema.parse({ ...row, why, ended_by, ended_at }),
    pattern: JSON.parse(String(row['pattern'])) as Pattern,
  };
}

export async function knownAnswers(
  database: Database,
  ids: readonly string[],
): Promise<StoredAnswer[]> {
  const rows = await database.read<{ answer: RawNode }>(loadQuery('watched/answers'), { ids });
  return rows.map(answerOf);
}

export async function createAnswers(tx: Writer, rows: readonly StoredAnswer[]): Promise<void> {
  await tx.run(loadQuery('watched/create_answers'), { rows });
}

export function answerOf({ answer: { properties } }: { answer: RawNode }): StoredAnswer {
  return { ...(properties as unknown as StoredAnswer), run: properties['run'] as string | null };
}

export async function createAsking(
  tx: Writer,
  query: string,
  asking: PatternAsking,
): Promise<void> {
  await tx.run(loadQuery('watched/create_asking'), { row: { ...asking, query } });
}

export async function askingsOf(
  database: Database,
  query: string,
  limit: number,
): Promise<PatternAsking[]> {
  const rows = await database.read<{ asking: RawNode }>(loadQuery('watched/askings_of'), {
    ...{ query, limit },
  });
  return rows.map(askingOf);
}

/** By watch. */
export async function lastAskings(
  database: Database,
  watches: readonly string[],
): Promise<Map<string, PatternAsking>> {
  const rows = await database.read<{ asking: RawNode }>(loadQuery('watched/last_askings'), {
    watches,
  });
  return new Map(rows.map(askingOf).map((one) => [one.watch, one]));
}

export function askingOf({ asking }: { asking: RawNode }): PatternAsking {
  const properties: Record<string, unknown> = asking.properties;
  return patternAskingSchema.parse({ ...properties, failed: properties['failed'] ?? null });
}

/** How often each version is right, by what was decided of its answers; of one asked twice, once. */
export async function measuredBy(
  database: Database,
  of: readonly { query: string; version: number }[],
): Promise<(of: { query: string; version: number }) => PatternPrecision> {
  type Row = { query: string; version: number } & PatternPrecision;
  const wanted = new Map(
    of.map(({ query, version }) => [keyOf({ query, version }), { query, version }]),
  );
  const rows = await database.read<Row>(loadQuery('watched/measured'), {
    of: [...wanted.values()],
  });
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return (one) => {
    const { confirmed = 0, dismissed = 0, other = 0, undecided = 0 } = found.get(keyOf(one)) ?? {};
    return { confirmed, dismissed, other, undecided, ...wilson(confirmed, confirmed + dismissed) };
  };
}

function keyOf({ query, version }: { query: string; version: number }): string {
  return JSON.stringify([query, version]);
}
