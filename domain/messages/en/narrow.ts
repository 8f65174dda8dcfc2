import { count } from './typography.ts';

/** What a person reads where there is no room for all of it at once. */
export const narrowMessages = {
  /** From an item of the queue that fills the window. */
  backToList: 'Back to the list',
  /** In an item's row, where the table has no columns for it. */
  assigned: (who: string) => `assigned to ${who}`,
  due: (day: string) => `due ${day}`,
  /** Opens what a line has no room for. */
  more: (n: number) => `${n.toLocaleString('en')} more`,
  notes: (n: number) => count(n, 'note', 'notes'),
  counts: (n: number) => count(n, 'count', 'counts'),
  /** What opens by it, for who does not see the line. */
  moreOf: (what: string) => `More of: ${what}`,
} as const;
