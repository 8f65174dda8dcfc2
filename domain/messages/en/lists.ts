import { count } from './typography.ts';

/** Who may know of a list of watchlist entries: what is said of that, and why something is refused. */
export const listsMessages = {
  noList: (list: string) =>
    `There is no list called ${list}: GET /api/v1/lists, or skein list list, names those that there are.`,
  notThere: 'What was named in the request is not there.',
  refused:
    'Lists are marked here that you are not among the people for, and it is not certain that nothing of them would be in this. Ask for less: one finding, cluster or account in place of a file or a query of your own.',
  changedMeanwhile: (list: string) =>
    `Who may know of ${list} was changed meanwhile: read how it stands now, and say its revision.`,
  unknown: (names: readonly string[]) =>
    `not known here: ${names.join(', ')}; skein people list names those who are`,
  withoutYou: 'you have to stay among them; somebody else of them can take you out',
  nobodyComesIn: 'none of them may come in: name somebody who is not switched off',
  plainList: (list: string) =>
    `${list} is too short, or a word of Skein’s own, to be told from others where it stands in a text: load the list under another name, of four characters or more, and mark that.`,
  plainEntries: (number: number, some: readonly string[]) =>
    `The ids of ${count(number, 'entry', 'entries')} (${some.join(', ')}${number > some.length ? ' …' : ''}) are too short, or words of Skein’s own, to be told from others where they stand in a text: load the list with ids of four characters or more with a letter, or of six figures.`,
} as const;

/** What `skein list` says. */
export const listCommandMessages = {
  about: 'lists of watchlist entries, and who may know of them',
  list: 'list the lists that are loaded, with who may know of each',
  members: 'say who may know of a list, or change that',
  onlyOption: 'somebody who may know of it; given several times, these alone may',
  allOption: 'everybody who may see lists may know of it',
  whyOption: 'why, for the custody log',
  none: 'No watchlist is loaded.',
  entries: (number: number) => count(number, 'entry', 'entries'),
  everybody: 'everybody who may see lists',
  some: (names: readonly string[]) => `${names.join(', ')} alone`,
  either: 'Say --only NAME or --all, not both.',
  whyMissing: 'Say why, with --why: the custody log has it.',
} as const;
