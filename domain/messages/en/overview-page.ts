import { count } from './typography.ts';

const number = (n: number) => n.toLocaleString('en');

/** The first page: what changed, what waits, and the clusters that stand first. */
export const overviewPageMessages = {
  title: 'Overview',
  changed: 'Since the run before',
  detected: (when: string) => `Detected ${when}`,
  noRunBefore: 'There is no run before to compare with.',
  noClusterChanged: 'No cluster changed.',
  findings: (came: number, gone: number) =>
    `${count(came, 'new finding', 'new findings')}, ${number(gone)} gone`,
  /** So many clusters, and what became of them. */
  clusters: (n: number, mark: string) => `${count(n, 'cluster', 'clusters')}: ${mark}`,
  toChanges: 'What changed, one by one',
  waits: 'Waiting for a decision',
  /** What is counted there. */
  waitsCounts: 'Counted as the queue lists them: a cluster with its findings is one.',
  waiting: {
    open: (n: string) => `${n} open`,
    mine: (n: string) => `${n} assigned to you`,
    news: (n: string) => `${n} with new evidence`,
  },
  loaded: 'Data loaded last',
  load: (when: string, files: number) => `${when}, ${count(files, 'file', 'files')}`,
  file: (file: string, rows: number) => `${file} (${number(rows)})`,
  nothingLoaded: 'Nothing was loaded yet.',
  since: (loads: number) => `${count(loads, 'load is', 'loads are')} newer than what was detected.`,
  cards: 'Clusters that stand first',
  /** How they are ordered. */
  cardsOrder:
    'Undecided before decided; among each, by likelihood and what is at stake, as in the list.',
  until: (last: string) => `until ${last}`,
} as const;
