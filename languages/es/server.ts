import type { Given } from '../../domain/given.ts';
import type { ServerMessages } from '../../domain/messages/index.ts';
import { calibrationMessages } from './calibration.ts';
import { detectMessages } from './detect.ts';
import { rankingParametersMessages } from './ranking-parameters.ts';

/** Spanish, as far as the server alone says it. */
export default {
  calibration: calibrationMessages,
  detect: detectMessages,
  rankingParameters: rankingParametersMessages,
} satisfies Given<ServerMessages>;
