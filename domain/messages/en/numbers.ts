import { count as counted } from './typography.ts';

/** What a person reads of: figures for whoever leads the work. */
const number = (n: number) => n.toLocaleString('en');

const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;

export const numbersMessages = {
  /** What each figure counts, for the API's description and for the page. */
  definitions: {
    open: 'What is new or in review in the queue, by the calendar days (UTC) since the end of the first run that found it, or since it came back after a decision. Unassigned: to nobody. Overdue: due before today. Awaiting a second person: a confirmation is proposed, and somebody else has to agree.',
    time: 'From the end of the first run that found an item to its first decision of any kind, for items first decided in the period. A cluster is as old as the oldest that it continues. A confirmation by two people counts when the second agrees. What is decided in bulk counts item by item. Quartiles are interpolated between the two nearest values.',
    precision:
      'Findings with a decision of their own, by the last time in the period that they were confirmed or dismissed, under the version of the detector that found them then. Precision is confirmed out of confirmed and dismissed, with a Wilson 95 % interval; people choose what they decide, so it is no random sample of what a detector finds. Other: accepted, victim, appealed or referred alone. Through a cluster: no decision of their own by the end of the period, but one of their cluster; never part of the precision. Reopened: new or in review again since. Undecided: new or in review now.',
    money:
      'What payment accounts of all that was confirmed in the period, and is confirmed still, received from others: settled transfers of any time, to the accounts that it had when it was confirmed. Each transfer counts once, whatever it belongs to, and none between these payment accounts does. Sums are exact; no currency is converted. Payment accounts of more than 20,000 transfers, such as a platform’s own, are named and left out.',
    people:
      'Figures are of the work, never of a person: none is by who decided, or by who is to decide.',
  },
  problems: {
    reversed: (from: string, to: string) =>
      `The period ends on ${to}, before it begins on ${from}: \`from\` is its first day, \`to\` its last.`,
    tooLong: (days: number) =>
      `The period has more than ${counted(days, 'day', 'days')}. Ask for a later first day.`,
    notWith: (counted: string) => `does not go with counted=${counted}; leave it out`,
    onlyCounted: 'goes with `counted` alone',
  },
  steps: {
    today: 'today',
    days_1_3: '1–3 days',
    days_4_7: '4–7 days',
    days_8_30: '8–30 days',
    older: 'older',
  },
  outcomes: { confirmed: 'confirmed', dismissed: 'dismissed', other: 'other' },
  tables: {
    open: 'Open items',
    time: 'Time to decision',
    precision: 'Precision by decisions',
    money: 'Money confirmed',
  },
  /** In the queue, which then shows what a figure counts. */
  counted: {
    first: 'First decisions',
    own: 'Findings with a decision of their own',
    cluster: 'Clusters through which findings are decided',
    money: 'Confirmed, with their money counted',
  },
  openedBetween: (from: string, to: string) => `open since ${from} to ${to}`,
  openedUntil: (to: string) => `open since ${to} or earlier`,
  openedFrom: (from: string) => `open since ${from} or later`,
  dueUntil: (day: string) => `due on ${day} or before`,
  between: (from: string, to: string) => `${from} to ${to}`,
  figureOf: (what: string, figure: string) => `${what}: ${figure}`,
  version: (detector: string, version: number) => `${detector}, version ${version}`,
  hours: (hours: number) =>
    hours < 48
      ? `${hours.toLocaleString('en', { maximumFractionDigits: 1 })} h`
      : `${(hours / 24).toLocaleString('en', { maximumFractionDigits: 1 })} days`,
  share: (share: number) => `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })} %`,
  interval: (low: string, high: string) => `${low} to ${high}`,
  outOf: (part: number, of: number) => `${number(part)} of ${number(of)}`,
  page: {
    title: 'Numbers',
    from: 'From',
    to: 'To',
    by: 'Parts',
    bys: { month: 'Months', week: 'Weeks' },
    asOf: (when: string) => `As of ${when}. Days are in UTC.`,
    file: (table: string) => `${table} as CSV`,
    csv: 'CSV',
    definition: 'What is counted',
    what: 'What',
    all: 'All',
    unassigned: 'Unassigned',
    overdue: 'Overdue',
    proposed: 'Awaiting a second person',
    waitsFor: 'What waits for whom',
    none: 'Nothing was decided in this period.',
    noMoney: 'Nothing that was confirmed in this period has received money that is known.',
    nothingOpen: 'Nothing is open.',
    period: 'Period',
    whole: 'Whole period',
    decisions: 'Decisions',
    lowerQuartile: 'Lower quartile',
    median: 'Median',
    upperQuartile: 'Upper quartile',
    ninety: '90 % within',
    detector: 'Detector',
    precision: 'Precision',
    interval: '95 % interval',
    own: 'Own decision',
    throughCluster: 'Through a cluster',
    reopened: 'Reopened',
    undecided: 'Undecided',
    reasons: 'Dismissed for',
    currency: 'Currency',
    amount: 'Received',
    transfers: 'Transfers',
    month: 'Month',
    noMonth: 'time unknown',
    rests: (clusters: number, findings: number, accounts: number) =>
      `${count(clusters, 'cluster', 'clusters')} and ${count(findings, 'finding', 'findings')}, ${count(accounts, 'account', 'accounts')}`,
    leftOut: (ids: string) => `Left out for their many transfers: ${ids}.`,
    chartOpen: 'Open items by age',
    chartTime: 'Median time to decision',
    onlyThese: 'Only what a figure counts:',
    clear: 'Show the whole queue',
  },
} as const;
