import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findJava, homeOf, onPath } from '../java.mjs';
import { SetupProblem } from '../problem.mjs';
import { run } from '../run.mjs';
import { messages } from '../messages.mjs';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
/** No download takes as long as this; what is older was left by one that was killed. */
const abandonedMs = 3_600_000;

/** The pinned version; the pom is the one place that says it. */
const neo4jVersion = pinnedVersion();

/** The folder of Neo4j's jars in the user's cache, whether it is there yet or not. */
export function neo4jJars(environment = process.env) {
  const cache = environment['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'skein', `neo4j-${neo4jVersion}`);
}

/**
 * Brings the jars into the cache unless they are there. They appear whole or not at all, also when two
 * processes bring them at once.
 * @returns {Promise<string>} the folder of the jars
 */
export async function bringNeo4j() {
  const jars = neo4jJars();
  if (existsSync(jars)) return jars;
  const java = findJava();
  const maven = onPath('mvn');
  if (!maven) throw new SetupProblem(messages.mavenMissing);
  const temporary = await temporaryBeside(jars);
  try {
    await copyJars(maven, homeOf(java), temporary);
    await rename(temporary, jars).catch((error) => {
      // Another process was quicker; its jars are as good.
      if (!existsSync(jars)) throw unwritable(jars, error);
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return jars;
}

/** @param {string} jars */
async function temporaryBeside(jars) {
  const parent = dirname(jars);
  try {
    await mkdir(parent, { recursive: true });
    for (const name of await readdir(parent)) {
      const path = join(parent, name);
      const abandoned = Date.now() - (await stat(path)).mtimeMs > abandonedMs;
      if (name.startsWith(`${basename(jars)}-`) && abandoned) await rm(path, { recursive: true });
    }
    return await mkdtemp(`${jars}-`);
  } catch (error) {
    throw unwritable(jars, error);
  }
}

/**
 * @param {string} maven
 * @param {string} javaHome
 * @param {string} folder
 */
async function copyJars(maven, javaHome, folder) {
  const options = ['--batch-mode', '--no-transfer-progress', '-f', pom, goal];
  const { ok, output } = await run(
    messages.bringing(neo4jVersion),
    maven,
    [...options, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`],
    { ...process.env, JAVA_HOME: javaHome },
  );
  if (ok) return;
  const error = /^.*\[.*ERROR.*\] (.+)$/m.exec(output)?.[1];
  throw new SetupProblem(messages.mavenFailed(error ?? output.trim(), `mvn -f ${pom} ${goal}`));
}

/** @param {string} jars @param {unknown} error */
function unwritable(jars, error) {
  const reason = error instanceof Error ? error.message : String(error);
  return new SetupProblem(messages.cacheUnwritable(dirname(jars), reason));
}

function pinnedVersion() {
  const version = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(
    readFileSync(pom, 'utf8'),
  );
  if (!version?.[1]) throw new Error(`${pom} names no version of Neo4j.`);
  return version[1];
}
