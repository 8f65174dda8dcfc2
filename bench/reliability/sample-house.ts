import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentProgress } from '../../server/platform/progress.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { prepareHome } from '../../test/prepared-home.ts';
import { House } from './house.ts';

/** Works on the sample, loaded, detected and served to those who sign in; `folder` is the work's own. Takes all of it away again. */
export async function withSample(
  work: (house: House, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-sample-'));
  const home = join(folder, 'home');
  await prepareHome(home, silentProgress);
  const house = await House.copyOf(home, false);
  try {
    for (const words of [['load', join(checkout, 'datasets', 'silverstar')], ['detect']])
      if (!(await house.command(...words))) throw new Error(`skein ${words[0]!} failed.`);
    await house.up();
    await work(house, folder);
  } finally {
    await house.end();
    await rm(folder, { recursive: true, force: true });
  }
}
