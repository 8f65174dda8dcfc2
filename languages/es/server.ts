import type { Given } from '../../domain/given.ts';
import type { ServerMessages } from '../../domain/messages/index.ts';
import { detectMessages } from './detect.ts';

/** Spanish, as far as the server alone says it. */
export default {
  detect: detectMessages,
} satisfies Given<ServerMessages>;
