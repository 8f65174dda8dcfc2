/** Writes the small exhibit as a bundle, in memory or as a file in a folder of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { packExhibit } from '../../server/evidence/bundle.ts';
import type { Exhibit, Occasion } from '../../server/evidence/exhibit.ts';
import { exhibit, occasion } from './exhibits.ts';

export async function packed(
  of: Exhibit = exhibit(),
  on: Occasion = occasion,
): Promise<{ bytes: Buffer; digest: string }> {
  const output = new PassThrough();
  const [bytes, written] = await Promise.all([buffer(output), packExhibit(of, on, output)]);
  return { bytes, digest: written.payload_digest };
}

/** A folder that is gone when the test is. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-evidence-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function asFile(bytes: Buffer): Promise<string> {
  const path = join(await temporaryFolder(), 'bundle.zip');
  await writeFile(path, bytes);
  return path;
}
