#!/usr/bin/env -S node --max-semi-space-size=64
/**
 * Runs the compiled server/edge/main.ts, or says in a line why it cannot. Plain JavaScript: nothing may be compiled yet.
 * With the 16 MiB that Node.js gives what is young by itself, a fifth of the first minutes of a run over 100,000 accounts went
 * into collecting it; with these, an eighth.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout, hasSources } from '../setup/checkout.mjs';
import { nodeFault } from '../setup/node.mjs';
import { SetupProblem } from '../setup/problem.mjs';
import { currentBuild, keepBuild, packedBuild } from '../setup/program.mjs';
import { messages } from '../setup/messages.mjs';

const build = await runnable().catch((error) => {
  if (!(error instanceof SetupProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
if (build) {
  // A defect is told by the lines of the sources.
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(build, 'main.js')).href);
}

/** The folder of what is to run. */
async function runnable() {
  const fault = nodeFault(process.versions.node);
  if (fault) throw new SetupProblem(fault);
  if (!hasSources) {
    const packed = join(checkout, 'dist', packedBuild);
    if (!existsSync(packed)) throw new SetupProblem(messages.packageBroken(packed));
    return packed;
  }
  if (!existsSync(join(checkout, 'node_modules', 'commander')))
    throw new SetupProblem(messages.notInstalled);
  const current = await currentBuild(checkout, (line) => process.stderr.write(`${line}\n`));
  keepBuild(current);
  return current;
}
