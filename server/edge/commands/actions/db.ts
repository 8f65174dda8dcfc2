import { messages } from '../../../../domain/messages/index.ts';
import { startToStay } from '../../../graph/neo4j/hold.ts';
import { reset } from '../../../graph/neo4j/local-reset.ts';
import { localStatus, stopLocal, type LocalStatus } from '../../../graph/neo4j/local-status.ts';
import { UsageError } from '../../../platform/problems.ts';
import { terminalProgress, type Progress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { agreed } from './agreed.ts';
import { print, printJson } from './print.ts';

const text = messages.commands.db;

export function start(): Promise<void> {
  return onLocal(async (home, progress) => {
    await startToStay(home, 'skein db start', progress);
    return text.started((await localStatus(home)).port ?? 0);
  });
}

export function stop(): Promise<void> {
  return onLocal(async (home) => ((await stopLocal(home)) ? text.stopped : text.notRunning));
}

export async function status(options: { json?: true }): Promise<void> {
  const status = await localStatus(localHome());
  if (options.json) printJson(status);
  else print(text.statusLine(status satisfies LocalStatus));
}

/** Asks first, unless it was said already. */
export function deleteAll(options: { yes?: true }): Promise<void> {
  return onLocal(async (home, progress) => {
    if (!options.yes && !(await agreed(text.question(home), text.needsYes))) return text.leftAlone;
    await reset(home, progress);
    return text.wasReset;
  });
}

async function onLocal(work: (home: string, progress: Progress) => Promise<string>): Promise<void> {
  const progress = terminalProgress();
  try {
    const result = await work(localHome(), progress);
    progress.end();
    print(result);
  } finally {
    progress.end();
  }
}

/** Throws UsageError when NEO4J_URI names a server: that one is not ours to start, stop or delete. */
function localHome(): string {
  const { home, neo4j } = readSettings();
  if (neo4j) throw new UsageError(text.notLocal(neo4j.uri));
  return home;
}
