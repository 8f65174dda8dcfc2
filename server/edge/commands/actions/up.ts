import { setTimeout as after } from 'node:timers/promises';
import { messages } from '../../../../domain/messages/index.ts';
import { startAnchoring } from '../../../operations/audit/keeper.ts';
import { startDelivering } from '../../../operations/delivery/worker.ts';
import { firstLink, houseOf, personsOfOtherKeys } from '../../../people/persons.ts';
import { Provider } from '../../../people/provider.ts';
import { isLoopback } from '../../../platform/network/loopback.ts';
import { createApp } from '../../http/app.ts';
import { createLog } from '../../http/request-log.ts';
import { logSlowQueries } from '../../http/slow-queries.ts';
import { serve } from '../../http/serve.ts';
import { removeOldIntakes } from '../../../ingest/intake/folder.ts';
import type { Database } from '../../../graph/neo4j/database.ts';
import { handBackAll } from '../../../graph/neo4j/handed-back.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { InvalidDataError, UsageError } from '../../../platform/problems.ts';
import { makeOwnFolders, readAllowList } from '../../../platform/reach/allow-list.ts';
import { readSettings, type Settings } from '../../../platform/settings/settings.ts';
import { tokenVariable } from '../../../platform/settings/token-settings.ts';
import { systemClock } from '../../../platform/clock.ts';
import { deliverReport } from '../../../operations/watch/deliver-report.ts';
import { readScheduleFile, type ScheduleFile } from '../../../operations/watch/schedule-file.ts';
import {
  applyCommandSchedule,
  applyScheduleFile,
} from '../../../operations/watch/stated-schedules.ts';
import { nextTimes } from '../../../platform/times.ts';
import { startWatch } from '../../../operations/watch/watch.ts';
import { askedToEnd } from './ending.ts';
import { print, remark } from './print.ts';
import { offerSample } from './sample.ts';

const text = messages.commands.up;

interface Options {
  sample?: true;
  reportCron?: string;
  reportTimezone?: string;
  backup: boolean;
}

/** Whoever copies into an inbox slowly writes something at least this often. */
const quietMs = 30_000;
/** From the moment that it is asked to end until it has, whatever is under way; whoever ends it kills it soon after. */
const endMs = 9_500;
/** Of that: for what is under way to end, or to be kept for whoever takes it up; then for the last of it, each. */
const [workMs, lastWorkMs] = [5_000, 1_000];

/** Schedules that are stated by the command and by a file. */
interface Stated {
  command: { cron: string; timezone: string } | null;
  file: ScheduleFile | null;
}

/** Serves until it is asked to end, or its database has gone. */
export async function up(options: Options): Promise<void> {
  const settings = { ...readSettings(), backUpFirst: options.backup };
  remarkOnAccess(settings);
  await readAllowList(settings);
  const stated = {
    command: commandSchedule(options),
    file: await readScheduleFile(settings, new Date()),
  };
  const ending = askedToEnd();
  // Whatever it is at then: what it holds runs out, or is given back before.
  void ending.then(() => exitWithin(endMs));
  const progress = terminalProgress();
  const opened = await openDatabase(settings, progress);
  try {
    const prepared = options.sample ? offerSample(opened.database, settings, progress) : null;
    // Asked to end while it loads, it ends at once: a load can be run again.
    const early = await Promise.race([ending, prepared]);
    progress.end();
    if (typeof early === 'string') remark(early);
    else
      await served(opened.database, settings, stated, [
        ending,
        opened.lost.then(() => text.databaseLost),
      ]);
  } finally {
    await opened.close();
    // Whatever still waits for the database waits in vain.
    exitWithin(lastWorkMs);
  }
}

function exitWithin(ms: number): void {
  setTimeout(() => process.exit(), ms).unref();
}

/** What takes longer is left as it is. */
async function within(ms: number, ...work: Promise<void>[]): Promise<void> {
  await Promise.race([Promise.allSettled(work), after(ms, undefined, { ref: false })]);
}

/** What the operator should know of who reaches it. */
function remarkOnAccess({ host, open, publicUrls, tls, former, token }: Settings): void {
  if (former) remark(text.former(former));
  if (token) remark(messages.byToken.notOfServers(tokenVariable(token)));
  if (isLoopback(host)) return;
  if (open) remark(text.openToAll(host));
  else if (!tls && !publicUrls?.some((url) => url.startsWith('https:'))) remark(text.inClear(host));
}

async function served(
  database: Database,
  settings: Settings,
  { command, file }: Stated,
  endings: readonly Promise<string>[],
): Promise<void> {
  const house = houseOf(database, settings);
  await makeOwnFolders(settings);
  await removeOldIntakes(settings);
  const stating = { now: new Date(), log: remark };
  await applyCommandSchedule(database, command, stating);
  if (file) await applyScheduleFile(database, file, stating);
  // Before it says that it is ready: from then on it goes on without the database.
  const others = await personsOfOtherKeys(house);
  const secret = settings.open ? null : await firstLink(house, new Date());
  const log = createLog();
  if (settings.slowQueryMs !== undefined) logSlowQueries(log, settings.slowQueryMs);
  // Its libraries take a moment to load, and few need them.
  const tracing =
    settings.tracesUrl === undefined
      ? null
      : (await import('../../http/tracing.ts')).startTracing(settings.tracesUrl);
  const app = createApp({
    database,
    settings,
    log,
    ...(tracing ? { follow: tracing.follow } : {}),
  });
  const tls = settings.tls && {
    ...settings.tls,
    failed: (error: unknown) => log.error({ err: error }, 'certificate not renewed'),
  };
  const serving = await serve(app, settings.host, settings.port, tls);
  const [link = serving.link] = settings.publicUrls ?? [];
  const delivering = startDelivering({ database, settings, log });
  const keeping = startAnchoring({
    ...{ database, settings, clock: () => new Date() },
    failed: (error) => log.error({ err: error }, messages.audit.anchor.notMade),
  });
  const watch = startWatch({
    ...{ database, settings, link, clock: systemClock, log: remark },
    deliver: deliverReport,
    quietMs,
  });
  app.takeUp();
  print(text.ready(settings.publicUrls?.[0] ?? serving.url));
  if (settings.publicUrls) remark(text.listens(serving.url));
  if (others > 0) remark(messages.accountKey.otherKey(others));
  if (settings.signOn && !settings.open)
    new Provider(settings.signOn)
      .check()
      .catch((error: unknown) => remark(messages.signOn.atStart((error as Error).message)));
  // Behind the number sign, so that no log of any server on the way has it.
  if (secret) print(text.enter(`${settings.publicUrls?.[0] ?? serving.url}/enter#${secret}`));
  const why = await Promise.race(endings);
  remark(why);
  // Here and not when it goes: to end by Ctrl+C lets go of it too.
  if (why === text.databaseLost) process.exitCode = 1;
  exitWithin(endMs);
  await within(workMs, app.handOver(), watch.stop(), delivering.stop(), serving.close());
  // What still works can write nothing more, and nobody waits for it.
  await within(lastWorkMs, handBackAll());
  // Now, so that what the others have recorded is taken in.
  await within(lastWorkMs, keeping.stop(), tracing?.stop() ?? Promise.resolve());
}

/** Throws UsageError, so that a mistake shows before anything is started. */
function commandSchedule({ reportCron, reportTimezone }: Options): Stated['command'] {
  if (reportCron === undefined) return null;
  const timezone = reportTimezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    nextTimes(reportCron, timezone, new Date(), 1);
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    const at = error.details[0]?.where === 'timezone' ? '--report-timezone' : '--report-cron';
    throw new UsageError(messages.schedules.badOption(at, error.message));
  }
  return { cron: reportCron, timezone };
}
