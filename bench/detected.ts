/** `detected.ts ACCOUNTS`: times loading and detecting a world of so many accounts, and prints what it found as JSON. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { detect } from '../server/decisions/applied/detect.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import { openDatabase } from '../server/operations/store/open.ts';
import { terminalProgress } from '../server/platform/progress.ts';
import { checkout } from '../server/platform/settings/settings.ts';
import { homeIn } from './home.ts';
import { iso } from './rows.ts';
import { detecting, timed, type Part } from './works.ts';

/** Any would do; no weight was fitted on it. */
const seed = 71;

/** What a night brings beside what is there: one row in so many. */
const oneIn = 100;

const progress = terminalProgress();

async function measure(accounts: number): Promise<Part> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-world-'));
  try {
    const world = join(folder, 'world');
    const rows = generated(accounts, world);
    const more = await loggedInAgain(world, join(folder, 'more'));
    const settings = await homeIn(folder, 'home');
    const opened = await openDatabase(settings, progress);
    const { database } = opened;
    const run = (changedOnly: boolean) => timed(() => detect(database, { changedOnly }, progress));
    const load = (from: string, importFrom: number) =>
      timed(() => loadFolders(database, settings, [from], { importFrom }, progress));
    try {
      const loaded = await load(world, 0);
      const [first, again] = [await run(false), await run(false)];
      await load(more, Infinity);
      const changed = await run(true);
      const plain = (what: string, seconds: number) => ({
        ...{ what, seconds, rows, beside: null, aim: null },
      });
      return {
        works: [
          plain('load a world, with all that detectors look at, by import', loaded),
          plain(detecting, first),
          plain('the same again, its queries planned', again),
          {
            ...{ what: 'after 1 % more logins, what changed alone', seconds: changed, rows },
            ...{ beside: { what: 'all of it', seconds: again }, aim: 0.05 },
          },
        ],
        memory: process.resourceUsage().maxRSS * 1_024,
      };
    } finally {
      await opened.close();
    }
  } finally {
    progress.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** In a process of its own, so that its memory is not counted here; returns how many rows there are. */
function generated(accounts: number, folder: string): number {
  const options = ['--accounts', String(accounts), '--seed', String(seed), '--out', folder];
  const said = execFileSync(
    process.execPath,
    [join(checkout, 'bin', 'skein.mjs'), 'generate', ...options, '--json'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { rows } = JSON.parse(said) as { rows: Record<string, number> };
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

/** A folder with one session in a hundred, once more a day later. */
async function loggedInAgain(world: string, folder: string): Promise<string> {
  await mkdir(folder);
  const file = createWriteStream(join(folder, 'logins.csv'));
  let at = 0;
  for await (const line of createInterface({
    input: createReadStream(join(world, 'logins.csv')),
  })) {
    if (at === 0) file.write(`${line}\n`);
    else if (at % oneIn === 0) file.write(`${dayLater(line)}\n`);
    at += 1;
  }
  file.end();
  await once(file, 'finish');
  return folder;
}

function dayLater(line: string): string {
  return line.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => iso(Date.parse(at) + 86_400_000));
}

process.stdout.write(JSON.stringify(await measure(Number(process.argv[2]))));
