/** Runs, and what is loaded, for whoever does not see personal data. */
import type { Overview } from '../../../../domain/answers.ts';
import type { Detection, DetectionStep } from '../../../../domain/detection.ts';
import type { Run } from '../../../../domain/finding.ts';
import { asIs, colleague, leftOut, list, maybe, shape, time, withheld, word } from './plan.ts';

type DetectorOfRun = Run['detectors'][number];
type StepOfRun = NonNullable<Run['steps']>[number];

/** What people set of a parameter may be a list of anything. */
const noValues = () => ({});

export const run = shape<Run>({
  run: word,
  as_of: maybe(time),
  started: time,
  ended: time,
  by: colleague,
  detectors: list(
    shape<DetectorOfRun>({
      id: word,
      version: asIs,
      parameters: noValues,
      revision: asIs,
      asked: list(word),
      findings: asIs,
      seconds: asIs,
      kept_from: word,
      groups: asIs,
    }),
  ),
  columns: asIs,
  steps: list(shape<StepOfRun>({ phase: asIs, what: maybe(word), seconds: asIs, peak_mb: asIs })),
  ranking: shape<NonNullable<Run['ranking']>>({
    version: asIs,
    parameters: noValues,
    revision: asIs,
    asked: list(word),
  }),
  loads: list(word),
  judgements: leftOut,
  exceptions: leftOut,
  weights: shape<NonNullable<Run['weights']>>({ revision: asIs, digest: word }),
  counts: asIs,
});

export const detection = shape<Detection>({
  id: word,
  state: asIs,
  by: colleague,
  at: time,
  ended: maybe(time),
  step: shape<DetectionStep>({ phase: asIs, what: maybe(word), done: asIs, total: asIs }),
  cancelled_by: maybe(colleague),
  run: maybe(word),
  problem: maybe(withheld),
});

export const overview = shape<Overview>({
  version: word,
  nodes: asIs,
  relations: asIs,
  run: maybe(run),
  findings: asIs,
  clusters: asIs,
  database: word,
  loads_since: asIs,
  detection: maybe(detection),
});
