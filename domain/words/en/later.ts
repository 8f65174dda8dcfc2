import { clusterChangesWords } from './cluster-changes.ts';
import { numbersWords } from './numbers.ts';
import { trialPageWords } from './trial-page.ts';
import { watchWords } from './watch.ts';

/** English, as far as parts of the page say it that come only when they are asked for. */
export const enLater = {
  clusterChanges: clusterChangesWords,
  numbers: numbersWords,
  trialPage: trialPageWords,
  watch: watchWords,
} as const;
