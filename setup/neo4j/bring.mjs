import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findJava, homeOf, onPath } from '../java.mjs';
import { SetupProblem } from '../problem.mjs';
import { words } from '../words.mjs';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** The pinned version; the pom is the one place that says it. */
export const neo4jVersion = pinnedVersion();

/** The folder of Neo4j's jars in the user's cache, whether it is there yet or not. */
export function neo4jJars(environment = process.env) {
  const cache = environment['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'skein', `neo4j-${neo4jVersion}`);
}

/**
 * Brings the jars into the cache unless they are there. They appear whole or not at all, also when two
 * processes bring them at once.
 * @param {(text: string) => void} say told what begins, when it takes long
 * @returns {Promise<string>} the folder of the jars
 */
export async function bringNeo4j(say) {
  const jars = neo4jJars();
  if (existsSync(jars)) return jars;
  const java = findJava();
  const maven = onPath('mvn');
  if (!maven) throw new SetupProblem(words.mavenMissing);
  say(words.bringing(neo4jVersion));
  const parent = dirname(jars);
  let temporary;
  try {
    await mkdir(parent, { recursive: true });
    temporary = await mkdtemp(`${jars}-`);
  } catch (error) {
    throw new SetupProblem(words.cacheUnwritable(parent, reasonOf(error)));
  }
  try {
    await copyJars(maven, homeOf(java), temporary);
    await rename(temporary, jars).catch((error) => {
      // Another process was quicker; its jars are as good.
      if (!existsSync(jars)) throw new SetupProblem(words.cacheUnwritable(parent, reasonOf(error)));
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return jars;
}

/**
 * @param {string} maven
 * @param {string} javaHome
 * @param {string} folder
 */
async function copyJars(maven, javaHome, folder) {
  const log = join(tmpdir(), `skein-maven-${process.pid}.log`);
  const options = ['-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  const child = spawn(
    maven,
    ['--batch-mode', '--no-transfer-progress', '-f', pom, goal, ...options],
    {
      env: { ...process.env, JAVA_HOME: javaHome },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const output = createWriteStream(log);
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await new Promise((resolve) => output.end(resolve));
  if (status !== 0) {
    const error = /^\[ERROR\] (.+)$/m.exec(await readFile(log, 'utf8'))?.[1];
    throw new SetupProblem(words.mavenFailed(error ?? `status ${status}`, log));
  }
  await rm(log, { force: true });
}

function pinnedVersion() {
  const version = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(
    readFileSync(pom, 'utf8'),
  );
  if (!version?.[1]) throw new Error(`${pom} names no version of Neo4j.`);
  return version[1];
}

/** @param {unknown} error */
function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}
