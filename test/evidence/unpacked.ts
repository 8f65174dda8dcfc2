import { mkdir, writeFile } from 'node:fs/promises';
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
