import { readFile } from 'node:fs/promises';
import { tryingSchema, type Trial } from '../../../../domain/trial.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { actor } from '../../../platform/access/actor.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { readChanges } from '../../../detection/parameters/read-values.ts';
import { UsageError } from '../../../platform/problems.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { beginTrial } from '../../../decisions/trial/begin.ts';
import { listTrials, trialById } from '../../../decisions/trial/trial-store.ts';
import { print, printJson } from './print.ts';
import { linesOfTrial } from './trial-lines.ts';
import { withDatabase } from './with-database.ts';

const text = messages.trials.command;

interface Trying {
  param?: string[];
  query?: string;
  json?: true;
}

const mostTold = 20;

/** One trial, or the latest where none is named. */
export function showTrials(id: string | undefined, options: { json?: true }): Promise<void> {
  return withDatabase(async (database) => {
    const items = id === undefined ? await listTrials(database, mostTold) : [];
    if (id !== undefined) tell(await trialById(database, id), options);
    else if (options.json) printJson({ items });
    else if (items.length === 0) print(text.noTrials);
    else for (const one of items) print(lineOf(one));
  });
}

export async function tryOut(ids: string[], { param = [], query, json }: Trying): Promise<void> {
  const [only] = ids;
  if ((param.length > 0 || query !== undefined) && (only === undefined || ids.length > 1))
    throw new UsageError(text.oneDetector);
  const changes = only === undefined || param.length === 0 ? {} : await readChanges(param, only);
  const queries = query === undefined ? {} : { [only!]: await readFile(query, 'utf8') };
  const trying = tryingSchema.parse({
    changes: { ...Object.fromEntries(ids.map((id) => [id, {}])), ...changes },
    queries,
  });
  const progress = terminalProgress();
  const open = await openDatabase(readSettings(), progress);
  try {
    const by = { by: actor(), now: new Date().toISOString() };
    const { ended } = await beginTrial(open.database, by, trying, progress);
    const trial = await ended;
    progress.end();
    tell(trial, { ...(json ? { json } : {}) });
    if (!json && param.length > 0) print(text.next(only!, trial.id));
  } finally {
    progress.end();
    await open.close();
  }
}

function tell(trial: Trial, { json }: { json?: true }): void {
  if (json) printJson(trial);
  else if (trial.result) for (const line of linesOfTrial(trial, trial.result)) print(line);
  else print([lineOf(trial), trial.problem].filter((line) => line !== null).join('\n'));
}

function lineOf({ id, at, by, state, changes, queries, calibrate }: Omit<Trial, 'result'>): string {
  const learned = calibrate ? [text.calibrated] : [];
  const what = new Set([...Object.keys(changes), ...Object.keys(queries), ...learned]);
  return text.line(id, at, by, text.state[state], [...what].join(', '));
}
