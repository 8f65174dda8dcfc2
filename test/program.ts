import type { TestProject } from 'vitest/node';
import { checkout } from '../setup/checkout.mjs';
import { currentBuild } from '../setup/program.mjs';

/** The program is compiled before a test runs `skein`, so that none has to, nor says that it does. */
export default async function compileOnce(project: TestProject): Promise<void> {
  project.onTestsRerun(async () => {
    await currentBuild(checkout);
  });
  await currentBuild(checkout);
}
