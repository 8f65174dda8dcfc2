/** What a person reads of: the cluster report. */
import { scoreMessages } from './score.ts';

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const more = (number: number, one: string, many: string) =>
  `and ${count(number, one, many)}: see the program or the report in JSON.`;

const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)}\u00a0%`;

interface DecidedCounts {
  decided: number;
  dismissed: number;
  confirmed: number;
}

interface Counts {
  cluster: number;
  finding: number;
}

type OpenCounts = Readonly<Record<'new' | 'reopened' | 'overdue' | 'proposed', Counts>>;

/** `3 clusters and 41 findings`; nothing where there are none. */
const both = ({ cluster, finding }: Counts): string[] => {
  const parts = [
    ...(cluster > 0 ? [count(cluster, 'cluster', 'clusters')] : []),
    ...(finding > 0 ? [count(finding, 'finding', 'findings')] : []),
  ];
  return parts.length > 0 ? [parts.join(' and ')] : [];
};

export const reportMessages = {
  /** `day` as 2018-05-31, `minute` as 14:00, null where no time of day is known; UTC. */
  moment: ({ day, minute }: { day: string; minute: string | null }) =>
    minute === null ? day : `${day} ${minute} UTC`,
  /** A number of this many decimals at most; four digits are not grouped, since they may be a year. */
  number: (value: number, most: number) =>
    value.toLocaleString('en', { maximumFractionDigits: most, useGrouping: 'min2' }),
  hundredths: (value: number) => value.toFixed(2),
  /** One of several figures in a row, and what stands between two. */
  named: (name: string, value: string) => `${name}: ${value}`,
  between: '; ',
  /** Between a name and what is said of it. */
  colon: ': ',
  kicker: 'Skein – daily report on linked accounts',
  title: (day: string) => `Cluster report of ${day}`,
  about: (run: string, by: string, ended: string) =>
    `Run ${run}, started by ${by}, ended ${ended}.`,
  comparedWith: (run: string) => `Compared with ${run}.`,
  asOf: (time: string) => `It used nothing that happened after ${time}.`,
  nothing: (accounts: number) =>
    `Nothing found: no rule found a pattern among the ${count(accounts, 'account', 'accounts')} looked at.`,
  first: (accounts: number, findings: number, clusters: number) =>
    `The first run: ${count(clusters, 'cluster', 'clusters')} and ${count(findings, 'finding', 'findings')} among ${count(accounts, 'account', 'accounts')}. There is nothing to compare them with.`,
  nothingNew: (clusters: number, findings: number) =>
    `Nothing new: ${count(clusters, 'cluster', 'clusters')} and ${count(findings, 'finding', 'findings')} as in the run before.`,
  onlyFindings: (found: number, changed: number, gone: number, superseded: number) =>
    `No cluster changed; of the findings ${found.toLocaleString('en')} ${found === 1 ? 'is' : 'are'} new, ${changed.toLocaleString('en')} changed, ${gone.toLocaleString('en')} gone${superseded > 0 ? `, ${superseded.toLocaleString('en')} of a new version of their rule` : ''}.`,
  onlyScores: (moved: number) =>
    `No cluster and no finding changed; the score of ${count(moved, 'account', 'accounts')} moved.`,
  clustersChanged: (changes: readonly string[]) => `Clusters: ${changes.join(', ')}.`,
  onlyClustersChanged: (changes: readonly string[]) =>
    `Clusters: ${changes.join(', ')}. Nothing else needs you.`,
  changed: {
    new: (number: number) => `${number} new`,
    merged: (number: number) => `${number} merged from several`,
    split: (number: number) => `${number} split off`,
    grown: (number: number) => `${number} grown`,
    changed: (number: number) => `${number} with other members`,
    shrunk: (number: number) => `${number} shrunk`,
    gone: (number: number) => `${number} gone`,
    unchanged: (number: number) => `${number} unchanged`,
    moved: (number: number) => `${number} that moved payouts`,
    newUsers: (number: number) => `${number} whose things have new users`,
    reopened: (number: number) => `${number} reopened`,
  },
  change: {
    new: 'New',
    merged: 'Merged',
    split: 'Split',
    grown: 'Grown',
    changed: 'Other members',
    shrunk: 'Shrunk',
    gone: 'Gone',
    unchanged: 'Unchanged',
    moved: 'Payouts moved',
    newUsers: 'New users of its things',
    reopened: 'Reopened',
  },
  newUsers: {
    first: 'New users of what holds known clusters:',
    title: 'New users of what holds known clusters',
    text: 'These accounts have begun to use a thing that a cluster’s members share, and are not in the cluster. That may be the same hands with more accounts, or somebody new at an honest place; nothing of it is decided.',
    head: ['Cluster', 'What they share', 'Account', 'Since', 'Row'],
    in: (cluster: string) => `in ${cluster}`,
    more: (rest: number) =>
      `and ${rest.toLocaleString('en')} more: see the program or the report in JSON.`,
    unknown:
      'The run before did not keep who uses what holds its clusters: nothing can be said of new users.',
  },
  todo: 'To look at and decide on, in this order:',
  /** Of a cluster, within a line. */
  scoreOf: (score: number) => `score ${score.toFixed(2)} of 1.00 (how likely it is one scheme)`,
  scoreText: (score: number) =>
    `${score.toFixed(2)} of 1.00: ${scoreMessages.meaning.cluster}. ${scoreMessages.ranks}`,
  clusterScoreText: `Score, of 1.00: ${scoreMessages.meaning.cluster}. ${scoreMessages.ranks}`,
  memberScoreText: `Score, of 1.00: ${scoreMessages.meaning.account}. ${scoreMessages.ranks}`,
  strengthText: `Strength, of 1.00: ${scoreMessages.meaning.finding}.`,
  whatChanged: 'What changed',
  clusterHead: ['Cluster', 'Since the run before', 'Accounts', 'Score', 'Stands at'],
  rankingHead: ['What it counts', 'Amount × weight', 'Adds'],
  otherClusters: 'All other clusters',
  score: 'Score',
  accounts: 'Accounts',
  received: 'Received from others',
  receivedIn: (amount: string, transfers: number) =>
    `${amount} in ${count(transfers, 'transfer', 'transfers')}`,
  nothingReceived: 'no settled transfer known',
  seen: 'Evidence dated',
  identifier: 'Id',
  period: (first: string, last: string) => `${first} to ${last}`,
  unknown: 'unknown',
  open: 'Open on the canvas',
  why: 'Why they are linked',
  reasonHead: ['Rule', 'What was found', 'Possible role', 'Strength'],
  members: 'Accounts in it',
  memberHead: ['Account', 'Name shown', 'Score', 'Rules'],
  context: (accounts: number) =>
    `Named by these findings, and shown only for context: ${count(accounts, 'account', 'accounts')}. Nothing says that ${accounts === 1 ? 'it belongs' : 'they belong'} to the cluster:`,
  /** Of the accounts that a finding names, how many are what. */
  ofThem: (members: number, context: number) =>
    `Of the ${count(members + context, 'account', 'accounts')} that it names, ${members.toLocaleString('en')} ${members === 1 ? 'is a member' : 'are members'} and ${context.toLocaleString('en')} shown only for context.`,
  joined: 'joined',
  left: 'No longer in it:',
  decisions: 'Decided before',
  decided: {
    cluster: 'This cluster',
    joined: 'A cluster that has become part of it,',
    acceptedUntil: (day: string) => `accepted until ${day}`,
    reopened: (when: string, news: string) => `reopened ${when}, as ${news}`,
    before: 'Before that',
    assigned: (to: string) => `assigned to ${to}`,
    due: (day: string) => `due ${day}`,
    more: (number: number) => more(number, 'more decision', 'more decisions'),
    share: ({ decided, dismissed, confirmed }: DecidedCounts) =>
      decided === 0
        ? 'none decided'
        : `of ${decided.toLocaleString('en')} decided: ${percent(dismissed, decided)} dismissed, ${percent(confirmed, decided)} confirmed`,
  },
  queue: {
    open: (open: OpenCounts) => {
      const parts = [
        [open.new, 'new'],
        [open.reopened, 'reopened'],
        [open.overdue, 'overdue'],
        [open.proposed, 'to be confirmed by a second person'],
      ] as const;
      return `In the queue: ${parts.flatMap(([counts, what]) => both(counts).map((number) => `${number} ${what}`)).join('; ')}.`;
    },
    link: 'Open the queue',
  },
  moreFindings: (number: number) => more(number, 'weaker finding', 'weaker findings'),
  moreMembers: (number: number) => more(number, 'more account', 'more accounts'),
  moreClusters: (number: number) => more(number, 'more cluster', 'more clusters'),
  loose: 'Findings outside clusters',
  newLoose: 'New findings outside clusters',
  looseText: 'Each stands by itself: what it says is too little to make a cluster.',
  trend: {
    title: (runs: number) => `The last ${count(runs, 'run', 'runs')}`,
    clusters: 'Clusters',
    accounts: 'Accounts in clusters',
    findings: 'Findings',
    head: ['Run', 'Clusters', 'Accounts in clusters', 'Findings'],
    alternative: (name: string, first: number, last: number) =>
      `${name}: ${first.toLocaleString('en')} at first, ${last.toLocaleString('en')} at last.`,
  },
  detectors: 'How the rules are',
  detectorText: (runs: number) =>
    `Findings of this run, and of the last ${count(runs, 'run', 'runs')}, the oldest first; a dash where a rule did not run. Decided: in the queue, of its findings in any run.`,
  detectorHead: ['Rule', 'Findings', 'Over the runs', 'Decided'],
  settings: 'Settings that they ran with',
  version: (id: string, version: number) => `${id}, version ${version}`,
  notLookedAt: 'What was not looked at',
  notLookedAtText:
    'Each rule sees one pattern and is blind beside it. That nothing is reported of an account does not clear it.',
  wordingTitle: 'How to read this',
  wording:
    'The report links accounts to one another and judges nobody. A person decides, after considering the innocent explanations that each rule names.',
  benign: (explanations: readonly string[]) =>
    `Innocent explanations to consider: ${explanations.join('; ')}.`,
  noRun: 'Nothing was detected yet. Run `skein detect` first.',
  unknownRun: (id: string) => `There is no run ${id}, or it did not end.`,
  badFormat: (format: string, known: readonly string[]) =>
    `There is no report format ${format}. There are: ${known.join(', ')}.`,
  badLink: (url: string) =>
    `--link ${url} is not an address such as http://127.0.0.1:4680 to open clusters at.`,
  command: {
    about: 'write the cluster report of a run',
    run: 'the run to report on; the latest one when left out',
    format: 'html, pdf, json, csv, or several divided by commas',
    language: 'of the report: en or fr',
    out: 'the folder to write to',
    link: 'address of a running server, so that the report links to its clusters',
    timezone: 'time zone of --report-cron, such as Europe/Paris; the machine’s when left out',
  },
  step: 'Writing the report',
} as const;
