import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { WorldMaker } from './generators.ts';

/**
 * Labelled platforms by an outside party that saw neither Skein nor its generators: to measure by. Nothing is fitted on
 * them (`fitWeights` refuses), and of all but the first nothing but figures is looked at.
 */
export const outsideNames = ['a', 'b', 'c'] as const;

const prefix = 'outside';

/** Their seed says nothing; there is one world of each name. */
export const outsideSeed = 0;

/** Unpacks an outside world into a dataset folder with its labels; null where it is not at hand. */
export function outsideWorld(name: string, data: string): WorldMaker | null {
  const from = join(data, 'worlds', name);
  const labels = join(data, 'worlds', `${name}.labels.csv`);
  if (!existsSync(labels)) return null;
  return {
    name: `${prefix}-${name}`,
    write: async ({ folder }) => {
      await mkdir(folder, { recursive: true });
      for (const file of await readdir(from)) await unpack(join(from, file), join(folder, file));
      await copyFile(labels, join(folder, 'labels.csv'));
    },
  };
}

async function unpack(from: string, to: string): Promise<void> {
  const bytes = await readFile(from);
  if (!to.endsWith('.gz')) await writeFile(to, bytes);
  else await writeFile(to.slice(0, -'.gz'.length), await promisify(gunzip)(bytes));
}

/** Whether a world is one that nothing may be fitted on. */
export function isOutside(world: { name: string }): boolean {
  return world.name.startsWith(`${prefix}-`);
}
