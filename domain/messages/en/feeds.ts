import type { Feed, Refreshed } from '../../feed.ts';
import { count as counted } from './typography.ts';

/** What a person reads of: feeds of watchlists and their screenings. */
export const feedsMessages = {
  about: 'watchlists that are brought up to date from where they are published',
  list: 'list the feeds, and which edition of each is loaded',
  refresh: 'fetch a feed’s list, load it, and screen what is new or changed in it',
  id: 'id of the feed',
  publishedOption: 'date of the edition (2021-07-14, 2021-07), where its source does not say it',
  forceOption: 'take an edition that is older than the one loaded',
  none: (file: string) => `There is no feed. Name one in ${file}, or make one by the API.`,
  line: ({ id, list, format, from, published_on: edition }: Feed) =>
    `${id}  ${list}  ${format}  ${edition === null ? 'never loaded' : `edition of ${edition}`}  ${from}`,
  summary: ({ outcome, screening }: Refreshed) => {
    const { list, published_on: edition, before, counts } = screening;
    if (outcome === 'unchanged') return `${list}: nothing changed since the edition of ${edition}.`;
    const { entry_changes: entries, matches } = counts;
    return [
      `${list}, edition of ${edition}${before === null ? '' : `, after that of ${before}`}: ${counts.entries} entries.`,
      `  entries  ${entries.added} added, ${entries.changed} changed, ${entries.removed} no longer listed`,
      `  matches  ${matches.new} new, ${matches.changed} changed, ${matches.gone} gone`,
      ...(counts.rejected > 0 ? [`  ${counts.rejected} rows could not be loaded`] : []),
      `Screening ${screening.id}. A match is an agreement to look into and identifies nobody by itself.`,
    ].join('\n');
  },
  step: {
    fetching: (id: string) => `Fetching ${id}`,
    screening: (entries: number) => `Screening ${counted(entries, 'entry', 'entries')}`,
  },
  noFeed: (id: string) => `There is no feed ${id}.`,
  noScreening: (id: string) => `There is no screening ${id}.`,
  idTaken: (id: string) => `There is a feed ${id} already: give this one another id.`,
  listTaken: (list: string, feed: string) =>
    `The list ${list} has a feed already (${feed}), and two would undo each other’s work.`,
  busy: (id: string) => `The feed ${id} is being refreshed: wait until that has ended.`,
  file: {
    unreadable: (file: string, why: string) => `${file} cannot be read: ${why}.`,
    notJson: (file: string, why: string) => `${file} is not JSON: ${why}.`,
    faults: (file: string, details: readonly { where: string; problem: string }[]) =>
      [
        `${file} does not say what feeds there are:`,
        ...details.map(({ where, problem }) => `  ${where}: ${problem}`),
      ].join('\n'),
    twice: (what: string) => `stands twice: ${what}`,
    neither: 'is neither an absolute folder nor an http:// or https:// address',
    credentials: 'holds a password, which would be shown with it: leave it out',
  },
  from: {
    noFolder: (folder: string) => `There is no folder ${folder}, or it cannot be read.`,
    noList: (folder: string, what: string) =>
      `${folder} holds no ${what}, and no folder in it whose name ends in a date does.`,
    several: (folder: string, files: readonly string[]) =>
      `${folder} holds several lists (${files.join(', ')}): leave one, or end their names in the date of each.`,
    noAnswer: (url: string, why: string) =>
      `${url} cannot be fetched: ${why}. The list stays as it was; try again.`,
    status: (status: number) => `HTTP ${status}`,
    otherHost: (to: string) => `it leads to ${to}, which is another host`,
    manyRedirects: 'it leads on and on',
    tooLarge: (most: number) => `it is larger than ${counted(most, 'byte', 'bytes')}`,
    tooSlow: (seconds: number) => `it takes longer than ${counted(seconds, 'second', 'seconds')}`,
  },
  noDate: (id: string) =>
    `The source of the feed ${id} does not say when this edition was published: end the name of its folder or file in the date (-2021-07-14), or give the date with --published (\`published\` in the API).`,
  badDate: (date: string) => `${date} is no date of an edition: write 2021-07-14, 2021-07 or 2021.`,
  older: (list: string, published: string, loaded: string) =>
    `This edition of ${list} is of ${published}, older than the one loaded, of ${loaded}: nothing was changed. If it is to count all the same, say so with --force (\`force\` in the API).`,
  empty: (list: string) =>
    `This edition of ${list} has no entry: nothing was changed, as all entries would count as no longer listed.`,
} as const;
