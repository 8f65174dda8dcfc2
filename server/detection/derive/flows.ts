import type { DerivedRelationName } from '../../../domain/schema/derived.ts';
import { roundScore } from '../../../domain/finding.ts';
import { reasonsMessages as says } from '../../../domain/messages/en/reasons.ts';
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
  version: 3,
  makes: ['MOVES_ON', 'SPLITS_TO', 'PASSES_TO', 'CIRCLES_TO'],
  infer: async (database, asOf) => {
    const ledger = await readLedger(database, asOf);
    const bundles = bundlesOf(ledger);
    return [
      ...forwardings(ledger).map(({ from, to, share, steady, times }) => ({
        ...flow('MOVES_ON', from, to, steady, says.movesOn(times)),
        columns: { share: roundScore(share) },
      })),
      ...splittings(bundles).map(({ from, to, score, pieces, piece, currency }) =>
        flow('SPLITS_TO', from, to, score, says.splitsTo(pieces, piece, currency)),
      ),
      ...passings(bundles).map(({ from, to, score, closed, run, transfers }) => ({
        ...flow(
          closed ? 'CIRCLES_TO' : 'PASSES_TO',
          from,
          to,
          score,
          says.ofRun(run, transfers.length, transfers.at(-1)!),
        ),
        columns: { transfers },
      })),
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
