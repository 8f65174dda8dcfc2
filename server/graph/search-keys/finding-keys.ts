/** What a finding is found by: its id, its title, its detector's name and the accounts it is about. */
import type { Finding } from '../../../domain/finding.ts';
import { folded, wordsOf } from './folding.ts';

/** A finding may be about thousands of accounts; those of a large one are found by their own names. */
const mostAccounts = 200;

type Told = Pick<Finding, 'id' | 'title' | 'detector' | 'accounts'>;

/** Words parted by blanks, as `keys.ts` keeps them of a node. */
export function findingWords(run: string, { id, title, detector, accounts }: Told): string {
  const told = [title, detector, ...accounts.slice(0, mostAccounts)].map(folded);
  const whole = [id, ...accounts.slice(0, mostAccounts)]
    .map(folded)
    .filter((one) => !/\s/.test(one));
  return [...new Set([runWord(run), ...whole, ...told.flatMap(wordsOf)])].join(' ');
}

/** By it a search asks for the findings of one run. */
export function runWord(run: string): string {
  return `run:${run}`;
}
