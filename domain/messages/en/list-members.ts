import { count } from './typography.ts';

/** Who may know of a list of watchlist entries, as the page says and asks it. */
export const listMembersMessages = {
  heading: 'Lists, and who may know of them',
  columns: { list: 'List', who: 'Who may know of it' },
  entries: (n: number) => count(n, 'entry', 'entries'),
  none: 'No list is loaded.',
  change: 'Change who may know',
  all: 'Everybody who may see lists',
  some: (names: readonly string[]) => `${names.join(', ')} alone`,
  title: (list: string) => `Who may know of ${list}`,
  hint: 'To anybody else its entries, and every finding that rests on one of them, are as if they were not there, whatever their role. They cannot ask queries of their own meanwhile, nor take out files that could hold something of it. Who changes this, and why, stands in the audit log.',
  choices: { all: 'Everybody who may see lists', some: 'These people alone' },
} as const;
