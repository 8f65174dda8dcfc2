import type { enLater } from '../en/later.ts';
import type { Words } from '../index.ts';
import { clusterChangesWords } from './cluster-changes.ts';
import { numbersWords } from './numbers.ts';
import { trialPageWords } from './trial-page.ts';
import { watchWords } from './watch.ts';

/** French, as far as parts of the page say it that come only when they are asked for. */
export const frLater: Pick<Words, keyof typeof enLater> = {
  clusterChanges: clusterChangesWords,
  numbers: numbersWords,
  trialPage: trialPageWords,
  watch: watchWords,
};
