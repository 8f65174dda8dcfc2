import { count } from './typography.ts';

const n = (value: number) => value.toLocaleString('en');

/** What a person reads of the map of all clusters, from communities to accounts. */
export const clusterMapMessages = {
  tools: 'Look nearer or from further away',
  near: 'Nearer',
  far: 'Further away',
  whole: 'All of it',
  hint: 'Nearer, communities part into clusters and clusters into accounts. The keys + and − and 0 do the same; drag to move.',
  community: (number: number, clusters: number, accounts: number, score: number, joined: boolean) =>
    `${joined ? 'Community' : 'Joined to none, group'} ${number}: ${count(clusters, 'cluster', 'clusters')}, ${count(accounts, 'account', 'accounts')}, highest score ${score} of 100. Opens it.`,
  /** In the disc. */
  clusters: (n: number) => count(n, 'cluster', 'clusters'),
  shown: (communities: number, clusters: number, opened: number) =>
    [
      communities > 0 && count(communities, 'community', 'communities'),
      clusters > 0 && count(clusters, 'cluster', 'clusters'),
      opened > 0 && `the accounts of ${n(opened)}`,
    ]
      .filter((part) => part !== false)
      .join(', '),
  drawn: (what: string) => `Drawn here: ${what === '' ? 'nothing' : what}.`,
  inCommunities: (n: number) => `${count(n, 'cluster stands', 'clusters stand')} in communities.`,
  outside: (n: number) => `${count(n, 'cluster lies', 'clusters lie')} outside the view.`,
  accounts: (n: number) => `${count(n, 'account is', 'accounts are')} not drawn one by one.`,
  account: (name: string, score: number | null) =>
    score === null ? name : `${name}, score ${score} of 100`,
  moreAccounts: (n: number) => `and ${count(n, 'account', 'accounts')} more`,
  waiting: 'Fetching …',
  failed: 'Not fetched',
} as const;
