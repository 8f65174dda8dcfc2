import { count } from './typography.ts';

/** Why a cluster stands where it does: the sum of how likely it is and of what is at stake. */
export const rankingMessages = {
  title: 'Where it stands, and what is at stake',
  hint: 'Clusters are ordered by this sum, the highest first: how likely it is that they serve one scheme, and what is at stake if they do. Each line is how much of it there is, times its weight. The weights are parameters: set by judgement, not measured.',
  asOf: (at: string, since: string) => `As of ${at}; the last months begin on ${since}.`,
  likelihood: (score: number, counted: number) =>
    `How likely it is: ${score} of 100${score === counted ? '' : `, counted as ${counted}`}, in log-odds`,
  listed: (entries: readonly string[], surest: string) =>
    `Leads to ${count(entries.length, 'listed party', 'listed parties')}, at most as surely as ${surest}: ${entries.join(', ')}`,
  noneListed: 'No finding leads to a listed party',
  money: (parts: readonly string[]) =>
    `Money that came to its payment accounts: ${parts.join('; ')}${parts.length > 1 ? '. Of these currencies the one that stands out most counts' : ''}`,
  moneyPart: (amount: string, transfers: number, times: string, usual: string, usual_of: number) =>
    `${amount} in ${count(transfers, 'transfer', 'transfers')}, ${times} times what is usual in that currency (${usual}, the middle of ${count(usual_of, 'payment account', 'payment accounts')})`,
  noMoney: 'No money came to payment accounts of its own in these months',
  active: (members: number, of: number, since: string, last: string) =>
    `Still active: ${members.toLocaleString('en')} of ${count(of, 'member', 'members')} since ${since}; last ${last}`,
  quiet: (since: string, last: string) => `Not active since ${since}; last ${last}`,
  neverActive: 'Nothing says that it was ever active',
  did: {
    login: (account: string, at: string) => `a login of ${account} on ${at}`,
    bid: (account: string, at: string) => `a bid of ${account} on ${at}`,
    payment: (account: string, at: string) => `a payment to ${account} on ${at}`,
  },
  growing: (created: number, joined: number, of: number, since: string) =>
    `Growing: of ${count(of, 'member', 'members')}, ${created.toLocaleString('en')} opened the account since ${since}, ${joined.toLocaleString('en')} older first used then what they share`,
  victims: (clients: number, hired: number, paid: number) =>
    `Who may be harmed: ${count(clients, 'client', 'clients')} outside of it; ${hired.toLocaleString('en')} hired members, ${paid.toLocaleString('en')} paid them`,
  total: 'together',
  /** Opens whom or what a line counts. */
  trace: 'Whom and what this counts',
  traced: {
    listed: 'Findings that lead to listed parties',
    payment_accounts: 'Payment accounts counted',
    left_out: 'Payment accounts not counted: mostly others, strangers or a platform use them',
    active: 'Members that were active',
    created: 'Members whose account was opened in these months',
    joined: 'Members that joined in these months',
    victims: 'Clients',
    more: (more: number) => `and ${more.toLocaleString('en')} more`,
  },
  parametersTitle: 'The order of clusters',
  parameters: 'Weigh otherwise …',
  parametersAbout:
    'What is put in force counts from the next run on, and can be taken back. Each run keeps what it ranked by.',
} as const;
