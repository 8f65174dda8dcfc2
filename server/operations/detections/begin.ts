import type { Detection, DetectionStep } from '../../../domain/detection.ts';
import { detect } from '../../decisions/applied/detect.ts';
import { messages } from '../../../domain/messages/index.ts';
import { EndedError } from '../../platform/problems.ts';
import { formatError } from '../../platform/format-error.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import { silentProgress } from '../../platform/progress.ts';
import { inEnglish } from '../../platform/locale.ts';
import { stampedId } from '../../decisions/triage/disposition.ts';
import {
  createDetection,
  detectionById,
  endDetection,
  keepHandedOver,
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

/** The server that runs it ends. */
export class HandedOver extends EndedError {
  constructor() {
    super(messages.detect.handedOver);
  }
}

/**
 * Begins to detect and keeps how far it is. Throws ConflictError, with nothing kept, while another run detects in the same
 * database.
 */
export async function beginDetection(
  database: Database,
  { home, by, now, signal }: { home: string; by: string; now: string; signal?: AbortSignal },
): Promise<BegunDetection> {
  const id = stampedId('B', now);
  let kept = false;
  let begun: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const proceed = async (step: DetectionStep) => {
    signal?.throwIfAborted();
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
  // What does not heed the signal is not waited for: its lease is given back, and it can store nothing any more.
  const ended = Promise.race([done, ...(signal ? [abortOf(signal)] : [])]).then(
    () => keepEnd(database, id, { state: 'done' }),
    (error: unknown) => keepEnd(database, id, whyEnded(error, signal)),
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

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

interface How {
  state: Detection['state'];
  problem?: string;
  handedOver?: true;
}

function whyEnded(error: unknown, signal?: AbortSignal): How {
  // A step may throw an error of its own because it was ended.
  if (signal?.aborted)
    return {
      ...{ state: 'failed', handedOver: true },
      problem: inEnglish(() => messages.detect.handedOver),
    };
  if (error instanceof Cancelled) return { state: 'cancelled' };
  return { state: 'failed', problem: inEnglish(() => formatError(error).text) };
}

function keepEnd(database: Database, id: string, { handedOver, ...how }: How): Promise<void> {
  const keep = handedOver ? keepHandedOver : endDetection;
  return (
    keep(database, id, { ...how, ended: new Date().toISOString() })
      // A database that is gone cannot be told: whoever reads it later finds that nobody is at work.
      .catch(() => undefined)
  );
}
