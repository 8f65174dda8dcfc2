/** `npm test`: sets up for tests and runs vitest, with what is given as its options; `--long` runs the long tests instead. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { messages } from './messages.mjs';
import { entry, prepare } from './prepare.mjs';
import { SetupProblem } from './problem.mjs';

await entry(async () => {
  await prepare({ tests: true });
  const given = process.argv.slice(2);
  const options = given.flatMap((option) => (option === '--long' ? ['--mode', 'long'] : [option]));
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...options], {
    cwd: checkout,
    stdio: 'inherit',
  });
  // Ctrl+C reaches vitest by itself; it stops its database before it ends.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => child.kill(signal));
  }
  const [status, signal] = await once(child, 'close');
  // Vitest says itself how its tests went; whoever ended it did not.
  if (signal !== null) throw new SetupProblem(messages.testsEnded(signal));
  process.exitCode = status;
});
