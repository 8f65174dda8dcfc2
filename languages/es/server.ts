import type { Given } from '../../domain/given.ts';
import type { ServerMessages } from '../../domain/messages/index.ts';
import { detectMessages } from './detect.ts';
import { rankingParametersMessages } from './ranking-parameters.ts';

/** Spanish, as far as the server alone says it. */
export default {
  detect: detectMessages,
  rankingParameters: rankingParametersMessages,
} satisfies Given<ServerMessages>;
