import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../../platform/settings/settings.ts';
import type { Arriving } from './receive.ts';

/** Ships with Skein; `datasets/silverstar/README.md` says what is real in it. */
export const sampleFolder = join(checkout, 'datasets', 'silverstar');

/** The files of the sample, each as if it were sent. */
export async function* sampleFiles(): AsyncGenerator<{ name: string; arriving: Arriving }> {
  const names = (await readdir(sampleFolder)).filter((name) => name.endsWith('.csv')).sort();
  for (const name of names) {
    const path = join(sampleFolder, name);
    const { size } = await stat(path);
    yield { name, arriving: { bytes: createReadStream(path), length: size } };
  }
}
