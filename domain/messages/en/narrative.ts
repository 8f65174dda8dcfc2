import { count as counted } from './typography.ts';

/** What a person reads of: the draft of a suspicious-activity narrative. */
import { scoreMessages } from './score.ts';

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const narrativeMessages = {
  title: 'Suspicious-activity narrative – draft',
  notice:
    'Drafted by rules from the findings, for an analyst to check, complete and shorten. Square brackets mark what only a person can say. The draft links accounts; it does not say what anybody is or did. Remove this paragraph before filing.',
  asOf: (time: string | null) =>
    time === null
      ? 'Drawn from all data that was loaded.'
      : `Drawn from what had happened by ${time}.`,
  masked: (kinds: string) =>
    `Pseudonyms stand for: ${kinds}. A filing needs the values themselves: draft it again without masking.`,
  deadline: {
    title: 'Decision and deadline',
    decided: (date: string, due: string, dueAtMost: string) =>
      `Decided on ${date}. To be filed by ${due}; where no suspect is identified, by ${dueAtMost} at the latest.`,
    undecided: (days: number, most: number) =>
      `[Date of the decision]. To be filed within ${counted(days, 'calendar day', 'calendar days')} of it; where no suspect is identified, within ${most}.`,
    rule: 'Counted as 31 CFR 1020.320(b)(3) and 1022.320(b)(3) count for banks and money services businesses in the United States, from the day that facts were detected which may be a reason to file. If they were detected before the decision, count from then. Activity that needs attention at once is told to law enforcement by telephone as well. Elsewhere other rules hold.',
  },
  who: {
    title: 'Who',
    accounts: (count: number) =>
      `${plural(count, 'account', 'accounts')} of the platform, named as the data state them:`,
    none: 'No account of the platform. [Whom this is about]',
    context: (count: number) =>
      `Shown only for context: ${plural(count, 'account that touches', 'accounts that touch')} what is described. Nothing here says that ${count === 1 ? 'it belongs' : 'they belong'} to it, and nothing below counts ${count === 1 ? 'it' : 'them'} in unless it says so. [Leave out whom the reader does not need]`,
    account: (id: string, name: string, since: string | null) =>
      `${name === id ? id : `${id}, “${name}”`}${since === null ? '' : `, opened on ${since}`}`,
    payments: (count: number) =>
      `${plural(count, 'payment account', 'payment accounts')} that these accounts are paid through, of those that the findings cite:`,
    otherPayments: (count: number) =>
      `The findings cite ${plural(count, 'other payment account', 'other payment accounts')}, where money came from or went to. This draft does not name who holds ${count === 1 ? 'it' : 'them'}; the bundle does where the data say. [Name a holder where the reader needs it]`,
    payment: (id: string, holder: string | null, at: string | null) =>
      `${id}${holder === null ? '' : `, held in the name “${holder}”`}${at === null ? '' : `, at ${at}`}`,
    more: (count: number) => `… and ${count.toLocaleString('en')} more, listed in the bundle`,
    persons: '[What is known of the persons behind them, and how it was established]',
  },
  what: {
    title: 'What was seen',
    none: 'No detector found anything on what is shown.',
    finding: (title: string, first: string | null, last: string | null, cites: readonly string[]) =>
      [
        first === null || last === null ? title : `${title}, ${between(first, last)}`,
        ...cites,
      ].join('; ') + '.',
  },
  /** Of the accounts that a finding counts, how many are what. */
  ofThem: (members: number, context: number) =>
    `Of the ${plural(members + context, 'account', 'accounts')} that this finding names, ${members.toLocaleString('en')} ${members === 1 ? 'is one' : 'are ones'} that this draft is about and ${context.toLocaleString('en')} ${context === 1 ? 'is' : 'are'} shown only for context.`,
  when: {
    title: 'When',
    period: (first: string, last: string) =>
      `What the findings count happened between ${first} and ${last}.`,
    unknown: 'The findings know of no times.',
  },
  where: {
    title: 'Where',
    used: (ips: number, devices: number) =>
      `On the platform, from ${plural(ips, 'IP address', 'IP addresses')} and ${plural(devices, 'device', 'devices')} that the findings cite as used by these accounts:`,
    /** `members` of the accounts that it is about, `context` of those shown for context alone. */
    shared: (what: string, members: number, context: number) =>
      `${what}, used by ${members.toLocaleString('en')} of these accounts${context > 0 ? `, and by ${plural(context, 'account', 'accounts')} shown only for context` : ''}`,
    nothing: 'No address or device is used by two of these accounts.',
    note: 'Where somebody lives, and where a name comes from, is no reason for suspicion.',
  },
  why: {
    title: 'Why it is suspicious',
    indicators: 'It is consistent with what the joint advisory of 16 May 2022 describes:',
    indicator: (id: string, meaning: string) => `${id}: ${meaning}`,
    score: (score: number) =>
      `Score ${score.toFixed(2)} of 1.00: ${scoreMessages.meaning.cluster}. ${scoreMessages.ranks}`,
    benign: 'Innocent explanations that were to be considered, and why they do not explain it:',
    answer: (explanation: string) => `${explanation} [why it does not hold here, or that it may]`,
    own: '[What the analyst adds: contacts with the holders, documents asked for, what they answered]',
  },
  how: {
    title: 'How the money moved',
    counted: (accounts: number) =>
      `Totals of what ${plural(accounts, 'payment account', 'payment accounts')} of these accounts received from other payment accounts and sent to them, whoever holds those, settled transfers alone, in each currency by itself:`,
    total: (
      direction: 'in' | 'out',
      amount: string,
      transfers: number,
      first: string,
      last: string,
    ) =>
      `${direction === 'in' ? 'Received' : 'Sent'}: ${amount} in ${plural(transfers, 'transfer', 'transfers')}, ${period(first, last)}`,
    quarter: (name: string, amount: string, transfers: number) =>
      `${name === '' ? 'undated' : name}: ${amount} in ${plural(transfers, 'transfer', 'transfers')}`,
    quarterName: (year: string, quarter: number) => `quarter ${quarter} of ${year}`,
    unsettled: (count: number) =>
      `${plural(count, 'transfer that failed, was reversed or is disputed is', 'transfers that failed, were reversed or are disputed are')} not in the totals.`,
    notCounted: (count: number, most: number) =>
      `${plural(count, 'payment account has', 'payment accounts have')} more than ${counted(most, 'transfer', 'transfers')}, as those of platforms and banks have, and ${count === 1 ? 'is' : 'are'} not counted.`,
    nothing: 'No transfer of their payment accounts was loaded.',
    months: 'totals.csv in the bundle has them by month.',
  },
  basis: {
    title: 'What this rests on',
    text: 'Every statement is traced to its source rows in the report of the evidence bundle of the same scope. [Where the bundle is kept, and its payload digest]',
  },
  badDate: (text: string, today: string) => `${text} is no day. Write it as ${today}.`,
  laterDate: (text: string, today: string) =>
    `${text} is still to come; today is ${today} (UTC). A decision can only be dated until today.`,
  command: {
    about: 'draft a suspicious-activity narrative, for a person to edit',
    out: 'the text file to write (Markdown)',
    decided: 'the day on which filing was decided, such as 2026-11-30',
  },
  written: (path: string, due: string | null) =>
    `${path}${due === null ? '' : `\nTo be filed by ${due}.`}`,
} as const;

function between(first: string, last: string): string {
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  return from === to ? `on ${from}` : `between ${from} and ${to}`;
}

function period(first: string, last: string): string {
  if (first === '') return 'at unknown times';
  return first === last ? `in ${first}` : `from ${first} to ${last}`;
}
