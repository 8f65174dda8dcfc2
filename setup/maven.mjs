import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { notAsListed } from './checksums.mjs';
import { findJava, homeOf, onPath } from './java.mjs';
import { SetupProblem } from './problem.mjs';
import { run } from './run.mjs';
import { messages } from './messages.mjs';

const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
/** No download takes as long as this; what is older was left by one that was killed. */
const abandonedMs = 3_600_000;

/**
 * Brings the jars that a pom names, and what they need, into a folder of the cache unless they are there. They appear whole
 * or not at all, also when two processes bring them at once, and each is the one whose SHA-256 stands beside the pom.
 * @param {{ pom: string, folder: string, inside?: string, name: string, saying: string }} options `inside`: where in the folder the jars lie; `name`: of what is brought
 * @returns {Promise<string>} the folder
 */
export async function bringJars({ pom, folder, inside = '', name, saying }) {
  if (existsSync(folder)) return folder;
  const java = findJava();
  const maven = onPath('mvn');
  if (!maven) throw new SetupProblem(messages.mavenMissing(name));
  const temporary = await temporaryBeside(folder);
  try {
    const jars = join(temporary, inside);
    const options = ['--batch-mode', '--no-transfer-progress', '-f', pom, goal];
    const { ok, output } = await run(
      saying,
      maven,
      [...options, '-DincludeScope=runtime', `-DoutputDirectory=${jars}`],
      { ...process.env, JAVA_HOME: homeOf(java) },
    );
    if (!ok) throw failed(name, output, `mvn -f ${pom} ${goal}`);
    const wrong = await notAsListed(jars, pom);
    if (wrong.length > 0) throw new SetupProblem(messages.notAsListed(name, wrong));
    await rename(temporary, folder).catch((error) => {
      // Another process was quicker; its jars are as good.
      if (!existsSync(folder)) throw unwritable(folder, error);
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return folder;
}

/**
 * The version of an artifact that a pom pins; the pom is the one place that says it.
 * @param {string} pom
 * @param {string} artifact
 */
export function pinnedVersion(pom, artifact) {
  const text = readFileSync(pom, 'utf8');
  const version = new RegExp(`<artifactId>${artifact}</artifactId>\\s*<version>([^<]+)<`).exec(
    text,
  );
  if (!version?.[1]) throw new Error(`${pom} names no version of ${artifact}.`);
  return version[1];
}

/** @param {string} folder */
async function temporaryBeside(folder) {
  const parent = dirname(folder);
  try {
    await mkdir(parent, { recursive: true });
    for (const name of await readdir(parent)) {
      const path = join(parent, name);
      const abandoned = Date.now() - (await stat(path)).mtimeMs > abandonedMs;
      if (name.startsWith(`${basename(folder)}-`) && abandoned) await rm(path, { recursive: true });
    }
    return await mkdtemp(`${folder}-`);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** @param {string} name @param {string} output @param {string} command */
function failed(name, output, command) {
  const error = /^.*\[.*ERROR.*\] (.+)$/m.exec(output)?.[1];
  return new SetupProblem(messages.mavenFailed(name, error ?? output.trim(), command));
}

/** @param {string} folder @param {unknown} error */
function unwritable(folder, error) {
  const reason = error instanceof Error ? error.message : String(error);
  return new SetupProblem(messages.cacheUnwritable(dirname(folder), reason));
}
