import type { TestProject } from 'vitest/node';
import { checkout } from '../../server/platform/settings/settings.ts';
import { buildPage } from '../../setup/page.mjs';

/** The page as it stands in the source is built before a browser looks at it, and again where it has changed since. */
export default async function buildOnce(project: TestProject): Promise<void> {
  project.onTestsRerun(() => buildPage(checkout));
  await buildPage(checkout);
}
