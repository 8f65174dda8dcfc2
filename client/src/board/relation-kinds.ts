import type { GraphRelation } from '../../../domain/answers.ts';

/** How a kind of relation is drawn when not as usual: first greyed, then not at all. */
export const kindStates = ['shown', 'faint', 'hidden'] as const;
export type KindState = (typeof kindStates)[number];

/** Kinds that are not simply shown. */
export type KindStates = ReadonlyMap<string, Exclude<KindState, 'shown'>>;

/** The kind of a relation: its type; of `links`, which say what they are in a column, that too. */
export function kindOf({ type, says }: GraphRelation): string {
  return type === 'links' ? `${type} ${says}` : type;
}

export interface RelationKind {
  kind: string;
  says: string;
  derived: boolean;
  count: number;
}

/** The kinds among relations, most frequent first. */
export function kindsAmong(relations: Iterable<GraphRelation>): RelationKind[] {
  const kinds = new Map<string, RelationKind>();
  for (const relation of relations) {
    const kind = kindOf(relation);
    const known = kinds.get(kind);
    if (known) known.count += 1;
    else kinds.set(kind, { kind, says: relation.says, derived: relation.derived, count: 1 });
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}

export function withKind(states: KindStates, kind: string, state: KindState): KindStates {
  if ((states.get(kind) ?? 'shown') === state) return states;
  const next = new Map(states);
  if (state === 'shown') next.delete(kind);
  else next.set(kind, state);
  return next;
}
