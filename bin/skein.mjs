#!/usr/bin/env node
/** Runs server/edge/main.ts, or says in a line why it cannot. Plain JavaScript: nothing may be installed yet. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeFault } from '../setup/node.mjs';
import { words } from '../setup/words.mjs';

const fault =
  nodeFault(process.versions.node) ??
  (existsSync(fileURLToPath(new URL('../node_modules/tsx', import.meta.url)))
    ? null
    : words.notInstalled);
if (fault) {
  process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('../server/edge/main.ts');
}
