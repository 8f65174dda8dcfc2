import { outOf100 } from '../../score.ts';
import { count as counted } from './typography.ts';

function stretch(from: string, to: string | null): string {
  if (to === null) return `from ${from} on, no end stated`;
  return from === to ? from : `${from} – ${to}`;
}

/** What `skein explain` and the page say about a link. */
export const explainMessages = {
  about: 'Why two accounts are linked: every weight, and the strongest paths',
  accountArgument: 'the id of an account',
  noRun: 'Nothing was detected yet. Run `skein detect` first.',
  noAccount: (id: string) => `There is no account ${id}. Search for it, or load the file it is in.`,
  sameAccount: (id: string) => `Both are ${id}. Give two different accounts.`,
  reason: (bond: string, sharedBy: number, accounts: number, amount: number, most: number) =>
    `${bond}: shared by ${sharedBy} of ${counted(accounts, 'account', 'accounts')}, ` +
    `${Math.round(amount * 100)} % of the most it can weigh (${most.toFixed(2)})`,
  times: {
    title: 'When each used it',
    used: (from: string, to: string | null, rows: number) =>
      `${stretch(from, to)}, ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`,
    both: (from: string, to: string | null) => {
      if (to === null) return `both from ${from} on; no end is stated`;
      return from === to ? `both on ${from}` : `both from ${from} to ${to}`;
    },
    sameDays: (days: number) =>
      `on the same day ${days === 1 ? 'once' : `${days.toLocaleString('en')} times`}`,
    apart: 'never at the same time',
  },
  prior: 'before any evidence',
  total: 'together',
  score: (score: number) => `the same hands, these two: ${outOf100(score, 1).toFixed(1)} %`,
  scheme: (score: number, accounts: number, cluster: string) =>
    `serves one scheme, the group of ${accounts} that both are in (${cluster}): ${outOf100(score, 1).toFixed(1)} %`,
  noScheme: 'serves one scheme: the two are in no group together',
  sameRows: (what: string, weight: number, alone: number) =>
    `rests on the same rows as “${what}”, and a row counts once: ${weight.toFixed(2)} of ${alone.toFixed(2)}`,
  sameFamily: (what: string, alone: number) =>
    `of one kind of evidence with “${what}”, of which the strongest counts: 0.00 of ${alone.toFixed(2)}`,
  nothing: (a: string, b: string) => `Nothing links ${a} and ${b}.`,
  sources: (shown: readonly string[], more: number) =>
    `rows: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
} as const;
