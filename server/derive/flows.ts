import type { DerivedRelationName } from '../../domain/derived.ts';
import { roundScore } from '../../domain/finding.ts';
import type { Derivation, Inferred } from './derivation.ts';
import { forwardings } from './flow-forwarding.ts';
import { readLedger } from './flow-ledger.ts';
import { passings } from './flow-passing.ts';
import { bundlesOf, splittings } from './flow-splitting.ts';

/**
 * How money moves between payment accounts: who sends on what comes in, who splits a sum into small like
 * pieces, and which sums go from hand to hand unchanged. Few pairs do any of this, so that a query can follow
 * these relations over several hops where the transfers themselves would lead everywhere.
 */
const flows: Derivation = {
  version: 1,
  makes: ['MOVES_ON', 'SPLITS_TO', 'PASSES_TO', 'CIRCLES_TO'],
  infer: async (database, asOf) => {
    const ledger = await readLedger(database, asOf);
    const bundles = bundlesOf(ledger);
    return [
      ...forwardings(ledger).map(({ from, to, share, times }) =>
        flow(
          'MOVES_ON',
          from,
          to,
          share,
          `sent on in ${times} ${times === 1 ? 'payment' : 'payments'}`,
        ),
      ),
      ...splittings(bundles).map(({ from, to, score, pieces, piece, currency }) =>
        flow(
          'SPLITS_TO',
          from,
          to,
          score,
          `${pieces} of about ${piece.toFixed(2)} ${currency} in a day`,
        ),
      ),
      ...passings(bundles).map(({ from, to, score, closed, run }) =>
        flow(closed ? 'CIRCLES_TO' : 'PASSES_TO', from, to, score, `with the run of ${run}`),
      ),
    ];
  },
};
export default flows;

function flow(
  relation: DerivedRelationName,
  from: string,
  to: string,
  score: number,
  reason: string,
): Inferred {
  return {
    relation,
    from: { type: 'payment_account', id: from },
    to: { type: 'payment_account', id: to },
    score: roundScore(score),
    reason,
  };
}
