import type { Given } from '../../domain/words/given.ts';
import type { LaterWords } from '../../domain/words/later.ts';
import { clusterChangesWords } from './cluster-changes.ts';
import { exceptionsWords } from './exceptions.ts';
import { explainWords } from './explain.ts';
import { intakeWords } from './intake.ts';
import { looksWords } from './looks.ts';
import { numbersWords } from './numbers.ts';
import { standingWords } from './standing.ts';
import { trialPageWords } from './trial-page.ts';
import { viewsWords } from './views.ts';
import { watchWords } from './watch.ts';

/** French, as far as parts of the page say it that come only when they are asked for. */
export default {
  clusterChanges: clusterChangesWords,
  exceptions: exceptionsWords,
  explain: explainWords,
  intake: intakeWords,
  looks: looksWords,
  numbers: numbersWords,
  standing: standingWords,
  trialPage: trialPageWords,
  views: viewsWords,
  watch: watchWords,
} satisfies Given<LaterWords>;
