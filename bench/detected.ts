import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { detect } from '../server/decisions/applied/detect.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import { openDatabase } from '../server/operations/store/open.ts';
import type { Progress } from '../server/platform/progress.ts';
import type { Settings } from '../server/platform/settings/settings.ts';
import { generate } from '../worlds/shipped/generate.ts';
import { iso } from './rows.ts';
import { detecting, timed, type Work } from './works.ts';

/** Any would do; no weight was fitted on it. */
const seed = 71;

/** What a night brings beside what is there. */
const increment = 0.01;

/** Loading and detecting a world of so many accounts, with all that detectors look at, on a server that has just started. */
export async function detected(
  settings: Settings,
  accounts: number,
  progress: Progress,
): Promise<Work[]> {
  const [world, more] = ['world', 'more'].map((name) => join(settings.home, name)) as [
    string,
    string,
  ];
  const { rows } = generate({ accounts, seed, folder: world }, progress);
  await mkdir(more);
  await writeFile(
    join(more, 'logins.csv'),
    nextDay(await readFile(join(world, 'logins.csv'), 'utf8')),
  );
  const opened = await openDatabase(settings, progress);
  const { database } = opened;
  const load = (folder: string) =>
    timed(() => loadFolders(database, settings, [folder], {}, progress));
  const run = (changedOnly: boolean) => timed(() => detect(database, { changedOnly }, progress));
  try {
    const loaded = await load(world);
    const [first, again] = [await run(false), await run(false)];
    await load(more);
    const changed = await run(true);
    const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const plain = (what: string, seconds: number) => ({ what, seconds, beside: null, aim: null });
    return [
      { ...plain('load a world with all that detectors look at', loaded), rows: all },
      { ...plain(detecting, first), rows: all },
      { ...plain('the same again, its queries planned', again), rows: all },
      {
        what: 'after 1 % more logins, what changed alone',
        seconds: changed,
        beside: { what: 'all of it', seconds: again },
        aim: 0.05,
        rows: all,
      },
    ];
  } finally {
    await opened.close();
  }
}

/** The last of the sessions, by their place in the file, once more a day later. */
function nextDay(logins: string): string {
  const [head = '', ...lines] = logins.trimEnd().split('\n');
  const last = lines.slice(-Math.ceil(lines.length * increment));
  const later = last.map((line) =>
    line.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => iso(Date.parse(at) + 86_400_000)),
  );
  return [head, ...later, ''].join('\n');
}
