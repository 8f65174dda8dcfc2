import { weighingSchema, type WeightRevision } from '../../../../domain/calibration.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { tryingSchema } from '../../../../domain/trial.ts';
import { activateWeights } from '../../../decisions/trial/activate-weights.ts';
import { beginTrial } from '../../../decisions/trial/begin.ts';
import { weightRevisions } from '../../../detection/weights/weights-in-force.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { actor } from '../../../platform/access/actor.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { linesOfCalibration } from './calibration-lines.ts';
import { print, printJson } from './print.ts';
import { linesOfTrial } from './trial-lines.ts';
import { withDatabase } from './with-database.ts';

const text = messages.calibration.command;

interface Json {
  json?: true;
}

interface Changing extends Json {
  why: string;
  restsOn?: number;
}

/** Estimates, and says what would change; kept as a trial that another person may put in force. */
export async function calibrate({ json }: Json): Promise<void> {
  const progress = terminalProgress();
  const open = await openDatabase(readSettings(), progress);
  try {
    const by = { by: actor(), now: new Date().toISOString() };
    const trying = tryingSchema.parse({ calibrate: true });
    const trial = await (await beginTrial(open.database, by, trying, progress)).ended;
    progress.end();
    const { result } = trial;
    if (json) printJson(trial);
    else if (result?.calibration) {
      for (const line of linesOfTrial(trial, result)) print(line);
      for (const line of linesOfCalibration(result.calibration)) print(line);
      print(text.next(trial.id));
    }
  } finally {
    progress.end();
    await open.close();
  }
}

export function history({ json }: Json): Promise<void> {
  return withDatabase(async (database) => {
    const items = await weightRevisions(database);
    if (json) printJson({ items });
    else if (items.length === 0) print(text.noHistory);
    else for (const one of items) tell(one);
  });
}

export function activate(trial: string, options: Changing): Promise<void> {
  return change({ trial }, options);
}

export function back({ to, ...options }: Changing & { to?: number }): Promise<void> {
  return change({ back_to: to }, options);
}

/** Back to the revision before the one in force where none is named. */
function change(
  asked: { trial?: string; back_to?: number | undefined },
  { why, restsOn, json }: Changing,
): Promise<void> {
  return withDatabase(async (database) => {
    const inForce = (await weightRevisions(database))[0]?.revision ?? 0;
    const back_to = asked.trial === undefined ? (asked.back_to ?? Math.max(0, inForce - 1)) : null;
    const revision = await activateWeights(
      database,
      { home: readSettings().home, by: actor(), now: new Date().toISOString() },
      weighingSchema.parse({
        ...{ trial: asked.trial ?? null, back_to, why },
        rests_on: restsOn ?? inForce,
      }),
    );
    if (json) printJson(revision);
    else print(text.done(revision.revision));
  });
}

function tell({ revision, at, by, weights, why, trial, proposed_by }: WeightRevision): void {
  print(text.line(revision, at, by, weights.length, why));
  if (trial !== null) print(text.after(trial, proposed_by ?? ''));
}
