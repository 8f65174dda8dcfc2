/** Whom what is shown is about, and who is shown only for context. */
const accounts = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'account' : 'accounts'}`;

export const standingMessages = {
  shownAs: 'Shown as',
  /** In a table. */
  is: { member: 'member', context: 'only for context' },
  legend: 'fainter: shown only for context',
  legendOf: (nodes: number) => `fainter: shown only for context (${nodes.toLocaleString('en')})`,
  context: 'Shown only for context',
  contextHint:
    'What the findings rest on touches it. Nothing says that it belongs to what is shown: treat it as uninvolved, unless Watch tells of it as a new user of what is shown.',
  /** Of the accounts that a finding names, how many are what. */
  ofThem: (members: number, context: number) =>
    `Of the ${accounts(members + context)} that it names, ${members.toLocaleString('en')} ${members === 1 ? 'is a member' : 'are members'} and ${context.toLocaleString('en')} shown only for context.`,
  /** Of a type that a list offers. */
  ofType: (many: string, n: number, context: number) =>
    context === 0
      ? `${many} (${n.toLocaleString('en')})`
      : `${many} (${(n - context).toLocaleString('en')} + ${context.toLocaleString('en')} only for context)`,
  mark: { member: 'This board is about it', context: 'Only for context here' },
  marked: {
    member: (what: string) => `The board is about ${what} now.`,
    context: (what: string) => `${what} is shown only for context now.`,
  },
} as const;
