import { formatRef } from '../../../../domain/schema/graph.ts';
import type { Judgement } from '../../../../domain/judgement.ts';

/** Nodes that analysts judged to be one and the same, through others too. */
export interface Identity {
  /** By reference, sorted, those that are not on the board too. */
  members: readonly string[];
  /** What makes it, oldest first. */
  judgements: readonly Judgement[];
}

/** By the reference of each member. */
export type Identities = ReadonlyMap<string, Identity>;

export function identitiesOf(judgements: readonly Judgement[]): Identities {
  const identities = new Map<string, Identity>();
  for (const judgement of judgements) {
    if (judgement.kind !== 'identity' || judgement.withdrawn) continue;
    const refs = judgement.subjects.map(formatRef);
    const joined = new Set(
      refs.flatMap((ref) => {
        const known = identities.get(ref);
        return known ? [known] : [];
      }),
    );
    const identity: Identity = {
      members: [...new Set([...refs, ...[...joined].flatMap(({ members }) => members)])].sort(),
      judgements: [...[...joined].flatMap((known) => known.judgements), judgement].sort((a, b) =>
        a.id < b.id ? -1 : 1,
      ),
    };
    for (const member of identity.members) identities.set(member, identity);
  }
  return identities;
}
