import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { feedDraftSchema, type FeedDraft } from '../../../domain/feed.ts';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, UnavailableError, type Detail } from '../../platform/problems.ts';
import { allowedFolders, allowedHosts } from '../../platform/reach/allow-list.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { addressOf } from './address.ts';

/** What the operator says of feeds, in a file that no request can change. */
export interface FeedFile {
  /** The feeds that the file itself names. */
  feeds: FeedDraft[];
  /** Where feeds that are made by the API may come from, beside what the operator's allow-list names. */
  allow: { hosts: string[]; folders: string[] };
}

const text = messages.feeds.file;

const fileSchema = z.strictObject({
  feeds: z.array(feedDraftSchema).max(100).default([]),
  allow: z
    .strictObject({
      hosts: allowedHosts.default([]),
      folders: allowedFolders.default([]),
    })
    .default({ hosts: [], folders: [] }),
});

/** The file that is read: SKEIN_FEEDS, or feeds.json in SKEIN_HOME. */
export function feedFilePath(settings: Settings): string {
  return settings.feeds ?? join(settings.home, 'feeds.json');
}

/** Reads the operator's file; without one there are no feeds of its. Throws InvalidDataError, a line a fault. */
export async function readFeedFile(settings: Settings): Promise<FeedFile> {
  const file = feedFilePath(settings);
  const said = await textOf(file, settings.feeds !== undefined);
  if (said === null) return { feeds: [], allow: { hosts: [], folders: [] } };
  const read = fileSchema.safeParse(jsonOf(said, file));
  const details = read.success
    ? faultsOf(read.data.feeds)
    : read.error.issues.map(({ path, message }) => ({ where: path.join('.'), problem: message }));
  if (!read.success || details.length > 0)
    throw new InvalidDataError(text.faults(file, details), details);
  return read.data;
}

/** Null where there is none and none was asked for. */
async function textOf(file: string, asked: boolean): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !asked) return null;
    throw new UnavailableError(text.unreadable(file, code ?? message));
  }
}

function jsonOf(said: string, file: string): unknown {
  try {
    return JSON.parse(said);
  } catch (error) {
    throw new InvalidDataError(text.notJson(file, (error as Error).message));
  }
}

/** What no single field shows. */
function faultsOf(feeds: readonly FeedDraft[]): Detail[] {
  return feeds.flatMap((feed, at) => {
    const earlier = feeds.slice(0, at);
    const faults: Detail[] = [];
    const problem = addressProblem(feed.from);
    if (problem !== null) faults.push({ where: `feeds.${at}.from`, problem });
    for (const field of ['id', 'list'] as const)
      if (earlier.some((other) => other[field] === feed[field]))
        faults.push({ where: `feeds.${at}.${field}`, problem: text.twice(feed[field]) });
    return faults;
  });
}

/** Why a feed cannot come from there, or null. */
export function addressProblem(from: string): string | null {
  const url = addressOf(from);
  if (!url) return isAbsolute(from) ? null : text.neither;
  return url.username !== '' || url.password !== '' ? text.credentials : null;
}
