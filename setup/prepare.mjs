import { existsSync } from 'node:fs';
import { install } from './apt.mjs';
import { checkout } from './checkout.mjs';
import { ensureChromium } from './chromium.mjs';
import { findJava, onPath } from './java.mjs';
import { bringNeo4j, neo4jJars } from './neo4j/bring.mjs';
import { nodeFault } from './node.mjs';
import { installPackages } from './packages.mjs';
import { ensurePeers } from './peers.mjs';
import { SetupProblem } from './problem.mjs';
import { currentBuild } from './program.mjs';
import { bringSpark, sparkHome } from './spark/bring.mjs';

/**
 * Brings all that Skein needs and does nothing where it is there.
 * @param {{ tests: boolean, spark?: boolean }} options `tests`: what they need too, Spark as well
 */
export async function prepare({ tests, spark = tests }) {
  const fault = nodeFault(process.versions.node);
  if (fault) throw new SetupProblem(fault);
  await installPackages(checkout);
  await currentBuild(checkout);
  await ensureJava();
  const missing = !existsSync(neo4jJars()) || (spark && !existsSync(sparkHome()));
  if (missing && !onPath('mvn')) await install(['maven']);
  await bringNeo4j();
  if (spark) await bringSpark();
  if (tests) {
    await ensureChromium();
    await ensurePeers();
  }
}

async function ensureJava() {
  try {
    findJava();
  } catch {
    // Debian 12 has 17, Debian 13 has 21, Ubuntu has both.
    (await install(['openjdk-17-jre-headless'])) || (await install(['openjdk-21-jre-headless']));
    findJava();
  }
}

/**
 * Runs an entry of the set-up: what a person can put right ends it with one line.
 * @param {() => Promise<void>} work
 */
export async function entry(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
