/**
 * What the program infers, as relations of their own: marked, scored, with the rule and version that made
 * them. Facts stay facts; a detector names the derivations it needs.
 */
export interface DerivedRelation {
  /** Neo4j's relation type. */
  relation: string;
  /** The rule, as evidence names it: `derived.<rule>`. */
  rule: string;
  /** In words, from → to. */
  says: string;
  about: string;
}

export const derivedRelations = [
  {
    relation: 'COVERS',
    rule: 'known-shared',
    says: 'is known to be shared, which covers',
    about:
      'a known_shared row and the address (by CIDR), device, payment account or document it names',
  },
  {
    relation: 'DECLARED_WITH',
    rule: 'declared-together',
    says: 'is openly connected with',
    about:
      'accounts that family, employment or the same legal name and birth date openly connect, each pointing to the first of its group',
  },
  {
    relation: 'SAME_NAME',
    rule: 'same-name',
    says: 'has the same name as',
    about: 'equal once case, punctuation, accents and company suffixes are taken away',
  },
  {
    relation: 'SAME_ADDRESS',
    rule: 'same-address',
    says: 'has the same address as',
    about: 'equal once case, punctuation and the usual abbreviations are taken away',
  },
  {
    relation: 'SAME_IDENTIFIER',
    rule: 'same-identifier',
    says: 'has the same register number as',
    about: 'a registration number that is also among the identifiers of an entry',
  },
  {
    relation: 'SAME_CONTACT',
    rule: 'same-contact',
    says: 'has the same contact as',
    about: 'one e-mail address, phone or website of a company, a person or an account',
  },
] as const satisfies readonly DerivedRelation[];

export type DerivedRelationName = (typeof derivedRelations)[number]['relation'];

const byRelation = new Map<string, DerivedRelation>(
  derivedRelations.map((relation) => [relation.relation, relation]),
);

/** Undefined for a relation that a file states. */
export function derivedRelationOf(relation: string): DerivedRelation | undefined {
  return byRelation.get(relation);
}
