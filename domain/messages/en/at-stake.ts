import { count } from './typography.ts';

/** What is at stake with a cluster, in a few words each: a list says them side by side. */
export const atStakeMessages = {
  /** How clusters are ordered, above a list of them. */
  order: 'By likelihood and what is at stake',
  /** That it is ordered by, in each row. */
  total: (sum: string) => `Likelihood and stakes together: ${sum}`,
  totalHint: 'What this list is ordered by; a cluster’s own page says how it adds up.',
  /** The same for a run that was made before they were ranked so. */
  orderByScore: 'Highest score first',
  listed: (entries: number) => `leads to ${count(entries, 'listed party', 'listed parties')}`,
  /** The listed party that a cluster leads to most surely, and how many more there are. */
  entry: (list: string, name: string, more: number) =>
    `${list}: ${name}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`,
  /** Clients who have hired or rated hardly anybody but members, and how many more of them there are. */
  hiredBy: (clients: readonly string[], more: number) =>
    `hired or rated by ${[...clients, ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])].join(' and ')}`,
  money: (amount: string, since: string) => `${amount} since ${since}`,
  moreCurrencies: (more: number) => `and ${count(more, 'more currency', 'more currencies')}`,
  active: (members: number, since: string) =>
    `${count(members, 'member', 'members')} active since ${since}`,
  quiet: (last: string) => `quiet since ${last}`,
  growing: (joined: number, since: string) => `${count(joined, 'joined', 'joined')} since ${since}`,
  victims: (clients: number) => count(clients, 'client outside', 'clients outside'),
  /** Before a list of these. */
  title: 'At stake',
} as const;
