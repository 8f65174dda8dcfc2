/** What the server says of second factors: codes of an authenticator, and recovery codes. */
export const secondFactorMessages = {
  needed: 'Give the code that your authenticator shows now, too, or one of your recovery codes.',
  wrong:
    'This code is wrong, or was used before: wait for the next one, and see that the clock of your phone is right.',
  wrongFirst:
    'This code is none of the authenticator’s for what was shown: scan it again, and see that the clock of your phone is right.',
  isOn: 'You have a second factor already: take it off before you set up another.',
  isOff: (name: string) => `${name} has no second factor.`,
  notBegun: 'Begin anew: nothing is waiting for a code.',
  passwordFirst: 'A second factor goes with a password: set one first.',
  bySignOn: 'You come in by single sign-on: a second factor is asked for there.',
  otherKey: (name: string) =>
    `The second factor of ${name} was set up with another key than this server's (SKEIN_ACCOUNT_KEY, or keys/accounts.key): ask an administrator to take it off, or whoever runs Skein to put the key back.`,
} as const;
