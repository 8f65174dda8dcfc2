import type { Command } from 'commander';
import { words } from '../../domain/words/index.ts';
import { startDelivering } from '../delivery/worker.ts';
import { createApp } from '../http/app.ts';
import { createLog } from '../http/request-log.ts';
import { serve } from '../http/serve.ts';
import { removeOldIntakes } from '../intake/folder.ts';
import type { Database } from '../neo4j/database.ts';
import { openDatabase } from '../neo4j/open.ts';
import { terminalProgress } from '../progress.ts';
import { readSettings, type Settings } from '../settings.ts';
import { detectAndReport } from '../watch/report-job.ts';
import { checkSchedule, startSchedule } from '../watch/schedule.ts';
import { askedToEnd } from './ending.ts';
import { print, remark } from './print.ts';
import { offerSample } from './sample.ts';

const text = words.commands.up;

interface Options {
  sample?: true;
  reportCron?: string;
  reportTimezone?: string;
}

export function upCommand(program: Command): void {
  program
    .command('up')
    .description(text.about)
    .option('--sample', text.sampleOption)
    .option('--report-cron <schedule>', text.reportOption)
    .option('--report-timezone <zone>', words.report.command.timezone)
    .action(up);
}

/** Serves until it is asked to end, or its database has gone. */
async function up(options: Options): Promise<void> {
  const settings = readSettings();
  if (options.reportCron !== undefined) checkSchedule(options.reportCron, options.reportTimezone);
  const ending = askedToEnd();
  const progress = terminalProgress();
  const opened = await openDatabase(settings, progress);
  try {
    const prepared = options.sample ? offerSample(opened.database, settings, progress) : null;
    // Asked to end while it loads, it ends at once: a load can be run again.
    const early = await Promise.race([ending, prepared]);
    progress.end();
    if (typeof early === 'string') remark(early);
    else await served(opened.database, settings, options, [ending, opened.lost.then(databaseLost)]);
  } finally {
    await opened.close();
  }
}

async function served(
  database: Database,
  settings: Settings,
  { reportCron, reportTimezone }: Options,
  endings: readonly Promise<string>[],
): Promise<void> {
  await removeOldIntakes(settings);
  const log = createLog();
  const app = createApp({ database, settings, log });
  const serving = await serve(app, settings.host, settings.port);
  const schedule =
    reportCron === undefined
      ? null
      : startSchedule({
          cron: reportCron,
          ...(reportTimezone === undefined ? {} : { timezone: reportTimezone }),
          log: remark,
          async run() {
            await detectAndReport({ database, settings, link: serving.url, log: remark });
          },
        });
  const delivering = startDelivering({ database, settings: settings.delivery, log });
  print(text.ready(serving.url));
  remark(await Promise.race(endings));
  schedule?.stop();
  await delivering.stop();
  await serving.close();
}

function databaseLost(): string {
  process.exitCode = 1;
  return text.databaseLost;
}
