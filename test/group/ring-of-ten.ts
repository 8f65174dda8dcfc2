import type { Finding } from '../../domain/finding.ts';
import { finding } from '../score/findings.ts';

/** A platform on which one account in twenty has particulars that contradict one another. */
export const platform = Array.from({ length: 1_000 }, (_, index) => `p${index}`);
export const usualMismatches: Finding[] = platform
  .filter((_, index) => index % 20 === 19)
  .map((account, index) => mismatch(`F-usual-${index}`, account));

function mismatch(id: string, account: string): Finding {
  const contradictions = [
    { topic: 'place', score: 1, says: null, usual: 0.05, differing: 1, stating: 1 },
  ];
  return { ...finding(id, 'identity-mismatch', 0.3, [account]), facts: { contradictions } };
}

/** One payment account; `others`: how many of its users are not its holder by name. */
export function payout(id: string, accounts: string[], others = accounts.length): Finding {
  const facts = {
    ...{ accounts: accounts.length, unrelated: accounts.length, other_names: others },
    ...{ open_holders: 0, one_employer: 1, providers_own: false },
  };
  return { ...finding(id, 'shared-payout', 0.95, accounts), facts };
}

/**
 * A ring of ten as an outside party made it: seven paid into one payment account, five at one address, eight in one
 * ring of ratings, six whose particulars disagree.
 */
export const ten = platform.slice(0, 10);
export const ringOfTen: Finding[] = [
  payout('F-payout', ten.slice(0, 7)),
  finding('F-address', 'shared-ip', 0.3, ten.slice(5)),
  finding('F-ratings', 'rating-ring', 0.5, ten.slice(2)),
  ...[0, 1, 3, 5, 7, 9].map((index) => mismatch(`F-own-${index}`, ten[index]!)),
];
