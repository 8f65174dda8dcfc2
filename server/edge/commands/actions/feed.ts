import { messages } from '../../../../domain/messages/index.ts';
import { feedFilePath } from '../../../operations/feeds/feed-file.ts';
import { listFeeds } from '../../../operations/feeds/feed-store.ts';
import { refreshFeed, type RefreshOptions } from '../../../operations/feeds/refresh.ts';
import type { Database } from '../../../graph/neo4j/database.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { terminalProgress, type Progress } from '../../../platform/progress.ts';
import { readSettings, type Settings } from '../../../platform/settings/settings.ts';
import { print, printJson } from './print.ts';

const text = messages.feeds;

/** Exit status of a refresh that is done, but rejected rows. */
const someRejected = 3;

interface Options extends Pick<RefreshOptions, 'published' | 'force'> {
  json?: true;
}

export function list(options: Options): Promise<void> {
  return opened(async (database, settings) => {
    const feeds = await listFeeds(database, settings);
    if (options.json) printJson({ items: feeds });
    else if (feeds.length === 0) print(text.none(feedFilePath(settings)));
    else print(feeds.map(text.line).join('\n'));
  });
}

export function refresh(id: string, options: Options): Promise<void> {
  return opened(async (database, settings, progress) => {
    const refreshed = await refreshFeed(database, settings, id, options, progress);
    if (options.json) printJson(refreshed);
    else print(text.summary(refreshed));
    if (refreshed.outcome === 'screened' && refreshed.screening.counts.rejected > 0)
      process.exitCode = someRejected;
  });
}

async function opened(
  work: (database: Database, settings: Settings, progress: Progress) => Promise<void>,
): Promise<void> {
  const settings = readSettings();
  const progress = terminalProgress();
  const open = await openDatabase(settings, progress);
  try {
    await work(open.database, settings, progress);
  } finally {
    progress.end();
    await open.close();
  }
}
