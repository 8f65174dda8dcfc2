/** `detected.ts WORLD ROWS`: times loading a world of so many rows, detecting and answering, and prints what it found as JSON. */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { detect } from '../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../server/detection/runs/run-store.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import { openDatabase } from '../server/operations/store/open.ts';
import { terminalProgress } from '../server/platform/progress.ts';
import type { Settings } from '../server/platform/settings/settings.ts';
import { homeIn } from './home.ts';
import { profiled } from './profile.ts';
import { requestsTimed } from './requests.ts';
import { iso } from './rows.ts';
import { linkedFromDatabase } from './shared.ts';
import { computed, detecting, timed, type Part } from './works.ts';

/** What a night brings beside what is there: one row in so many. */
const oneIn = 100;

const progress = terminalProgress();

async function measure(world: string, rows: number): Promise<Part> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-world-'));
  try {
    const settings = await homeIn(folder, 'home');
    const more = await loggedInAgain(world, join(folder, 'more'));
    const { works: detected, slowest } = await detectedIn(settings, { world, more });
    // Of this process alone: the server that answers is another.
    const memory = process.resourceUsage().maxRSS * 1_024;
    const answered = await requestsTimed(settings.home);
    return {
      works: [...detected, ...answered].map((work) => ({ ...work, rows })),
      ...{ memory, slowest },
    };
  } finally {
    progress.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function detectedIn(
  settings: Settings,
  { world, more }: { world: string; more: string },
): Promise<Pick<Part, 'works' | 'slowest'>> {
  const opened = await openDatabase(settings, progress);
  const { database } = opened;
  const run = (options: Parameters<typeof detect>[1]) =>
    computed(() => detect(database, { ...options, home: settings.home }, progress));
  const load = (from: string, importFrom: number) =>
    timed(() => loadFolders(database, settings, [from], { importFrom }, progress));
  const plain = (what: string, seconds: number) => ({ what, seconds, beside: null, aim: null });
  try {
    const loaded = await load(world, 0);
    const linked = await linkedFromDatabase(database, world);
    const [first, again] = [await run({}), await run({})];
    const places = await profiled(() => run({}));
    const folder = join(settings.home, 'spark');
    const onSpark = await run({
      spark: { master: 'local[2]', folder, neo4j: opened.connection },
    });
    if (bytesOf(onSpark.result) !== bytesOf(again.result))
      throw new Error('Spark found other than DuckDB.');
    await load(more, Infinity);
    const changed = await run({ changedOnly: true });
    const works = [
      plain('load a world, with all that detectors look at, by import', loaded),
      linked,
      plain(detecting, first.seconds),
      plain('the same again, its queries planned', again.seconds),
      {
        ...{ what: 'the same on Spark, `local[2]`', seconds: onSpark.seconds, aim: null },
        beside: { what: 'DuckDB, planned', seconds: again.seconds },
        note: 'Findings, clusters and scores are the same, byte for byte, or the bench had failed.',
      },
      {
        ...{ what: 'after 1 % more logins, what changed alone', seconds: changed.seconds },
        ...{ beside: { what: 'all of it', seconds: again.seconds }, aim: { ratio: 0.05 } },
      },
    ];
    return { works, slowest: { steps: slowestOf(again.result), places } };
  } finally {
    await opened.close();
  }
}

function bytesOf({ findings, clusters, accounts }: DetectionResult): string {
  return JSON.stringify([findings, clusters, accounts]);
}

/** As many steps are told. */
const mostSteps = 6;

function slowestOf({ run }: DetectionResult): Part['slowest']['steps'] {
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

const [world, rows] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(world!, Number(rows))));
