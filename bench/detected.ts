/** `detected.ts WORLD ACCOUNTS`: times loading a world of so many, detecting and answering, and prints what it found as JSON. */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { detect } from '../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../server/detection/runs/store-run.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import { openDatabase } from '../server/operations/store/open.ts';
import { terminalProgress } from '../server/platform/progress.ts';
import type { Settings } from '../server/platform/settings/settings.ts';
import { homeIn } from './home.ts';
import { profiled } from './profile.ts';
import { requestsTimed } from './requests.ts';
import { iso } from './rows.ts';
import { linkedFromDatabase } from './shared.ts';
import { aimOfRun, computed, detecting, timed, type Parts } from './works.ts';

/** What a night brings beside what is there: one row in so many. */
const oneIn = 100;

/** So many times as long a run may take on a platform ten times as large. */
const mostGrowth = 11;

const progress = terminalProgress();

async function measure(world: string, accounts: number): Promise<Omit<Parts['detect'], 'rows'>> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-world-'));
  try {
    const settings = await homeIn(folder, 'home');
    const more = await loggedInAgain(world, join(folder, 'more'));
    const { works: detected, slowest } = await detectedIn(settings, { world, more, accounts });
    // Of this process alone: the server that answers is another.
    const memory = process.resourceUsage().maxRSS * 1_024;
    const answered = await requestsTimed(settings.home);
    return {
      works: [...detected, ...answered],
      ...{ memory, slowest },
    };
  } finally {
    progress.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function detectedIn(
  settings: Settings,
  { world, more, accounts }: { world: string; more: string; accounts: number },
): Promise<Pick<Parts['detect'], 'works' | 'slowest'>> {
  const opened = await openDatabase(settings, progress);
  const { database } = opened;
  // What a run found is let go with it: a run of the night is none among several in one process.
  const run = async (options: Parameters<typeof detect>[1]) => {
    const { result, seconds } = await computed(() =>
      detect(database, { ...options, home: settings.home }, progress),
    );
    return { seconds, steps: slowestOf(result) };
  };
  const load = (from: string, importFrom: number) =>
    timed(() => loadFolders(database, settings, [from], { importFrom }, progress));
  const aim = aimOfRun(accounts);
  const plain = (what: string, seconds: number) => ({ what, seconds, beside: null, aim: null });
  try {
    const loaded = await load(world, 0);
    const linked = await linkedFromDatabase(database, world);
    const first = await run({});
    const { result: again, places } = await profiled(() => run({}));
    await load(more, Infinity);
    const changed = await run({ changedOnly: true });
    const works = [
      plain('load a world, with all that detectors look at, by import', loaded),
      linked,
      { ...plain(detecting, first.seconds), aim, grows: mostGrowth },
      { ...plain('the same again, its queries planned', again.seconds), aim, grows: mostGrowth },
      {
        ...{ what: 'after 1 % more logins, what changed alone', seconds: changed.seconds },
        ...{ beside: { what: 'all of it', seconds: again.seconds }, aim: { ratio: 0.05 } },
      },
    ];
    return { works, slowest: { steps: again.steps, places } };
  } finally {
    await opened.close();
  }
}

/** As many steps are told. */
const mostSteps = 6;

function slowestOf({ run }: DetectionResult): Parts['detect']['slowest']['steps'] {
  return (run.steps ?? [])
    .map(({ phase, what, seconds }) => ({ what: what ?? phase, seconds }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, mostSteps);
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

const [world, accounts] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(world!, Number(accounts))));
