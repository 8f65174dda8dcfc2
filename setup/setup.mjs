/** `npm run setup`: brings what Skein needs; with `--spark` Spark too, with `--tests` what its tests need, Spark among it. */
import { entry, prepare } from './prepare.mjs';
import { messages } from './messages.mjs';

await entry(async () => {
  const asked = (/** @type {string} */ option) => process.argv.includes(option);
  const tests = asked('--tests');
  await prepare({ tests, spark: tests || asked('--spark') });
  process.stderr.write(`${messages.ready}\n`);
});
