import { loadQuery } from '../../../cypher/load-query.ts';
import { detectionSchema, type Detection, type DetectionStep } from '../../../domain/detection.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import { ConflictError, NotFoundError } from '../../platform/problems.ts';

/** Detections as the database keeps them, so that any server, and a page that is opened anew, knows how far one is. */

/** Whoever runs one says more often than this that it lives. */
const silenceMs = 120_000;

interface Stored extends DetectionStep {
  id: string;
  state: Detection['state'];
  by: string;
  at: string;
  ended?: string;
  cancel_by?: string;
  run?: string;
  problem?: string;
}

export async function createDetection(
  database: Database,
  { step, ...detection }: Pick<Detection, 'id' | 'by' | 'at' | 'step'>,
): Promise<void> {
  await database.write(loadQuery('detections/create'), { detection: { ...detection, ...step } });
}

/** Says that it lives, and what it is at; true when a person wants it to end. */
export async function noteStep(
  database: Database,
  id: string,
  step: DetectionStep | null,
): Promise<boolean> {
  const [found] = await database.writeBriefly<{ cancelled: boolean }>(
    loadQuery('detections/step'),
    {
      id,
      step: step ?? {},
    },
  );
  return found?.cancelled ?? true;
}

/** False when a person wants it to end. */
export async function nameRun(tx: Writer, id: string, run: string): Promise<boolean> {
  return (await tx.run(loadQuery('detections/name_run'), { id, run })).length > 0;
}

export async function endDetection(
  database: Database,
  id: string,
  ended: Pick<Detection, 'state'> & { ended: string; problem?: string },
): Promise<void> {
  await database.writeBriefly(loadQuery('detections/end'), { id, ended });
}

/** As `endDetection`, for another server or the next start to take up; nothing where its run is stored already. */
export async function keepHandedOver(
  database: Database,
  id: string,
  ended: Parameters<typeof endDetection>[2],
): Promise<void> {
  await database.writeBriefly(loadQuery('detections/hand_over'), { id, ended });
}

/** Those that nobody has taken up yet, the latest first. */
export function listHandedOver(database: Database): Promise<{ id: string; by: string }[]> {
  return database.read(loadQuery('detections/handed_over'));
}

export async function keepTakenUp(database: Database, ids: readonly string[]): Promise<void> {
  await database.writeBriefly(loadQuery('detections/taken_up'), { ids });
}

/** Throws NotFoundError, and ConflictError for one that has ended. */
export async function cancelDetection(
  database: Database,
  id: string,
  who: { by: string; now: string },
): Promise<Detection> {
  const detection = await detectionById(database, id);
  const asked = await database.write(loadQuery('detections/cancel'), { id, ...who });
  if (detection.state !== 'running' || asked.length === 0)
    throw new ConflictError(messages.detections.problems.hasEnded);
  return detectionById(database, id);
}

/** Throws NotFoundError. */
export async function detectionById(database: Database, id: string): Promise<Detection> {
  const [found] = await read(database, { id, before: null, limit: 1 });
  if (!found) throw new NotFoundError(messages.detections.problems.none(id));
  return found;
}

/** Latest first; `before` is the id of the last one of the page before. */
export function listDetections(
  database: Database,
  limit: number,
  before: string | null = null,
): Promise<Detection[]> {
  return read(database, { id: null, before, limit });
}

async function read(
  database: Database,
  asked: { id: string | null; before: string | null; limit: number },
): Promise<Detection[]> {
  const rows = await database.read<{ detection: Stored; dead: boolean }>(
    loadQuery('detections/list'),
    {
      ...asked,
      silence: silenceMs,
    },
  );
  return rows.map(({ detection, dead }) => detectionOf(detection, dead));
}

function detectionOf(stored: Stored, dead: boolean): Detection {
  const { id, state, by, at, phase, what, done, total } = stored;
  return detectionSchema.parse({
    ...{ id, by, at },
    state: dead ? 'failed' : state,
    ended: stored.ended ?? null,
    step: { phase, what: what ?? null, done, total },
    cancelled_by: stored.cancel_by ?? null,
    run: stored.run ?? null,
    problem: dead ? messages.detections.problems.died : (stored.problem ?? null),
  });
}
