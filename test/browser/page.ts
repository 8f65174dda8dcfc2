import { buildPage } from '../../setup/page.mjs';
import { checkout } from '../../server/settings.ts';

/** The page as it stands in the source is built once, before the first browser looks at it. */
export default async function buildOnce(): Promise<void> {
  await buildPage(checkout);
}
