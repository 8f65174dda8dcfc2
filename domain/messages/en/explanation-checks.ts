import type { CheckResult } from '../../explanation-check.ts';
import { count } from './typography.ts';

const results: Record<CheckResult, string> = {
  holds: 'holds',
  fails: 'does not hold',
  open: 'not settled',
};

const number = (n: number) => n.toLocaleString('en');

/** What a person reads of honest explanations and whether they were checked. */
export const explanationChecksMessages = {
  title: 'Honest explanations',
  hint: 'Check each before you decide: a tick says how it was checked, what came of it, and by whom.',
  results,
  checked: (checked: number, all: number) =>
    `${number(checked)} of ${count(all, 'honest explanation', 'honest explanations')} checked`,
  check: 'Check …',
  /** Of the form, for those who hear the page. */
  form: (explanation: string) => `Check: ${explanation}`,
  how: 'How it was checked',
  howHint: 'What you looked at, or whom you asked. Kept with your name and the time.',
  howMissing: 'Say how: a check that nobody can follow is not kept.',
  result: 'What came of it',
  resultMissing: 'Choose what came of it.',
  choose: 'Choose one',
  record: 'Record the check',
  cancel: 'Cancel',
  recorded: 'The check is recorded.',
  /** In a history. */
  entry: 'An explanation was checked',
  withdrawnEntry: 'A check was withdrawn',
  undo: 'Undo',
  withdrawn: (by: string, at: string, why: string) => `Withdrawn by ${by}, ${at}: ${why}`,
  withdrawnNews: 'The check is taken back; it stays in the history.',
  withdraw: 'Withdraw …',
  withdrawTitle: 'Withdraw this check',
  withdrawHint: 'It stays in the history, with who withdrew it and why; one before it holds again.',
  withdrawDo: 'Withdraw',
  former: (n: number) => count(n, 'earlier check', 'earlier checks'),
  byAt: (by: string, at: string) => `${by}, ${at}`,
  /** Of a cluster that has others now. */
  then: (accounts: number) => `when it was about ${count(accounts, 'account', 'accounts')}`,
  unchecked: (says: readonly string[]) => `Not checked: ${says.join('; ')}.`,
  /** In a report. */
  report: {
    title: 'Honest explanations, as checked',
    line: (says: string, result: string) => `${says}: ${result}`,
    note: 'The other explanations have not been checked.',
  },
  /** Of weights learned from decisions. */
  calibration: {
    title: 'Honest explanations checked',
    about:
      'Of what was confirmed or dismissed, how often each honest explanation had been checked, and what came of it. It is counted here for you to judge how well the decisions are founded; no weight is estimated from it.',
    none: 'Of what was confirmed or dismissed, no honest explanation had been checked.',
    head: ['explanation', 'checked', 'held', 'did not', 'not settled'],
    table: 'Honest explanations checked, by what came of it',
  },
  problems: {
    none: 'is no honest explanation of this item',
    noCheck: (id: string) => `There is no check ${id}.`,
    withdrawnBefore: (id: string) => `Check ${id} was withdrawn before.`,
  },
} as const;
