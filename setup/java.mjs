import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { SetupProblem } from './problem.mjs';
import { messages } from './messages.mjs';

/** The versions that Neo4j 5.26 runs on. */
const usable = [17, 21];

/** @typedef {{ java: string, version: string, major: number }} Java */

/**
 * The Java to run Neo4j with: JAVA_HOME's, else the PATH's, else one under `installed`.
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} installed where Debian keeps its Javas
 * @returns {Java}
 */
export function findJava(environment = process.env, installed = '/usr/lib/jvm') {
  const found = [];
  for (const java of candidates(environment, installed)) {
    const version = versionOf(java);
    if (!version) continue;
    if (usable.includes(version.major)) return { java, ...version };
    found.push({ java, ...version });
  }
  const first = found[0];
  throw new SetupProblem(
    first ? messages.javaWrong(first.version, first.java) : messages.javaMissing,
  );
}

/** @param {Java} java its JAVA_HOME, for programs that ask for one */
export function homeOf({ java }) {
  return dirname(dirname(realpathSync(java)));
}

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string | null} its path
 */
export function onPath(program, environment = process.env) {
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, program);
    if (folder && existsSync(path)) return path;
  }
  return null;
}

/** @param {NodeJS.ProcessEnv} environment @param {string} installed */
function candidates(environment, installed) {
  const home = environment['JAVA_HOME'];
  const path = onPath('java', environment);
  const others = existsSync(installed) ? readdirSync(installed).sort() : [];
  return [
    ...(home ? [join(home, 'bin', 'java')] : []),
    ...(path ? [path] : []),
    ...others.map((name) => join(installed, name, 'bin', 'java')),
  ].filter((java) => existsSync(java));
}

/** @param {string} java */
function versionOf(java) {
  const { stdout, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8', timeout: 20_000 });
  const version = /version "([^"]+)"/.exec(`${stderr ?? ''}${stdout ?? ''}`)?.[1];
  if (!version) return null;
  // Java 8 calls itself 1.8.
  const [first, second] = version.split(/[._+-]/).map(Number);
  return { version, major: first === 1 ? (second ?? 1) : (first ?? 0) };
}
