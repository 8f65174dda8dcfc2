/** What a person reads of: exceptions, by which what has an honest reason weighs less. */
const day = (at: string) => at.slice(0, 10);

export const exceptionsMessages = {
  /** Behind a weight that an exception lowers. */
  lowered: (share: number, ids: readonly string[]) =>
    `lowered to ${Math.round(share * 100)} % by ${ids.length === 1 ? 'the exception' : 'the exceptions'} ${ids.join(', ')}`,
  problems: {
    none: (id: string) => `There is no exception ${id}.`,
    revokedBefore: (by: string, at: string) => `${by} revoked it on ${day(at)} already.`,
    revokedJustNow: 'Another person has revoked it at this moment.',
    until:
      'must be a day to come, at most a year from now: what nobody looks at again does not stay true',
    detector: (known: readonly string[]) => `is no detector; there are ${known.join(', ')}`,
    scope: 'give either nodes or accounts: what many share, or who shares it',
    oneAccount: 'must be two accounts or more: nobody is excepted alone, whatever is found of them',
    noAccount: 'is an account; give two or more of them as accounts, or the thing that they share',
  },
  page: {
    title: 'Exceptions',
    about:
      'What has an honest reason and so weighs less, until a day. It counts from the next run on; what was found stays to be seen.',
    open: 'Exceptions',
    make: 'Let it weigh less',
    makeHint:
      'What has an honest reason need not come up again: it keeps a fifth of its strength until that day, from the next run on.',
    scope: 'What',
    amongThem: 'what its accounts share with one another',
    through: (ref: string) => `what is shared through ${ref}`,
    untilLabel: 'Until, at most a year',
    untilMissing: 'Choose a day within a year.',
    makeDo: 'Make an exception',
    madeNews: 'The exception is made. Scores change with the next detection run.',
    nothing: 'There are no exceptions.',
    what: (nodes: readonly string[]) => `What is shared through ${nodes.join(', ')}`,
    among: (accounts: readonly string[]) => `What is shared among ${accounts.join(', ')}`,
    until: (until: string) => `until ${until}`,
    byAt: (by: string, when: string) => `${by}, ${when}`,
    expired: 'expired',
    inForce: 'in force',
    revoked: (by: string, when: string, why: string) => `Revoked by ${by}, ${when}: ${why}`,
    revoke: 'Revoke …',
    revokeTitle: 'Revoke the exception',
    revokeHint: 'It weighs no more from the next run on, and stays in the list.',
    revokeDo: 'Revoke',
    revokedNews: 'The exception is revoked. Scores change with the next detection run.',
  },
} as const;
