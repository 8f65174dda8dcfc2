/** Before `npm pack`: compiles the program and builds the page, which an installed package never does. */
import { checkout } from './checkout.mjs';
import { buildPage } from './page.mjs';
import { entry } from './prepare.mjs';
import { packBuild } from './program.mjs';

await entry(async () => {
  await packBuild(checkout);
  await buildPage(checkout);
});
