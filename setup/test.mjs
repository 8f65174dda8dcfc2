/** `npm test`: sets up for tests and runs vitest, with what is given as its options; `--long` runs the long tests instead. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { entry, prepare } from './prepare.mjs';

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
  process.exitCode = await new Promise((resolve) =>
    child.once('close', (status) => resolve(status ?? 1)),
  );
});
