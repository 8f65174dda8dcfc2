import type { AllowList } from '../../../domain/allowed.ts';
import { messages } from '../../../domain/messages/index.ts';
import { NotAllowedError, UsageError } from '../../platform/problems.ts';
import { readAllowList } from '../../platform/reach/allow-list.ts';
import { findFolder } from '../../platform/reach/folders.ts';
import { isNamed } from '../../platform/reach/hosts.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { addressOf } from './address.ts';
import { readFeedFile } from './feed-file.ts';

/** What the operator allows; of feeds, what either file names, and the hosts that its own feeds are read from. */
export async function allowedNow(settings: Settings): Promise<AllowList> {
  const allowList = await readAllowList(settings);
  const { feeds, allow } = await readFeedFile(settings);
  const own = feeds.flatMap(({ from }) => addressOf(from)?.host ?? []);
  const hosts = [...allowList.feeds.hosts, ...allow.hosts, ...own];
  const folders = [...allowList.feeds.folders, ...allow.folders];
  return { ...allowList, feeds: { folders: [...new Set(folders)], hosts: [...new Set(hosts)] } };
}

/** Where a feed may be read. */
export interface FeedReach {
  /** Of other addresses than public ones only these are connected to. */
  hosts: readonly string[];
  /** Where its files may lie, wherever links lead; null: anywhere, as the operator's own feed says. */
  folders: readonly string[] | null;
}

/**
 * Refuses what the operator does not allow a feed to come from: hosts and folders that nobody named, wherever links lead. A
 * feed of the operator's own file comes from where that says. Throws NotAllowedError, and UsageError where there is no folder.
 */
export async function checkAllowed(from: string, settings: Settings): Promise<FeedReach> {
  const { file, feeds: allowed } = await allowedNow(settings);
  const { feeds } = await readFeedFile(settings);
  const isOwn = feeds.some((feed) => feed.from === from);
  const url = addressOf(from);
  if (url) {
    if (!isOwn && !isNamed(url, allowed.hosts))
      throw new NotAllowedError(messages.reach.feedHost(url.host, allowed.hosts, file));
    return allowed;
  }
  if (isOwn) return { ...allowed, folders: null };
  const found = await findFolder(from, allowed.folders);
  if (!('refused' in found)) return allowed;
  throw found.refused === 'missing'
    ? new UsageError(messages.feeds.from.noFolder(from))
    : new NotAllowedError(messages.reach.feedFolder(from, allowed.folders, file));
}
