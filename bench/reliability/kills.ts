/**
 * `npm run reliability:kills -- --cases 50 --from 0 --seed 1`: kills the server, the keeper, Neo4j or all of them at random moments of
 * everything that writes, starts again what an operator would, and holds what comes of it to an unbroken run. Each case has a
 * home of its own. What it found is written to docs/RELIABILITY.md.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { silentProgress } from '../../server/platform/progress.ts';
import { prepareHome } from '../../test/prepared-home.ts';
import { writeWorld } from '../world.ts';
import { House, victims, type Victim } from './house.ts';
import { record, type KilledCase } from './record.ts';
import { works, type Work } from './works.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '50' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});
const worldAccounts = 400;

/** The same on every run of a seed: a linear congruential sequence in [0, 1). */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** How long a work takes where nothing is killed, and what comes of it. */
interface Unbroken {
  ms: number;
  outcome: string;
}

async function unbroken(work: Work, home: string): Promise<Unbroken> {
  const house = await House.copyOf(home);
  try {
    await house.up();
    const begun = performance.now();
    await work.attempt(house);
    const ms = performance.now() - begun;
    await work.finish(house);
    return { ms, outcome: await work.outcome(house) };
  } finally {
    await house.end();
  }
}

async function killed(
  work: Work,
  home: string,
  { victim, at, whole }: { victim: Victim; at: number; whole: Unbroken },
): Promise<KilledCase> {
  const house = await House.copyOf(home);
  let [amid, took] = [false, 0];
  try {
    await house.up();
    const attempt = work.attempt(house).then(() => 'ended');
    const first = await Promise.race([pause(at, 'amid'), attempt]);
    amid = first === 'amid' && (await house.kill(victim));
    const begun = performance.now();
    await attempt;
    await house.up();
    await work.finish(house);
    took = performance.now() - begun;
    const outcome = await work.outcome(house);
    const audited = await house.audited();
    const fault =
      outcome !== whole.outcome
        ? 'not what an unbroken run leaves'
        : audited
          ? null
          : 'the custody log is not whole';
    return { work: work.name, victim, at, amid, took, fault };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { work: work.name, victim, at, amid, took, fault };
  } finally {
    await house.end();
  }
}

/** A home whose database is empty, and one where a world is loaded and detected. */
async function homes(world: string): Promise<Record<Work['in'], string>> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-kill-homes-'));
  const empty = join(folder, 'empty');
  await prepareHome(empty, silentProgress);
  const house = await House.copyOf(empty);
  const detected = join(folder, 'detected');
  if (!(await house.command('load', world)) || !(await house.command('detect')))
    throw new Error('The world cannot be loaded and detected.');
  await house.rest();
  await cp(house.home, detected, { recursive: true });
  await house.end();
  return { empty, detected };
}

const world = await mkdtemp(join(tmpdir(), 'skein-kill-world-'));
writeWorld(worldAccounts, world);
const made = await homes(world);
const all = works(world);
const whole = new Map<string, Unbroken>();
for (const work of all) whole.set(work.name, await unbroken(work, made[work.in]));
const chance = chances(Number(values.seed));
const cases: KilledCase[] = [];
for (let at = 0; at < Number(values.cases); at += 1) {
  const work = all[at % all.length]!;
  const victim = victims[Math.floor(at / all.length) % victims.length]!;
  const calm = whole.get(work.name)!;
  const moment = chance.next().value * calm.ms;
  if (at < Number(values.from)) continue;
  const done = await killed(work, made[work.in], { victim, at: moment, whole: calm });
  cases.push(done);
  process.stdout.write(`${JSON.stringify(done)}\n`);
  // What was found stands, however early it is ended.
  await record('kills', { seed: Number(values.seed), accounts: worldAccounts, cases });
}
for (const folder of [world, join(made.empty, '..')]) await rm(folder, { recursive: true });
