import type { Given } from '../../domain/words/given.ts';
import type { LaterWords } from '../../domain/words/later.ts';
import { standingWords } from './standing.ts';

/** Spanish, as far as parts of the page say it that come only when they are asked for. */
export default {
  standing: standingWords,
} satisfies Given<LaterWords>;
