import { count } from './typography.ts';

/** What leads read of retention on the page of data. */
export const retentionPageMessages = {
  title: 'Retention',
  about:
    'After how long rows go by age, what is held, and what went. Rules stand in retention.json where Skein runs; holds are set and lifted there with the command skein hold.',
  rules: 'Rules',
  none: 'No rule is stated: nothing goes by age.',
  problem: 'No rule is in force, as the file cannot be used:',
  rule: (file: string, days: number) => `${file}: after ${count(days, 'day', 'days')}`,
  at: (at: string, timezone: string) => `Applied each day at ${at} (${timezone}).`,
  byCommand: 'Applied by command alone.',
  next: (when: string) =>
    `Next on ${when}; rules that are new hold from the time after they were seen.`,
  holds: 'Legal holds',
  noHolds: 'Nothing is under legal hold.',
  kinds: { account: 'Account', case: 'Case' },
  setBy: (who: string, when: string) => `Set by ${who} on ${when}, until it is lifted:`,
  lifted: (who: string, when: string) => `Lifted by ${who} on ${when}:`,
  applied: 'Applied',
  noneApplied: 'The rules were not applied yet.',
  scheduled: 'by itself',
  byHand: (who: string) => `by ${who}, by command`,
  states: {
    waiting: 'Put off',
    running: 'Under way',
    done: 'Done',
    missed: 'Not done; the next day’s took its place',
  },
  file: (file: string, removed: number, kept: number) =>
    `${file}: ${count(removed, 'row', 'rows')} went` +
    (kept === 0 ? '' : `, ${kept.toLocaleString('en')} kept by a hold or an open case`),
  again: (when: string) => `Tried again from ${when} on.`,
} as const;
