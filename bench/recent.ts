/**
 * `recent.ts WORLD ACCOUNTS`: times a whole run by the command line over the latest rows of a world of so many, fifty an account,
 * and prints what it found as JSON.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Load } from '../domain/answers.ts';
import { runSchema } from '../domain/finding.ts';
import { checkout } from '../server/platform/settings/settings.ts';
import { currentBuild } from '../setup/program.mjs';
import { writeLatest } from './latest-rows.ts';
import { withCommands } from './skein-command.ts';
import { aimOfRun, type Parts } from './works.ts';

const rowsPerAccount = 50;

async function measure(world: string, accounts: number): Promise<Parts['recent']> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-recent-'));
  try {
    const dataset = join(folder, 'dataset');
    await mkdir(dataset);
    await writeLatest(world, dataset, accounts * rowsPerAccount);
    await currentBuild(checkout);
    return withCommands({ program: checkout, home: join(folder, 'home') }, (skein) => {
      const loaded = skein('load', dataset, '--json');
      const { files } = JSON.parse(loaded.said) as Load;
      const detected = skein('detect', '--json');
      const { steps = [] } = runSchema.parse(JSON.parse(detected.said));
      return {
        rows: files.reduce((sum, { read }) => sum + read, 0),
        memory: Math.max(...steps.map(({ peak_mb }) => peak_mb)) * 2 ** 20,
        works: [
          {
            ...{ what: '`skein load` of the latest rows', seconds: loaded.seconds },
            ...{ beside: null, aim: null },
          },
          {
            ...{ what: '`skein detect`, the first run over them', seconds: detected.seconds },
            ...{ beside: null, aim: aimOfRun(accounts) },
          },
        ],
      };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [world, accounts] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(world!, Number(accounts))));
