import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { words } from '../../domain/words/index.ts';
import { UsageError } from '../problems.ts';
import { addressOf } from './address.ts';
import type { FeedFile } from './feed-file.ts';

const text = words.feeds.from;

/**
 * Refuses what the operator does not allow a feed to come from: hosts that the file neither names nor reads from
 * itself, and folders outside those that it names, wherever links lead. Throws UsageError.
 */
export async function checkAllowed(
  from: string,
  { feeds, allow }: FeedFile,
  file: string,
): Promise<void> {
  if (feeds.some((feed) => feed.from === from)) return;
  const url = addressOf(from);
  if (url) {
    const own = feeds.flatMap((feed) => addressOf(feed.from)?.host ?? []);
    if (![...allow.hosts.map((host) => host.toLowerCase()), ...own].includes(url.host))
      throw new UsageError(text.hostNotAllowed(url.host, file));
    return;
  }
  const folder = await realpath(from).catch(() => {
    throw new UsageError(text.noFolder(from));
  });
  const allowed = await Promise.all(allow.folders.map((each) => realpath(each).catch(() => each)));
  if (!allowed.some((each) => folder === each || folder.startsWith(`${each}${sep}`)))
    throw new UsageError(text.folderNotAllowed(from, allow.folders, file));
}
