/**
 * `npm start`: sets up, builds what is stale, and becomes `skein up --sample`. In this same process, so that no
 * parent can be killed apart from it.
 */
import { checkout } from './checkout.mjs';
import { buildPage } from './page.mjs';
import { entry, prepare } from './prepare.mjs';

await entry(async () => {
  await prepare({ tests: false });
  await buildPage(checkout);
  process.argv.splice(2, 0, 'up', '--sample');
  await import('../bin/skein.mjs');
});
