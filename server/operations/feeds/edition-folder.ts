import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedFormat } from '../../../domain/feed.ts';
import { messages } from '../../../domain/messages/index.ts';
import { UsageError } from '../../platform/problems.ts';
import { dateIn } from './published.ts';

const text = messages.feeds.from;

/** What an importer reads: a folder of OFAC's files, or a file of entities. */
export interface EditionSource {
  /** Handed to the importer. */
  source: string;
  /** All that it reads there. */
  files: string[];
  /** From the name, or null. */
  date: string | null;
}

/** The names of OFAC's three files, without an ending. */
export const ofacStems = ['sdn', 'alt', 'add'] as const;
const entityFile = /\.(json|jsonl|ndjson|ftm)$/i;

const wanted: Readonly<Record<FeedFormat, string>> = {
  ofac: ofacStems.map((stem) => `${stem}.csv`).join(', '),
  followthemoney: '*.json',
};

/**
 * The edition that a folder holds: its own, or that of the folder in it whose name ends in the latest date. Throws
 * UsageError where there is none, or where nothing says which.
 */
export async function editionIn(folder: string, format: FeedFormat): Promise<EditionSource> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new UsageError(text.noFolder(folder));
  });
  const own = await readEdition(folder, format);
  if (own) return own;
  const dated = entries
    .map(({ name }) => ({ name, date: dateIn(name) }))
    .filter((entry): entry is { name: string; date: string } => entry.date !== null)
    .sort((one, other) => (one.date > other.date ? -1 : 1));
  for (const { name, date } of dated) {
    const found = await readEdition(join(folder, name), format).catch(() => null);
    if (found) return { ...found, date: found.date ?? date };
  }
  throw new UsageError(text.noList(folder, wanted[format]));
}

/** Null where the folder itself holds no list. */
async function readEdition(folder: string, format: FeedFormat): Promise<EditionSource | null> {
  const names = (await readdir(folder)).sort();
  if (format === 'ofac') {
    const files = ofacStems.flatMap((stem) => {
      const name = names.find((each) => new RegExp(`^${stem}\\.csv(\\.gz)?$`, 'i').test(each));
      return name === undefined ? [] : [join(folder, name)];
    });
    const whole = files.length === ofacStems.length;
    return whole ? { source: folder, files, date: dateIn(folder) } : null;
  }
  const files = names.filter((name) => entityFile.test(name));
  const latest = latestOf(folder, files);
  if (latest === null) return null;
  const path = join(folder, latest);
  return { source: path, files: [path], date: dateIn(latest) ?? dateIn(folder) };
}

function latestOf(folder: string, files: readonly string[]): string | null {
  if (files.length <= 1) return files[0] ?? null;
  const dated = files.filter((name) => dateIn(name) !== null);
  if (dated.length < files.length) throw new UsageError(text.several(folder, files));
  return dated.sort((one, other) => (dateIn(one)! > dateIn(other)! ? -1 : 1))[0]!;
}
