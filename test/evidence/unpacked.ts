import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** Unpacks a bundle as any program would; the folder of the bag. */
export async function unpackedIn(folder: string, zip: Buffer): Promise<string> {
  const opened = await fromBufferPromise(zip);
  let bag = folder;
  for await (const entry of opened.eachEntry()) {
    const path = join(folder, entry.fileName);
    bag = join(folder, entry.fileName.slice(0, entry.fileName.indexOf('/')));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await buffer(await opened.openReadStreamPromise(entry)));
  }
  return bag;
}

/** Texts of all files below the folder, by their paths in it. */
export async function filesUnder(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const path = join(parentPath, name);
    return [path.slice(folder.length + 1), await readFile(path, 'utf8')];
  });
  return new Map(await Promise.all(read));
}
