import { count as counted } from './typography.ts';

/** What a person reads of: comparing names and screening them against lists. */
export const namesMessages = {
  namesAbout: 'score pairs of names: how likely the two are spellings of one',
  pairs: 'a CSV with the columns name1, name2 and, if it likes, schema (Person, Organization, …)',
  out: 'where to write the same rows with the column score',
  scored: ({ file, pairs }: { file: string; pairs: number }) =>
    `${counted(pairs, 'pair', 'pairs')} scored: ${file}`,
  screenAbout: 'find names in the loaded watchlists, in any script and spelling',
  names: 'names of people or companies',
  file: 'a CSV with the column name',
  list: 'this watchlist only, such as OFAC-SDN',
  noNames: 'Name somebody, or a file of names with --file.',
  noList: (list: string | undefined) =>
    list === undefined
      ? 'No watchlist is loaded: `skein import ofac` makes a folder that `skein load` takes.'
      : `No entry of a watchlist ${list} is loaded.`,
  /** What names were held against, list by list. */
  against: (lists: readonly (readonly [string, number])[]) =>
    `Held against ${lists.map(([list, entries]) => `${list === '' ? 'entries of no named list' : list} (${entries.toLocaleString('en')} ${entries === 1 ? 'entry' : 'entries'})`).join(', ')}, as loaded here. No hit clears nobody.`,
  nothing: (name: string) => `${name}: no entry has a name like it.`,
  found: (name: string, count: number) =>
    `${name}: ${count} ${count === 1 ? 'entry has' : 'entries have'} a name like it; a name alone identifies nobody`,
} as const;
