/** Why a weight is what it is. */
export const scoreWords = {
  measured: (shown: string, share: string) =>
    `of ${shown} that show it, ${share} % are part of a scheme`,
  /** By kind of term: what it weighs until it is measured. */
  unmeasured: {
    bond: 'not measured yet: one strong rare bond makes it even',
    tight: 'not measured yet: a bond that is beyond a weak one',
    own: 'not measured yet: what it does itself',
    plain: 'not measured yet: what it does itself, where that is plain',
    peers: 'not measured yet: what the accounts linked with it do',
    linked: 'not measured yet: how sure its surest link to another account is',
  },
  /** What a run measured of a detector's amounts. */
  usualAmounts: 'usual amounts',
} as const;
