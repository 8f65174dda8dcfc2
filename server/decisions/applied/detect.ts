/** A run of detection that heeds what people have decided, and holds their decisions against what it found. */
import type { Exception } from '../../../domain/exception.ts';
import { runDetection, type DetectOptions } from '../../detection/detect/run-detection.ts';
import type { DetectionResult } from '../../detection/runs/store-run.ts';
import { activeExceptions } from '../exceptions/exception-store.ts';
import { activeJudgements } from '../judge/judgement-store.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Progress } from '../../platform/progress.ts';
import { askWatched } from '../watched/ask-watched.ts';
import { reconcileDecisions } from '../triage/reconcile.ts';

interface Options extends DetectOptions {
  /** What weighs less, in the place of the exceptions in force: for a run that is done again. */
  exceptions?: readonly Exception[];
}

/** As `runDetection`, with the judgements and exceptions in force; dispositions are reconciled with its result, and watched patterns asked. */
export function detect(
  database: Database,
  { exceptions, ...options }: Options,
  progress: Progress,
): Promise<DetectionResult> {
  const decisions = {
    activeAt: async (time: string) => ({
      judgements: await activeJudgements(database),
      exceptions: exceptions ?? (await activeExceptions(database, time)),
    }),
    reconcile: async (run: DetectionResult['run']) => {
      await reconcileDecisions(database, options.home ?? null, run.ended);
      await askWatched(database, options.home ?? null, run);
    },
  };
  return runDetection(database, { ...options, decisions }, progress);
}
