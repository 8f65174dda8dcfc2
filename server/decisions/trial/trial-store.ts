import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { ParameterChanges } from '../../../domain/parameters.ts';
import { trialSchema, type Trial, type TrialSummary } from '../../../domain/trial.ts';
import { messages } from '../../../domain/messages/index.ts';
import { localizeClusters, localizeFindings } from '../../detection/runs/localize.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';
import { NotFoundError } from '../../platform/problems.ts';
import type { StoredResult, Tried } from './run-trial.ts';

/** Trials as the database keeps them: each a node of its own, tied to nothing, its result as compressed JSON. */

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** Whoever runs a trial says more often than this that it lives. */
const silenceMs = 120_000;

interface Stored {
  id: string;
  state: Trial['state'];
  by: string;
  at: string;
  changes: string;
  queries: string;
  /** Absent in trials of before weights could be estimated. */
  calibrate?: boolean;
  ended?: string | null;
  beside?: string | null;
  problem?: string | null;
  result?: Int8Array | null;
}

/** As an earlier version of the program may have kept it. */
type KeptResult = Omit<StoredResult, 'calibration' | 'accounts'> & {
  calibration?: StoredResult['calibration'];
  accounts: Omit<StoredResult['accounts'], 'line_was'> & { line_was?: number };
};

export async function storeTrial(database: Database, trial: TrialSummary): Promise<void> {
  const { id, by, at, changes, queries, calibrate } = trial;
  await database.write(loadQuery('trials/create'), {
    trial: {
      ...{ id, by, at, calibrate },
      ...{ changes: JSON.stringify(changes), queries: JSON.stringify(queries) },
    },
  });
}

export async function renewTrial(database: Database, id: string): Promise<void> {
  await database.write(loadQuery('trials/renew'), { id });
}

/** How it ended: what it found, or why it failed. */
export async function endTrial(
  database: Database,
  id: string,
  ended: string,
  how: Tried | string,
): Promise<void> {
  const failed = typeof how === 'string';
  await database.write(loadQuery('trials/end'), {
    id,
    ended: failed
      ? { ended, state: 'failed', problem: how }
      : { ended, state: 'done', beside: how.beside, result: await packed(how.result) },
  });
}

/** With its result in the language in force. Throws NotFoundError. */
export async function trialById(database: Database, id: string): Promise<Trial> {
  const [row] = await database.read<{ trial: RawNode; dead: boolean }>(loadQuery('trials/by_id'), {
    id,
    silence: silenceMs,
  });
  if (!row) throw new NotFoundError(messages.trials.problems.none(id));
  const stored = row.trial.properties as unknown as Stored;
  const result = stored.result ? await told(await unpacked(stored.result)) : null;
  // A trial holds more than it answers, so that it can be told in another language.
  return trialSchema.parse({ ...summaryOf(stored, row.dead), result });
}

/** Latest first; `before` is the id of the last one of the page before. */
export async function listTrials(
  database: Database,
  limit: number,
  before: string | null = null,
): Promise<TrialSummary[]> {
  const rows = await database.read<{ trial: Stored; dead: boolean }>(loadQuery('trials/list'), {
    ...{ limit, before },
    silence: silenceMs,
  });
  return rows.map(({ trial, dead }) => summaryOf(trial, dead));
}

function summaryOf(stored: Stored, dead: boolean): TrialSummary {
  const { id, state, by, at, ended, beside, problem } = stored;
  return {
    ...{ id, by, at, ended: ended ?? null, beside: beside ?? null },
    state: dead ? 'failed' : state,
    changes: JSON.parse(stored.changes) as ParameterChanges,
    queries: JSON.parse(stored.queries) as Record<string, string>,
    calibrate: stored.calibrate ?? false,
    problem: dead ? messages.trials.problems.died : (problem ?? null),
  };
}

async function told(result: KeptResult): Promise<NonNullable<Trial['result']>> {
  const clusters = await localizeClusters(result.clusters.map(({ whole }) => whole));
  const { accounts } = result;
  return {
    ...result,
    // Trials of before weights could be estimated have neither.
    calibration: result.calibration ?? null,
    accounts: { ...accounts, line_was: accounts.line_was ?? accounts.line },
    items: await localizeFindings(result.items),
    clusters: result.clusters.map((cluster, at) => ({ ...cluster, name: clusters[at]!.name })),
  };
}

async function packed(result: StoredResult): Promise<Int8Array> {
  return new Int8Array(await compress(JSON.stringify(result)));
}

async function unpacked(bytes: Int8Array): Promise<KeptResult> {
  const text = await expand(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return JSON.parse(text.toString('utf8')) as KeptResult;
}
