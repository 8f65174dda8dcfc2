import type { Derivation } from './derivation.ts';
import declaredTogether from './declared-together.ts';
import entityTies from './entity-ties.ts';
import knownShared from './known-shared.ts';

/** Every derivation, in the order in which they run. */
export const derivations: readonly { id: string; derivation: Derivation }[] = [
  { id: 'known-shared', derivation: knownShared },
  { id: 'declared-together', derivation: declaredTogether },
  { id: 'entity-ties', derivation: entityTies },
];
