/** Exports from a test's database, and takes apart what comes out. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { writeBundle, type BundleRequest } from '../../server/evidence/bundle/bundle.ts';
import type { TestDatabase } from '../database.ts';

export interface ExportedBundle {
  bytes: Buffer;
  digest: string;
  /** Texts by their names below the bag's folder. */
  files: ReadonlyMap<string, string>;
  /** The bag's folder. */
  folder: string;
}

export async function exportedBundle(
  { database, settings }: Pick<TestDatabase, 'database' | 'settings'>,
  request: Omit<BundleRequest, 'language'> & Partial<Pick<BundleRequest, 'language'>>,
): Promise<ExportedBundle> {
  const output = new PassThrough();
  const [bytes, written] = await Promise.all([
    buffer(output),
    writeBundle(database, settings, { language: 'en', ...request }, () => output),
  ]);
  return { bytes, digest: written.payload_digest, ...(await unzipped(bytes)) };
}

async function unzipped(bytes: Buffer): Promise<Pick<ExportedBundle, 'files' | 'folder'>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, string>();
  let folder = '';
  for await (const entry of zip.eachEntry()) {
    const slash = entry.fileName.indexOf('/');
    folder = entry.fileName.slice(0, slash);
    const text = (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
    files.set(entry.fileName.slice(slash + 1), text);
  }
  return { files, folder };
}
