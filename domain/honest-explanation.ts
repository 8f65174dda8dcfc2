/**
 * What honestly explains that accounts hang together, each a rival of "they serve a scheme". Which evidence it predicts
 * each detector says of its own findings (`explainedBy`); how usual it is stands in `weights.json`.
 */
export const honestExplanations = [
  /** Nothing binds them but coincidence. */
  'chance',
  /** One person, two accounts. */
  'second_account',
  /** Relatives or flatmates: one address, machine, payout. */
  'household',
  /** An agency or employer that is declared. */
  'business',
  /** Friends who work together and never said so. */
  'studio',
  /** A campus, a café, a co-working space. */
  'place',
  /** Graduates of one course, users of one template. */
  'course',
  /** A bookkeeper or money service that many use. */
  'bookkeeper',
  /** A client and those it likes to hire. */
  'regulars',
] as const;

export type HonestExplanation = (typeof honestExplanations)[number];

/** By explanation, the share of a finding that it accounts for, in [0, 1]; 0 where it is absent. */
export type Explained = { readonly [E in HonestExplanation]?: number };
