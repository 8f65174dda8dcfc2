import type { Command } from 'commander';
import { words } from '../../../domain/words/index.ts';
import { feedFilePath } from '../../feeds/feed-file.ts';
import { listFeeds } from '../../feeds/feed-store.ts';
import { refreshFeed, type RefreshOptions } from '../../feeds/refresh.ts';
import type { Database } from '../../neo4j/database.ts';
import { openDatabase } from '../../neo4j/open.ts';
import { terminalProgress, type Progress } from '../../progress.ts';
import { readSettings, type Settings } from '../../settings.ts';
import { print, printJson } from './print.ts';

const text = words.feeds;

/** Exit status of a refresh that is done, but rejected rows. */
const someRejected = 3;

interface Options extends Pick<RefreshOptions, 'published' | 'force'> {
  json?: true;
}

export function feedCommand(program: Command): void {
  const feed = program.command('feed').description(text.about);
  feed
    .command('list')
    .description(text.list)
    .option('--json', words.commands.jsonOption)
    .action((options: Options) =>
      opened((database, settings) => list(database, settings, options)),
    );
  feed
    .command('refresh')
    .description(text.refresh)
    .argument('<id>', text.id)
    .option('--published <date>', text.publishedOption)
    .option('--force', text.forceOption)
    .option('--json', words.commands.jsonOption)
    .action((id: string, options: Options) =>
      opened(async (database, settings, progress) => {
        const refreshed = await refreshFeed(database, settings, id, options, progress);
        if (options.json) printJson(refreshed);
        else print(text.summary(refreshed));
        if (refreshed.outcome === 'screened' && refreshed.screening.counts.rejected > 0)
          process.exitCode = someRejected;
      }),
    );
}

async function list(database: Database, settings: Settings, options: Options): Promise<void> {
  const feeds = await listFeeds(database, settings);
  if (options.json) printJson({ items: feeds });
  else if (feeds.length === 0) print(text.none(feedFilePath(settings)));
  else print(feeds.map(text.line).join('\n'));
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
