const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const accounts = (number: number) => count(number, 'account', 'accounts');
const findings = (number: number) => count(number, 'finding', 'findings');

/** Since when, into which payment accounts no longer, and into which as before. */
interface PaidElsewhere {
  since: string | null;
  ceased: readonly string[];
  kept: readonly string[];
}

/** What has new users, and who they are; `shared` says why that tells little, null where nothing does. */
interface NewUsersSaid {
  /** Its kind in words; null of a finding, whose title `name` is. */
  what: string | null;
  name: string;
  number: number;
  accounts: readonly string[];
  since: string | null;
  shared: string | null;
}

/** What a person reads of: what changed between two runs. */
export const compareMessages = {
  reasons: {
    heldBy: (title: string) => `Held together by: ${title}`,
    joins: (title: string) => `Now one through: ${title}`,
    wentTo: (moved: number, cluster: string) => `${accounts(moved)} went to ${cluster}`,
    noLonger: (title: string) => `No longer found: ${title}`,
    joined: (joined: number) => `${accounts(joined)} joined`,
    through: (title: string) => `Joined through: ${title}`,
    left: (left: number) => `${accounts(left)} left and ${left === 1 ? 'is' : 'are'} in no cluster`,
    leftElsewhere: (left: number) =>
      `${accounts(left)} ${left === 1 ? 'is' : 'are'} in another cluster now`,
    paidElsewhere: (number: number, payment: string, { since, ceased, kept }: PaidElsewhere) =>
      [
        `${accounts(number)} ${number === 1 ? 'is' : 'are'} paid into ${payment} now${since === null ? '' : `, since ${since}`}`,
        ...(ceased.length > 0 ? [`no longer into ${ceased.join(', ')}`] : []),
        ...(kept.length > 0 ? [`besides ${kept.join(', ')}`] : []),
      ].join('; '),
    payouts: (ids: readonly string[]) =>
      `Payment accounts that its findings did not show before: ${ids.join(', ')}`,
    newUsers: ({ what, name, number, accounts: ids, since, shared }: NewUsersSaid) =>
      [
        what === null
          ? `“${name}” is now also about ${accounts(number)} not in the cluster: ${ids.join(', ')}`
          : `${accounts(number)} not in the cluster now ${number === 1 ? 'shares' : 'share'} its ${what} ${name}${since === null ? '' : `, since ${since}`}: ${ids.join(', ')}`,
        ...(shared === null ? [] : [`this tells little, as ${shared}`]),
      ].join('; '),
    kinds: { document: 'identity paper', shipment: 'place of delivery' },
    usersUnknown:
      'One of the two runs did not keep who uses what holds its clusters: nothing can be said of new users.',
    shared: {
      known_shared: 'a source says that many honest people share it',
      exception: 'an exception is in force for it',
      network: 'its network is made to be shared by strangers',
      crowd: 'a crowd uses it',
      others: 'most who used it before were not in the cluster',
    },
    moreThings: (rest: number) =>
      `${count(rest, 'more thing', 'more things')} of it ${rest === 1 ? 'has' : 'have'} new users`,
    more: (rest: number) => `and ${rest.toLocaleString('en')} more`,
    added: (number: number, detector: string) => `${findings(number)} of ${detector} new`,
    ended: (number: number, detector: string) => `${findings(number)} of ${detector} gone`,
    score: (from: number, to: number) => `Score ${from.toFixed(2)} before, ${to.toFixed(2)} now`,
    weaker: 'Its accounts score too low now to be in a cluster',
  },
  about: 'what changed between two runs: clusters, findings, scores',
  fromArgument:
    'the earlier run; when left out, the latest one before of mostly the same rules, or else the one before',
  toArgument: 'the later run; the latest one when left out',
  noneBefore: (run: string) =>
    `There is no run before ${run} to compare it with. Run \`skein detect\` again later.`,
  head: (from: string, to: string) => `From ${from} to ${to}`,
  nothingNew: 'Nothing new.',
  clusterLine: (change: string, id: string, name: string, score: number) =>
    `${change.padEnd(9)} ${id}  ${score.toFixed(2)}  ${name}`,
  was: (ids: readonly string[]) => `was ${ids.join(', ')}`,
  unchanged: (number: number) => `${count(number, 'cluster', 'clusters')} unchanged`,
  findings: (now: number, changed: number, gone: number, superseded: number) =>
    `Findings: ${now} new, ${changed} changed, ${gone} gone, ${superseded} of a new version of their rule`,
  accounts: (moved: number) =>
    `The score of ${accounts(moved)} moved${moved > 0 ? '; the furthest:' : ''}`,
  accountLine: (id: string, from: number, to: number) =>
    `${id}  ${from.toFixed(2)} before, ${to.toFixed(2)} now`,
  detectorLine: (id: string, from: number | null, to: number | null) =>
    from === null
      ? `Rule ${id} ran only the second time`
      : to === null
        ? `Rule ${id} ran only the first time: what it found says nothing here`
        : `Rule ${id}: version ${from}, then ${to}`,
} as const;
