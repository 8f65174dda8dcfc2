import type { Trial, Trying } from '../../../domain/trial.ts';
import { messages } from '../../../domain/messages/index.ts';
import { catalogue } from '../../detection/catalogue/catalogue.ts';
import { formatError } from '../../platform/format-error.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { faultsOfChanges } from '../../detection/parameters/check-values.ts';
import { refuse } from '../../detection/parameters/read-values.ts';
import type { Progress } from '../../platform/progress.ts';
import { inEnglish } from '../../platform/locale.ts';
import { stampedId } from '../triage/disposition.ts';
import { passedCandidates } from './candidate.ts';
import { runTrial } from './run-trial.ts';
import { endTrial, renewTrial, storeTrial, trialById } from './trial-store.ts';

const renewMs = 20_000;

export interface Begun {
  trial: Trial;
  /** With its result; rejects with what made it fail, which is kept too. */
  ended: Promise<Trial>;
}

/**
 * Begins a trial and keeps it. Throws UsageError, with nothing kept, for values that no run could use and queries that
 * do more than read.
 */
export async function beginTrial(
  database: Database,
  { by, now }: { by: string; now: string },
  trying: Trying,
  progress: Progress,
): Promise<Begun> {
  await checkTrying(database, trying);
  const { changes, queries, calibrate } = trying;
  const trial: Trial = {
    ...{ id: stampedId('T', now), state: 'running', by, at: now, ended: null, beside: null },
    ...{ changes, queries, calibrate, problem: null, result: null },
  };
  await storeTrial(database, trial);
  return { trial, ended: run(database, trial, progress) };
}

async function checkTrying(database: Database, { changes, queries }: Trying): Promise<void> {
  const all = await catalogue();
  const unknown = Object.keys(queries).filter((id) => !all.some((one) => one.id === id));
  const known = all.map(({ id }) => id);
  refuse(faultsOfChanges(all, changes), 'body.changes.');
  refuse(
    unknown.map((id) => ({ where: id, problem: messages.detect.unknownDetector(id, known) })),
    'body.queries.',
  );
  refuse((await passedCandidates(database, queries)).faults, 'body.queries.');
}

async function run(
  database: Database,
  { id, ...trying }: Trial,
  progress: Progress,
): Promise<Trial> {
  const renewing = setInterval(() => {
    // Missing one renewal does no harm.
    renewTrial(database, id).catch(() => undefined);
  }, renewMs);
  renewing.unref();
  try {
    const tried = await runTrial(database, trying, progress);
    await endTrial(database, id, new Date().toISOString(), tried);
    return await trialById(database, id);
  } catch (error) {
    const why = inEnglish(() => formatError(error).text);
    await endTrial(database, id, new Date().toISOString(), why)
      // Why it failed is worth more than that this could not be written either.
      .catch(() => undefined);
    throw error;
  } finally {
    clearInterval(renewing);
  }
}
