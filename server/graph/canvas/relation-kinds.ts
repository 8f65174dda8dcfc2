import { derivedRelations } from '../../../domain/schema/derived.ts';
import { relationTypes } from '../../../domain/schema/graph.ts';

/** A kind of relation, stated by a file or derived by the program. */
export interface RelationKind {
  /** As evidence names it: `logins.ip`, `derived.same-name`. */
  type: string;
  /** Neo4j's relation type. */
  relation: string;
}

export const relationKinds: readonly RelationKind[] = [
  ...relationTypes.map(({ type, relation }) => ({ type, relation })),
  ...derivedRelations.map(({ rule, relation }) => ({ type: `derived.${rule}`, relation })),
];

const byType = new Map(relationKinds.map((kind) => [kind.type, kind]));
const byRelation = new Map(relationKinds.map((kind) => [kind.relation, kind]));

export function kindOfType(type: string): RelationKind | undefined {
  return byType.get(type);
}

export function kindOfRelation(relation: string): RelationKind | undefined {
  return byRelation.get(relation);
}
