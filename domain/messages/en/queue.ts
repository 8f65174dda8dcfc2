import { count } from './typography.ts';

const number = (n: number) => n.toLocaleString('en');

/** What a person reads of the queue rolled up: a cluster's row, and the findings that stand in it. */
export const queueMessages = {
  each: 'Each finding by itself',
  /** Of a cluster's row. */
  open: (open: number, all: number) =>
    `${number(open)} of ${count(all, 'finding', 'findings')} open`,
  /** Of a detector, in a cluster's row. */
  openOf: (title: string, open: number, all: number) => `${title} ${number(open)}/${number(all)}`,
  unfold: (title: string) => `Findings of ${title}`,
  /** Behind how many items are shown. */
  held: (open: number, all: number) =>
    `their clusters hold ${count(all, 'finding', 'findings')}, ${number(open)} open`,
  seeAll: (n: number) => `See all ${count(n, 'finding', 'findings')} of this cluster`,
  ofCluster: (id: string) => `findings of cluster ${id}`,
  waiting: 'Its findings are being read …',
} as const;
