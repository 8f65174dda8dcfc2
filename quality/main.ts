/**
 * `npm run quality`: observes labelled worlds and real data sets through the shipped load and detect, prints
 * the figures and writes docs/QUALITY.md. `--fit` first measures the weights on worlds that are not reported;
 * `--limit` measures what could be known at all of the worlds, which the page then says beside.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogue } from '../server/detection/catalogue/catalogue.ts';
import { openDatabase } from '../server/operations/store/open.ts';
import { terminalProgress } from '../server/platform/progress.ts';
import { shippedWeights, type Weights } from '../server/detection/weights/weights.ts';
import { noDelivery } from '../server/platform/settings/delivery-settings.ts';
import { noTimestamps, checkout, type Settings } from '../server/platform/settings/settings.ts';
import { aimsPage } from './aims-page.ts';
import { baselinesOf } from './baselines.ts';
import { fixed } from './figures.ts';
import { fitWeights } from './fit.ts';
import { generatorNamed, generators, reportedSeeds, type WorldMaker } from './generators.ts';
import { guardFile, guardGenerators, measureGuard, type Guard } from './guard.ts';
import { leaveGeneratorsOut, leaveKindsOut } from './left-out.ts';
import { learningPage } from './learning-page.ts';
import { limitPage } from './limit-page.ts';
import { measureLimits, recordedLimits, writeLimits } from './limit.ts';
import { measureWorld } from './measure.ts';
import { forget, observe, type Observing } from './observed.ts';
import { outsideNames, outsideSeed, outsideWorld } from './outside.ts';
import { UsageError } from '../server/platform/problems.ts';
import { realDataPages } from './real-data.ts';
import { table } from '../server/edge/docs/table.ts';
import type { World } from './world.ts';
import { worldsPages, type GeneratorFigures } from './worlds-page.ts';

const { values: options } = parseArgs({
  options: {
    fit: { type: 'boolean', default: false },
    accounts: { type: 'string', default: '2000' },
    /** Prints what learning from decisions is worth, over the worlds of these seeds, and nothing else. */
    learning: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '1,2,3,4,5' },
    /** Measures anew what can be known at all in worlds of each generator, and nothing else. */
    limit: { type: 'boolean', default: false },
    /** The interpreter that has what quality/limit/requirements.txt names. */
    python: { type: 'string', default: 'python3' },
    /** Keeps observed worlds there, so that weights can be fitted again at once. */
    keep: { type: 'string' },
    /** Where the real data sets lie; what is not there is left out, and the page says so. */
    data: { type: 'string', default: join(checkout, '..', 'shared', 'data') },
  },
});

async function main(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'skein-quality-'));
  const settings: Settings = {
    home,
    sources: join(home, 'sources'),
    host: '127.0.0.1',
    port: null,
    neo4j: null,
    timestamps: noTimestamps,
    delivery: noDelivery,
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
    await (options.learning ? printLearning(observing) : report(observing));
  } finally {
    progress.end();
    await opened.close();
    await rm(home, { recursive: true, force: true });
  }
}

async function report(observing: Observing): Promise<void> {
  const makers = generators(observing.progress);
  const detectors = await catalogue();
  const assumed = shippedWeights();
  const training = new Map<string, World[]>();
  for (const maker of makers) {
    const worlds: World[] = [];
    for (const seed of maker.trainingSeeds) {
      const { world, folder } = await observe(maker, seed, observing);
      worlds.push(world);
      await forget(folder, observing);
    }
    training.set(maker.name, worlds);
  }
  const fitted = options.fit ? fitWeights(training, { detectors, assumed }) : assumed;
  if (options.fit) await writeWeights(fitted);
  const figures: GeneratorFigures[] = [];
  for (const maker of makers)
    figures.push({
      ...{ generator: maker.name, about: maker.about, outside: false },
      worlds: await measuredWorlds(seedsOf(maker), fitted, observing),
    });
  const outside = await outsideFigures(fitted, observing);
  const held = figures[0]!.worlds.map(({ world }) => world);
  // Kinds bear other names in other hands: of those no fit could be kept from seeing the like.
  const leftOut = leaveKindsOut(new Map([['first', training.get('first')!]]), held, detectors, {
    assumed,
    fitted,
  });
  const generatorsOut = leaveGeneratorsOut(
    training,
    new Map(figures.map(({ generator, worlds }) => [generator, worlds.map(({ world }) => world)])),
    detectors,
    { assumed, fitted },
  );
  const realData = await realDataPages(observing, options.data);
  // Last, since they may be measured beside all this.
  const limits = await recordedLimits();
  const pages = [
    ...head(observing.accounts),
    ...aimsPage([...outside, ...figures], { leftOut, generatorsOut, limits }),
    ...limitPage(figures, limits),
    ...worldsPages([...outside, ...figures], detectors),
    '## Kinds of ring left out while weights were set',
    'Average precision on one kind of ring of the first generator against all honest accounts, with weights that were fitted on the other kinds of that generator alone, and with the shipped ones.',
    table(
      ['kind', 'never seen', 'shipped weights'],
      leftOut.map(({ kind, unseen, seen }) => [kind, fixed(unseen), fixed(seen)]),
    ),
    ...learningPage(
      figures
        .find(({ generator }) => generator === learningGenerator)!
        .worlds.map(({ world }) => world),
      detectors,
      fitted,
    ),
    ...realData,
  ];
  await writeGuard(observing, fitted);
  const page = `${pages.join('\n\n')}\n`;
  process.stdout.write(page);
  await mkdir(join(checkout, 'docs'), { recursive: true });
  await writeFile(join(checkout, 'docs', 'QUALITY.md'), page);
}

/** Needs Python and no database. */
async function recordLimits(): Promise<void> {
  const progress = terminalProgress();
  try {
    const measured = measureLimits(generators(progress), {
      progress,
      accounts: Number(options.accounts),
      python: options.python,
      keep: options.keep ?? null,
    });
    for await (const limits of measured) await writeLimits(limits);
  } finally {
    progress.end();
  }
}

/** Of the generator on which nothing is fitted, the worlds of the seeds asked for. */
async function printLearning(observing: Observing): Promise<void> {
  const maker = generatorNamed(learningGenerator, observing.progress);
  const worlds: World[] = [];
  for (const seed of options.seeds.split(',').map(Number)) {
    const { world, folder } = await observe(maker, seed, observing);
    worlds.push(world);
    await forget(folder, observing);
  }
  const pages = learningPage(worlds, await catalogue(), shippedWeights());
  process.stdout.write(`${pages.join('\n\n')}\n`);
}

/** Its worlds are measured anyway, and nothing that is shipped was fitted on them. */
const learningGenerator = 'second';

/** The outside party's worlds, first and by themselves; none where they are not at hand. */
async function outsideFigures(weights: Weights, observing: Observing): Promise<GeneratorFigures[]> {
  const all: GeneratorFigures[] = [];
  for (const name of outsideNames) {
    const maker = outsideWorld(name, options.data);
    if (!maker) continue;
    all.push({
      ...{ generator: `outside ${name}`, about: aboutOutside, outside: true },
      worlds: await measuredWorlds([[maker, outsideSeed]], weights, observing),
    });
  }
  return all;
}

const aboutOutside =
  'A platform by an outside party that saw neither Skein nor its generators. Nothing was fitted on it; of a single cases were looked at, of b and c figures alone.';

function seedsOf(maker: WorldMaker): [WorldMaker, number][] {
  return reportedSeeds.map((seed) => [maker, seed]);
}

async function measuredWorlds(
  made: readonly (readonly [WorldMaker, number])[],
  weights: Weights,
  observing: Observing,
): Promise<GeneratorFigures['worlds']> {
  const detectors = await catalogue();
  const worlds: GeneratorFigures['worlds'] = [];
  for (const [maker, seed] of made) {
    const { world, folder } = await observe(maker, seed, observing);
    const baselines = await baselinesOf(folder, world.labels);
    worlds.push({ ...measureWorld(world, detectors, weights), baselines });
    await forget(folder, observing);
  }
  return worlds;
}

/** What the small worlds give now is what CI holds later changes to. */
async function writeGuard(observing: Observing, weights: Weights): Promise<void> {
  const guard: Guard = {};
  for (const name of guardGenerators) {
    const maker = generatorNamed(name, observing.progress);
    guard[name] = await measureGuard(maker, observing, weights);
  }
  const outside = outsideWorld('a', options.data);
  if (outside) guard[outside.name] = await measureGuard(outside, observing, weights);
  await writeFile(guardFile, `${JSON.stringify(guard, null, 2)}\n`);
}

async function writeWeights(weights: Weights): Promise<void> {
  const file = join(checkout, 'server', 'detection', 'weights', 'weights.json');
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
    `Commit ${commit}; ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}. Worlds of ${accounts.toLocaleString('en')} accounts, seeds ${reportedSeeds.join(', ')}; weights fitted on worlds of other seeds of the first, third and fourth generator.`,
  ];
}

try {
  await (options.limit ? recordLimits() : main());
} catch (error) {
  // What is asked wrongly is told in a line; all else is a defect.
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
