/** `npm run setup`: brings what Skein needs; with `--tests` what its tests need too. */
import { entry, prepare } from './prepare.mjs';
import { messages } from './messages.mjs';

await entry(async () => {
  await prepare({ tests: process.argv.includes('--tests') });
  process.stderr.write(`${messages.ready}\n`);
});
