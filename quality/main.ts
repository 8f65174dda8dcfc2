/**
 * `npm run quality`: observes labelled worlds and real data sets through the shipped load and detect, prints
 * the figures and writes docs/QUALITY.md. `--fit` first measures the weights on worlds that are not reported.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogue } from '../server/detect/catalogue.ts';
import { openDatabase } from '../server/neo4j/open.ts';
import { terminalProgress } from '../server/progress.ts';
import { shippedWeights, type Weights } from '../server/score/weights.ts';
import { checkout, type Settings } from '../server/settings.ts';
import { baselinesOf } from './baselines.ts';
import { fixed } from './figures.ts';
import { fitWeights } from './fit.ts';
import { guardFile, measureGuard, type Guard } from './guard.ts';
import { leaveKindsOut } from './left-out.ts';
import { measureWorld } from './measure.ts';
import { forget, observe, shippedGenerator, type Observing, type WorldMaker } from './observed.ts';
import { realDataPages } from './real-data.ts';
import { writeSecondWorld } from './second/world.ts';
import { table } from '../server/docs/table.ts';
import type { World } from './world.ts';
import { worldsPages, type GeneratorFigures } from './worlds-page.ts';

const { values: options } = parseArgs({
  options: {
    fit: { type: 'boolean', default: false },
    accounts: { type: 'string', default: '2000' },
    /** Keeps observed worlds there, so that weights can be fitted again at once. */
    keep: { type: 'string' },
    /** Where the real data sets lie; what is not there is left out, and the page says so. */
    data: { type: 'string', default: join(checkout, '..', 'shared', 'data') },
  },
});

const reportedSeeds = [1, 2, 3, 4, 5];
/** Weights are fitted on these; they are not reported. */
const trainingSeeds = [101, 102, 103, 104, 105, 106];

async function main(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'skein-quality-'));
  const settings: Settings = {
    home,
    sources: join(home, 'sources'),
    host: '127.0.0.1',
    port: null,
    neo4j: null,
  };
  const progress = terminalProgress();
  const opened = await openDatabase(settings, progress);
  try {
    const observing: Observing = {
      database: opened.database,
      settings,
      progress,
      accounts: Number(options.accounts),
      keep: options.keep ?? null,
    };
    await report(observing);
  } finally {
    progress.end();
    await opened.close();
    await rm(home, { recursive: true, force: true });
  }
}

async function report(observing: Observing): Promise<void> {
  const first = shippedGenerator(observing.progress);
  const second: WorldMaker = { name: 'second', write: writeSecondWorld };
  const detectors = await catalogue();
  const assumed = shippedWeights();
  const training: World[] = [];
  for (const seed of trainingSeeds) {
    const { world, folder } = await observe(first, seed, observing);
    training.push(world);
    await forget(folder, observing);
  }
  const fitted = options.fit ? fitWeights(training, { detectors, assumed }) : assumed;
  if (options.fit) await writeWeights(fitted);
  const figures = [
    await figuresOf(first, fitted, observing, {
      generator: 'first',
      about:
        'The shipped generator (`skein generate`), whose authors also wrote the detectors; weights were fitted on other seeds of it.',
    }),
    await figuresOf(second, fitted, observing, {
      generator: 'second',
      about:
        'An independent generator with other assumptions (`quality/second`); nothing was fitted on it.',
    }),
  ];
  const held = figures[0]!.worlds.map(({ world }) => world);
  const leftOut = leaveKindsOut(training, held, detectors, { assumed, fitted });
  const pages = [
    ...head(observing.accounts),
    ...worldsPages(figures, detectors),
    '## Kinds of ring left out while weights were set',
    'Average precision on one kind of ring against all honest accounts, with weights that never saw that kind, and with the shipped ones.',
    table(
      ['kind', 'never seen', 'shipped weights'],
      leftOut.map(({ kind, unseen, seen }) => [kind, fixed(unseen), fixed(seen)]),
    ),
    ...(await realDataPages(observing, options.data)),
  ];
  await writeGuard([first, second], observing, fitted);
  const page = `${pages.join('\n\n')}\n`;
  process.stdout.write(page);
  await mkdir(join(checkout, 'docs'), { recursive: true });
  await writeFile(join(checkout, 'docs', 'QUALITY.md'), page);
}

async function figuresOf(
  maker: WorldMaker,
  weights: Weights,
  observing: Observing,
  { generator, about }: { generator: string; about: string },
): Promise<GeneratorFigures> {
  const detectors = await catalogue();
  const worlds: GeneratorFigures['worlds'] = [];
  for (const seed of reportedSeeds) {
    const { world, folder } = await observe(maker, seed, observing);
    const baselines = await baselinesOf(folder, world.labels);
    worlds.push({ ...measureWorld(world, detectors, weights), baselines });
    await forget(folder, observing);
  }
  return { generator, about, worlds };
}

/** What the small worlds give now is what CI holds later changes to. */
async function writeGuard(
  makers: readonly WorldMaker[],
  observing: Observing,
  weights: Weights,
): Promise<void> {
  const guard: Guard = {};
  for (const maker of makers) guard[maker.name] = await measureGuard(maker, observing, weights);
  await writeFile(guardFile, `${JSON.stringify(guard, null, 2)}\n`);
}

async function writeWeights(weights: Weights): Promise<void> {
  const file = join(checkout, 'server', 'score', 'weights.json');
  await writeFile(file, `${JSON.stringify(weights, null, 2)}\n`);
  execFileSync('npx', ['prettier', '--write', file], { cwd: checkout, stdio: 'ignore' });
}

function head(accounts: number): string[] {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: checkout, encoding: 'utf8' }).trim();
  const watched = ['server', 'quality', 'domain', 'cypher'];
  const changed = git('status', '--porcelain', '--', ...watched) !== '';
  const commit = `${git('rev-parse', '--short', 'HEAD')}${changed ? ' and uncommitted changes' : ''}`;
  return [
    '# Quality',
    'Written by `npm run quality`. What each figure means, and how far it goes, is said beside it; bad ones are published too.',
    `Commit ${commit}; ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}. Worlds of ${accounts.toLocaleString('en')} accounts, seeds ${reportedSeeds.join(', ')}; weights fitted on seeds ${trainingSeeds.join(', ')} of the first generator.`,
  ];
}

await main();
