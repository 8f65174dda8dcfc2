import type { Derivation } from './derivation.ts';
import createdAlike from './created-alike.ts';
import declaredTogether from './declared-together.ts';
import entityTies from './entity-ties.ts';
import identityClaims from './identity-claims.ts';
import listedOwnership from './listed-ownership.ts';
import lookalikes from './lookalikes.ts';
import flows from './flows.ts';
import denseRatingBlocks from './dense-rating-blocks.ts';
import knownShared from './known-shared.ts';
import sameExits from './same-exits.ts';
import sameDelivery from './same-delivery.ts';
import riskyRequests from './risky-requests.ts';
import samePaper from './same-paper.ts';
import sameText from './same-text.ts';
import ratingSupport from './rating-support.ts';
import statedThen from './stated-then.ts';

/** Every derivation, in the order in which they run. */
export const derivations: readonly { id: string; derivation: Derivation }[] = [
  // First: the others read what accounts said then.
  { id: 'stated-then', derivation: statedThen },
  // Early: it computes for long, beside the others.
  { id: 'same-text', derivation: sameText },
  { id: 'known-shared', derivation: knownShared },
  { id: 'declared-together', derivation: declaredTogether },
  { id: 'entity-ties', derivation: entityTies },
  // After the ties by which parties agree with entries.
  { id: 'listed-ownership', derivation: listedOwnership },
  { id: 'identity-claims', derivation: identityClaims },
  { id: 'lookalikes', derivation: lookalikes },
  { id: 'flows', derivation: flows },
  { id: 'rating-support', derivation: ratingSupport },
  { id: 'dense-rating-blocks', derivation: denseRatingBlocks },
  { id: 'same-paper', derivation: samePaper },
  { id: 'risky-requests', derivation: riskyRequests },
  { id: 'same-delivery', derivation: sameDelivery },
  { id: 'same-exits', derivation: sameExits },
  { id: 'created-alike', derivation: createdAlike },
];
