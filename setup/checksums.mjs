import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Beside each pom, what it brings, as `sha256sum` writes it: made with `sha256sum *.jar` when a version changes. */
const listed = 'SHA256SUMS';

/**
 * What of a folder of jars is not what was checked when the pom was written: the names of files that are others, that lack, or
 * that nobody listed, in their order.
 * @param {string} folder
 * @param {string} pom
 * @returns {Promise<string[]>}
 */
export async function notAsListed(folder, pom) {
  const sums = new Map(
    readFileSync(join(dirname(pom), listed), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => /** @type {[string, string]} */ ([line.slice(66), line.slice(0, 64)])),
  );
  const there = await readdir(folder);
  const wrong = [...sums.keys()].filter((name) => !there.includes(name));
  for (const name of there)
    if ((await sha256Of(join(folder, name))) !== sums.get(name)) wrong.push(name);
  return wrong.sort();
}

/** @param {string} path */
async function sha256Of(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
