import type { Given } from '../../domain/words/given.ts';
import type { ServerWords } from '../../domain/words/index.ts';
import { detectWords } from './detect.ts';

/** Spanish, as far as the server alone says it. */
export default {
  detect: detectWords,
} satisfies Given<ServerWords>;
