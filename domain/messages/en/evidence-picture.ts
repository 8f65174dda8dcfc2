/** What a person reads of: the picture inside an evidence bundle. */

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const evidencePictureMessages = {
  title: {
    cluster: (id: string, name: string) => `Cluster ${id}${name === '' ? '' : `: ${name}`}`,
    finding: (id: string) => `What finding ${id} rests on`,
    account: (id: string, hops: number) =>
      `Account ${id} and what lies within ${plural(hops, 'step', 'steps')} of it`,
    board: (title: string) => `The board “${title}”`,
    selection: 'What was selected, and the relations between it',
  },
  ofType: (name: string, count: number) => `${name} (${count.toLocaleString('en')})`,
  /** What several nodes of a type that are drawn as one are labelled with. */
  several: (count: number, many: string) => `${count.toLocaleString('en')} ${many}`,
  signs: {
    several: 'double: several of a type that touch the same',
    stub: 'hollow: named by the data, described by no row',
    ring: 'ring: how likely, by the rules alone, an account is run by or for a scheme; a full ring is 1',
    stated: 'stated by the data; the thicker, the more rows',
    inferred: 'inferred by a rule of the program',
    rejected: 'inferred, and rejected by an analyst',
  },
  /** `members` are the accounts that it is about, `context` those shown for context alone. */
  shown: (members: number, context: number, others: number, relations: number) =>
    `Drawn: ${plural(members, 'account', 'accounts')}${context > 0 ? `, besides ${plural(context, 'account', 'accounts')} shown only for context` : ''}, ${plural(others, 'other node', 'other nodes')}, ${plural(relations, 'relation', 'relations')}.`,
  /** In the legend. */
  context: (accounts: number, others: number) =>
    `lighter: shown only for context (${[
      ...(accounts > 0 ? [plural(accounts, 'account', 'accounts')] : []),
      ...(others > 0 ? [plural(others, 'other node', 'other nodes')] : []),
    ].join(', ')})`,
  /** A type of which nothing else is drawn. */
  ofContextType: (many: string) => `${many} (only for context)`,
  forContext: (name: string) => `${name} (shown only for context)`,
  asOf: (time: string | null) =>
    time === null
      ? 'All data that was loaded was used.'
      : `Nothing that happened after ${time} was used.`,
  leftOut: {
    linking: (left: number, all: number) =>
      `${plural(left, 'node', 'nodes')} of ${all.toLocaleString('en')} ${left === 1 ? 'is' : 'are'} not drawn: those that fewer than two accounts touch. They are in the other files of the bundle.`,
    foremost: (left: number, all: number) =>
      `${plural(left, 'node', 'nodes')} of ${all.toLocaleString('en')} ${left === 1 ? 'is' : 'are'} not drawn. Drawn are the accounts that it is about, those of the highest scores first, and what most of them have in common. The rest is in the other files of the bundle.`,
  },
  places: 'Nodes that a person placed on the board lie there.',
  meaning: 'A line says that the data link two things, not what anybody is.',
} as const;
