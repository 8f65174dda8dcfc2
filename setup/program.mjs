/**
 * The program as JavaScript, compiled from its sources, so that no command compiles what it runs. `dist/` holds a folder
 * for each state of the sources: it is there whole or not at all, and a program that still runs from another keeps its own.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { SetupProblem } from './problem.mjs';
import { messages } from './messages.mjs';

/** What the program is compiled from, below the checkout; a lock names the compiler, and packages inside the verifier's page. */
const sources = [
  'server',
  'domain',
  'languages',
  'cypher',
  'verifier',
  'worlds/shipped',
  'setup',
  'package-lock.json',
];
const compiled = /\.(ts|mjs|css)$/;

/** A build in use is touched this often; one that nobody has touched for a day goes. */
const touchMs = 3_600_000;
const unusedMs = 24 * touchMs;

/** Where a package that is installed has its only build. */
export const packedBuild = 'packed';

/**
 * The folder of the build of the sources as they stand, made unless it is there. Throws SetupProblem.
 * @param {string} checkout
 * @param {(line: string) => void} [say] told before anything is compiled, or when what runs is older than the sources
 * @returns {Promise<string>}
 */
export async function currentBuild(checkout, say = () => undefined) {
  const dist = join(checkout, 'dist');
  const current = join(dist, stateOf(checkout));
  if (existsSync(current)) return current;
  say(messages.compiling);
  try {
    await mkdir(dist, { recursive: true });
    await compileInto(current, checkout, dist);
    await removeUnused(dist, current);
    return current;
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    const older = latestIn(dist);
    if (older === null) throw new SetupProblem(messages.distUnwritable(dist, error.message));
    say(messages.programOld(dist, error.message));
    return older;
  }
}

/**
 * The build that `npm pack` takes with it.
 * @param {string} checkout
 */
export async function packBuild(checkout) {
  const dist = join(checkout, 'dist');
  const packed = join(dist, packedBuild);
  await mkdir(dist, { recursive: true });
  await rm(packed, { recursive: true, force: true });
  await compileInto(packed, checkout, dist);
}

/**
 * Says that a build is in use, now and for as long as this process lives.
 * @param {string} build
 */
export function keepBuild(build) {
  const touch = () => {
    try {
      const now = new Date();
      utimesSync(build, now, now);
    } catch {
      // Somebody else's folder: nor is it ours to remove.
    }
  };
  touch();
  setInterval(touch, touchMs).unref();
}

/**
 * Compiles beside, and moves there what is whole.
 * @param {string} folder
 * @param {string} checkout
 * @param {string} dist
 */
async function compileInto(folder, checkout, dist) {
  const { compile } = await import('./compile.mjs');
  const temporary = await mkdtemp(join(dist, 'new-'));
  try {
    await compile(checkout, temporary);
    await rename(temporary, folder).catch((error) => {
      // Another process was quicker; its build is as good.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * A name for the sources as they stand: another as soon as a file is changed, added or gone. By their times and sizes,
 * since to read them all would take longer than most commands.
 * @param {string} checkout
 */
function stateOf(checkout) {
  const hash = createHash('sha256');
  for (const source of sources) addState(hash, join(checkout, source), source);
  return hash.digest('hex').slice(0, 16);
}

/** @param {import('node:crypto').Hash} hash @param {string} path @param {string} name */
function addState(hash, path, name) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) {
    hash.update(`${name} ${found?.size} ${found?.mtimeMs}\n`);
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory() || compiled.test(entry.name))
      addState(hash, join(path, entry.name), `${name}/${entry.name}`);
  }
}

/** @param {string} dist */
function buildsIn(dist) {
  if (!statSync(dist, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(dist)
    .filter((name) => name !== packedBuild)
    .map((name) => join(dist, name));
}

/** @param {string} dist @param {string} current */
async function removeUnused(dist, current) {
  for (const build of buildsIn(dist)) {
    if (build !== current && Date.now() - usedAt(build) > unusedMs)
      await rm(build, { recursive: true, force: true });
  }
}

/** @param {string} dist */
function latestIn(dist) {
  const whole = buildsIn(dist).filter((build) => /^[0-9a-f]{16}$/.test(basename(build)));
  return whole.sort((one, other) => usedAt(other) - usedAt(one))[0] ?? null;
}

/** @param {string} build @returns {number} in ms; now, where another process has just removed it */
function usedAt(build) {
  return statSync(build, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}

/** @param {unknown} error @returns {error is NodeJS.ErrnoException} */
function isUnwritable(error) {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EEXIST', 'ENOTDIR'].includes(String(error.code))
  );
}
