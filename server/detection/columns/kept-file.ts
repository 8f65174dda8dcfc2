/** Columns between two runs: one file of DuckDB in a folder, whose name says which database it was read from, and its SHA-256. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Larger ones are not kept: to copy them takes long, and they lie beside a database that is larger still. */
const mostBytes = 32 * 2 ** 30;
/** A folder in which a run works is older than this only if its process has died. */
const forgottenMs = 24 * 60 * 60_000;

const working = 'working-';
const name = /^([\w-]+)\.([0-9a-f]{64})\.duckdb$/;

/** A folder for a run to work in, beside what is kept, so that what it made can be moved there. */
export async function workingFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(folder)) {
    const path = join(folder, entry);
    if (entry.startsWith(working) && (await isForgotten(path)))
      await rm(path, { recursive: true, force: true });
  }
  return mkdtemp(join(folder, working));
}

async function isForgotten(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > forgottenMs;
}

/** Copies what was kept of that database to the path; false where nothing is, or it is not as it was kept, and is taken away then. */
export async function takeKept(folder: string, database: string, to: string): Promise<boolean> {
  const found = (await readdir(folder)).find((entry) => name.exec(entry)?.[1] === database);
  if (found === undefined) return false;
  const path = join(folder, found);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(path), hashing, createWriteStream(to, { mode: 0o600 }));
  } catch (error) {
    // Another run has put its own in the place of this one.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  if (hash.digest('hex') === name.exec(found)![2]) return true;
  await rm(to, { force: true });
  await rm(path, { force: true });
  return false;
}

/** Puts the file in the place of all that was kept before, of whatever database. */
export async function giveKept(folder: string, database: string, from: string): Promise<void> {
  if ((await stat(from)).size > mostBytes) return;
  const file = await open(from, 'r+');
  const hash = createHash('sha256');
  try {
    await file.sync();
    for await (const chunk of file.createReadStream({ autoClose: false }))
      hash.update(chunk as Buffer);
  } finally {
    await file.close();
  }
  const kept = `${database}.${hash.digest('hex')}.duckdb`;
  // Of two that do so at once, neither takes away what the other has put there a moment ago.
  const before = (await readdir(folder)).filter((entry) => entry !== kept && name.test(entry));
  await rename(from, join(folder, kept));
  for (const entry of before) await rm(join(folder, entry), { force: true });
}
