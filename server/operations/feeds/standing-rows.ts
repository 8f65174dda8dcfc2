import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { exactCsvLine } from '../../../domain/csv-line.ts';
import { writeOwnFile } from '../../platform/own-file.ts';
import { isDelisted, type ListEntry } from './list-entries.ts';
import type { EntryDifference } from './list-difference.ts';

const columns = ['entry_id', 'list', 'name', 'listed_on', 'delisted_on'];

/**
 * Writes, as rows to load, what an edition says by what it does not have: since when an entry is no longer listed, and
 * since when one is again that was not. Returns the folder, or null where there is nothing to say.
 */
export async function writeStandingRows(
  folder: string,
  list: string,
  published: string,
  { added, removed }: EntryDifference,
  stored: ReadonlyMap<string, ListEntry>,
): Promise<string | null> {
  const back = added.filter(({ key }) => {
    const before = stored.get(key);
    return before !== undefined && isDelisted(before);
  });
  if (removed.length + back.length === 0) return null;
  const lines = [
    ...removed.map(({ id, name }) => [id, list, name, '', published]),
    ...back.map(({ id, name }) => [id, list, name, published, '']),
  ];
  await mkdir(folder, { recursive: true });
  const text = [columns, ...lines].map(exactCsvLine).join('');
  await writeOwnFile(join(folder, 'watchlist.csv'), text);
  return folder;
}
