import { scoreOrganizations } from './organization.ts';
import { scorePersons } from './person.ts';

export interface NameScore {
  /** How likely the two are spellings of one name, in [0, 1]; whether of one bearer, no name can tell. */
  score: number;
  /** What agrees and what does not, for a person to read. */
  reasons: string[];
}

export type NameKind = 'person' | 'organization';

/** From this score on two names count as spellings of one. */
export const sameNameScore = 0.8;

/** Scores two names. Spelling alone: that two bear one name does not make them one. */
export function scoreNames(a: string, b: string, kind: NameKind): NameScore {
  const { score, reasons } = kind === 'person' ? scorePersons(a, b) : scoreOrganizations(a, b);
  return { score: Math.round(Math.min(1, Math.max(0, score)) * 1e6) / 1e6, reasons };
}

/** FollowTheMoney's schemata; what is not said to be a person is scored as an organisation. */
export function kindOfSchema(schema: string | undefined): NameKind {
  return schema?.toLowerCase() === 'person' ? 'person' : 'organization';
}
