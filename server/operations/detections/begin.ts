import type { Detection, DetectionStep } from '../../../domain/detection.ts';
import { detect } from '../../decisions/applied/detect.ts';
import { formatError } from '../../platform/format-error.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import { silentProgress } from '../../platform/progress.ts';
import { inEnglish } from '../../platform/locale.ts';
import { stampedId } from '../../decisions/triage/disposition.ts';
import {
  createDetection,
  detectionById,
  endDetection,
  nameRun,
  noteStep,
} from './detection-store.ts';

const renewMs = 20_000;

export interface BegunDetection {
  detection: Detection;
  /** Resolves when it has ended, however it did: that is kept. */
  ended: Promise<void>;
}

/** A person has asked that it ends. */
class Cancelled extends Error {}

/**
 * Begins to detect and keeps how far it is. Throws ConflictError, with nothing kept, while another run detects in the same
 * database.
 */
export async function beginDetection(
  database: Database,
  { home, by, now }: { home: string; by: string; now: string },
): Promise<BegunDetection> {
  const id = stampedId('B', now);
  let kept = false;
  let begun: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const proceed = async (step: DetectionStep) => {
    // The first step is taken once nobody else detects.
    if (!kept) await createDetection(database, { id, by, at: now, step });
    kept = true;
    begun();
    if (await noteStep(database, id, step)) throw new Cancelled();
  };
  const completing = async (tx: Writer, run: string) => {
    if (!(await nameRun(tx, id, run))) throw new Cancelled();
  };
  const options = { home, proceed, completing, onlyIfFree: true };
  const done = living(database, id, () => detect(database, options, silentProgress));
  await Promise.race([started, done]);
  const ended = done.then(
    () => keepEnd(database, id, { state: 'done' }),
    (error: unknown) => keepEnd(database, id, whyEnded(error)),
  );
  return { detection: await detectionById(database, id), ended };
}

/** Does the work, and says meanwhile that it lives. */
async function living(database: Database, id: string, work: () => Promise<unknown>): Promise<void> {
  const renewing = setInterval(() => {
    // Missing one renewal does no harm.
    noteStep(database, id, null).catch(() => undefined);
  }, renewMs);
  renewing.unref();
  try {
    await work();
  } finally {
    clearInterval(renewing);
  }
}

function whyEnded(error: unknown): Parameters<typeof keepEnd>[2] {
  if (error instanceof Cancelled) return { state: 'cancelled' };
  return { state: 'failed', problem: inEnglish(() => formatError(error).text) };
}

function keepEnd(
  database: Database,
  id: string,
  how: { state: Detection['state']; problem?: string },
): Promise<void> {
  return (
    endDetection(database, id, { ...how, ended: new Date().toISOString() })
      // A database that is gone cannot be told: whoever reads it later finds that nobody is at work.
      .catch(() => undefined)
  );
}
