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
  /** Its score is a share or a rating and not how sure it is: what an analyst confirms keeps it. */
  measures?: true;
}

export const derivedRelations = [
  {
    relation: 'STATED_THEN',
    rule: 'stated-then',
    says: 'said otherwise of itself at the time asked for',
    measures: true,
    about:
      'an account and itself, with its columns as they stood at the time that the run was asked for, where it changed them since',
  },
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
    about:
      'names that are spellings of one in whatever script; alone a weak tie, with the same birth date a strong one',
  },
  {
    relation: 'SAME_ADDRESS',
    rule: 'same-address',
    says: 'has the same address as',
    about:
      'equal in house number and street, whatever the spelling, abbreviations and order of words',
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
  {
    relation: 'LISTED_OWNS',
    rule: 'listed-ownership',
    says: 'agrees with who owns, alone or with others like it, half or more of',
    measures: true,
    about:
      'an entry and what 50 % or more of is owned by parties that agree with entries, added up over them and through what they own so (OFAC, 13 August 2014); control is left out',
  },
  {
    relation: 'MOVES_ON',
    rule: 'moves-on',
    says: 'sends on what it gets to',
    measures: true,
    about:
      'the share of what came into a payment account that left for another within weeks, settled, by currency and in order of time; less where that was once or a few times',
  },
  {
    relation: 'SPLITS_TO',
    rule: 'splits-to',
    says: 'sends sums in small pieces to',
    measures: true,
    about: 'several like payments within a day, far smaller than what the payer otherwise sends',
  },
  {
    relation: 'PASSES_TO',
    rule: 'passes-to',
    says: 'passes on the same amount to',
    measures: true,
    about: 'steps of a chain of payments of one size that stands out in each of their payers',
  },
  {
    relation: 'CIRCLES_TO',
    rule: 'circles-to',
    says: 'passes on, in a circle, to',
    measures: true,
    about: 'steps by which money comes back, nearly whole, to where it began',
  },
  {
    relation: 'BESIDE_OTHERS',
    rule: 'rating-support',
    says: 'rated, beside what others say,',
    measures: true,
    about:
      'how far a rating is borne out by the others who rate the same account, each by its own reliability',
  },
  {
    relation: 'IN_RATING_BLOCK',
    rule: 'dense-rating-blocks',
    says: 'stands in a dense block of ratings with',
    measures: true,
    about:
      'raters who all rate one group highly, and that group, each pointing to the first of the block',
  },
  {
    relation: 'SAME_TEXT',
    rule: 'same-text',
    says: 'has wording in common with',
    about:
      'texts of two accounts that share runs of words which few others use, quotations of the client aside',
  },
  {
    relation: 'WRITES_LIKE',
    rule: 'writes-like',
    says: 'words texts like',
    about: 'what all texts in common of two accounts add up to',
  },
  {
    relation: 'IN_TEXT_CIRCLE',
    rule: 'text-circle',
    says: 'is in one circle of like wording with',
    about:
      'accounts that mostly word texts like one another, each pointing to the first of its circle',
  },
  {
    relation: 'NAME_DISAGREES',
    rule: 'name-disagrees',
    says: 'has another name than',
    about:
      'the names of an account and the one on a document, a profile or a payment account, where they are no spellings of one',
  },
  {
    relation: 'CLAIM_DISAGREES',
    rule: 'claim-disagrees',
    says: 'claims otherwise than',
    about: 'the employer or education of an account and of its profile elsewhere',
  },
  {
    relation: 'LOOKALIKE_DOMAIN',
    rule: 'lookalike-domain',
    says: 'uses a domain made like that of',
    about: 'the domain of an e-mail address or website, one keystroke away from another’s',
  },
  {
    relation: 'SAME_EMPLOYEE',
    rule: 'same-employee',
    says: 'names the same employee of the same company as',
    about: 'accounts with one name and one employer, each pointing to the first of its group',
  },
  {
    relation: 'SAME_PAPER',
    rule: 'same-paper',
    says: 'is the same paper, or of the same person, as',
    about:
      'identity papers of different accounts with one number, file, picture, photo or holder, each pointing to the earliest',
  },
  {
    relation: 'ASKS_FOR',
    rule: 'risky-request',
    says: 'asks for what the advisory warns of, as a text of',
    about: 'a text and the account that wrote it; the reason names each kind of request',
  },
  {
    relation: 'SAME_DELIVERY',
    rule: 'same-delivery',
    says: 'goes to the same address as',
    about:
      'a shipment and the first one to its address, and the accounts, papers and known shared addresses that state it',
  },
  {
    relation: 'SAME_EXITS',
    rule: 'same-exits',
    says: 'logs in through the same exits as',
    measures: true,
    about:
      'accounts that use the same few exits of VPNs, Tor and rented servers, out of the many that are used, oftener than chance would have it',
  },
  {
    relation: 'CREATED_ALIKE',
    rule: 'created-alike',
    says: 'was created in one batch with',
    about:
      'accounts created within days of each other and alike beyond chance, each pointing to the first of its batch',
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
