import type { DerivedRelationName } from './derived.ts';
import type { NodeTypeName } from './schema.ts';

const parties = [
  'account',
  'company',
  'person',
  'document',
  'payment_account',
  'watchlist_entry',
] as const;

/** The types of the nodes that each inferred relation may join: `storeInferred` holds every rule to it. */
export const joinedTypes: Readonly<Record<DerivedRelationName, readonly NodeTypeName[]>> = {
  STATED_THEN: ['account'],
  COVERS: ['known_shared', 'ip', 'device', 'payment_account', 'document'],
  DECLARED_WITH: ['account'],
  SAME_NAME: parties,
  SAME_ADDRESS: parties,
  SAME_IDENTIFIER: parties,
  SAME_CONTACT: parties,
  LISTED_OWNS: ['watchlist_entry', 'account', 'company', 'person', 'payment_account'],
  MOVES_ON: ['payment_account'],
  SPLITS_TO: ['payment_account'],
  PASSES_TO: ['payment_account'],
  CIRCLES_TO: ['payment_account'],
  BESIDE_OTHERS: ['account'],
  IN_RATING_BLOCK: ['account'],
  SAME_TEXT: ['document'],
  WRITES_LIKE: ['account'],
  IN_TEXT_CIRCLE: ['account'],
  NAME_DISAGREES: ['account', 'document', 'profile', 'payment_account'],
  CLAIM_DISAGREES: ['account', 'profile'],
  LOOKALIKE_DOMAIN: ['account', 'company'],
  SAME_EMPLOYEE: ['account'],
  SAME_PAPER: ['document'],
  ASKS_FOR: ['document', 'account'],
  SAME_DELIVERY: ['shipment', 'account', 'document', 'known_shared'],
  SAME_EXITS: ['account'],
  CREATED_ALIKE: ['account'],
};
