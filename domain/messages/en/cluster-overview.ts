import { count } from './typography.ts';

/** What a person reads of all clusters at once. */
export const clusterOverviewMessages = {
  title: 'All clusters',
  key: 'In their order, from the first; each leads to its accounts. Larger: more accounts. Stronger colour: likelier. A thick rim: confirmed. Grey with a broken rim: dismissed. A line joins clusters whose accounts use the same thing; a broken line, money alone. What more than 40 accounts use, or is made to be shared, joins nobody.',
  described: (clusters: number, ties: number) =>
    `${count(clusters, 'cluster', 'clusters')}, and ${count(ties, 'pair', 'pairs')} of them that something joins. Arrows go from one to the next, Enter opens it. The table below says what joins them.`,
  cluster: (place: number, name: string, accounts: number, score: number, state: string) =>
    `${place}. ${name}: ${count(accounts, 'account', 'accounts')}, score ${score} of 100, ${state}`,
  ties: 'What joins clusters',
  noTies: 'Nothing joins two of these clusters.',
  one: 'Cluster',
  other: 'and cluster',
  by: 'Joined by',
  often: 'How often',
  thing: (type: string, name: string, [one, other]: readonly number[], users: number) =>
    `${type} ${name}: in ${count(one ?? 0, 'row', 'rows')} of the one and ${(other ?? 0).toLocaleString('en')} of the other; ${count(users, 'account', 'accounts')} in all`,
  moreThings: (n: number) => count(n, 'more thing', 'more things'),
  flow: (from: string, to: string, amount: string, n: number) =>
    `money from ${from} to ${to}: ${amount} in ${count(n, 'transfer', 'transfers')}`,
  moreClusters: (n: number) =>
    `${count(n, 'cluster', 'clusters')} further down the order left out.`,
  moreAccounts: (n: number) =>
    `Of very large clusters, ${count(n, 'account was', 'accounts were')} not looked at for what joins them with others.`,
  moreTies: (n: number) => `${count(n, 'weaker pair', 'weaker pairs')} left out.`,
} as const;
