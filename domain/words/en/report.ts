/** What a person reads of: the cluster report. */

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const more = (number: number, one: string, many: string) =>
  `and ${count(number, one, many)}: see the program or the report in JSON.`;

export const reportWords = {
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
  title: (day: string) => `Cluster report of ${day}`,
  about: (run: string, by: string, ended: string) =>
    `Run ${run}, started by ${by}, ended ${ended}.`,
  asOf: (time: string) => `It used nothing that happened after ${time}.`,
  counts: (accounts: number, findings: number, clusters: number) =>
    `${count(accounts, 'account', 'accounts')} looked at, ${count(findings, 'finding', 'findings')}, ${count(clusters, 'cluster', 'clusters')}.`,
  nothing: (accounts: number) =>
    `Nothing found: no rule found a pattern among the ${count(accounts, 'account', 'accounts')} looked at.`,
  standsOut: 'What stands out',
  strongest: (id: string, accounts: number, score: string, summary: string) =>
    `Strongest: ${id} with ${count(accounts, 'account', 'accounts')}, score ${score}. ${summary}`,
  largest: (id: string, accounts: number) =>
    `Largest: ${id} with ${count(accounts, 'account', 'accounts')}.`,
  latest: (id: string, day: string) => `Seen most recently: ${id}, on ${day}.`,
  involved: (accounts: number, clusters: number) =>
    `${count(accounts, 'account is', 'accounts are')} in ${count(clusters, 'cluster', 'clusters')}.`,
  outside: (findings: number) =>
    `${count(findings, 'finding belongs', 'findings belong')} to no cluster; see the end.`,
  clusters: 'Clusters, strongest first',
  clusterHead: (place: number, id: string) => `${place}. ${id}`,
  score: 'Score',
  accounts: 'Accounts',
  seen: 'Seen',
  period: (first: string, last: string) => `${first} to ${last}`,
  unknown: 'unknown',
  open: 'Open on the canvas',
  why: 'Why',
  reasonHead: ['Rule', 'What was found', 'Possible role', 'Strength'],
  members: 'Accounts in it',
  memberHead: ['Account', 'Name shown', 'Score', 'Rules'],
  moreFindings: (number: number) => more(number, 'weaker finding', 'weaker findings'),
  moreMembers: (number: number) => more(number, 'more account', 'more accounts'),
  moreClusters: (number: number) => more(number, 'more cluster', 'more clusters'),
  loose: 'Findings outside clusters',
  detectors: 'Rules that ran',
  detectorHead: ['Rule', 'Findings', 'Settings'],
  version: (id: string, version: number) => `${id}, version ${version}`,
  notLookedAt: 'What was not looked at',
  notLookedAtText:
    'Each rule sees one pattern and is blind beside it. That nothing is reported of an account does not clear it.',
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
    format: 'html, json, or both divided by a comma',
    out: 'the folder to write to',
    link: 'address of a running server, so that the report links to its clusters',
    timezone: 'time zone of --report-cron, such as Europe/Paris; the machine’s when left out',
  },
  step: 'Writing the report',
} as const;
