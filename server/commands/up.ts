import type { Command } from 'commander';
import { words } from '../../domain/words/index.ts';
import { createApp } from '../http/app.ts';
import { createLog } from '../http/request-log.ts';
import { serve } from '../http/serve.ts';
import { openDatabase } from '../neo4j/open.ts';
import { terminalProgress } from '../progress.ts';
import { readSettings } from '../settings.ts';
import { askedToEnd } from './ending.ts';
import { print, remark } from './print.ts';

const text = words.commands.up;

export function upCommand(program: Command): void {
  program.command('up').description(text.about).action(up);
}

/** Serves until it is asked to end, or its database has gone. */
async function up(): Promise<void> {
  const settings = readSettings();
  const ending = askedToEnd();
  const opened = await openDatabase(settings, terminalProgress());
  try {
    const app = createApp({ database: opened.database, settings, log: createLog() });
    const serving = await serve(app, settings.host, settings.port);
    try {
      print(text.ready(serving.url));
      const why = await Promise.race([ending, opened.lost.then(() => text.databaseLost)]);
      remark(why);
      if (why === text.databaseLost) process.exitCode = 1;
    } finally {
      await serving.close();
    }
  } finally {
    await opened.close();
  }
}
