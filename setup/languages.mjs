import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * What the languages other than English say: their files as `<tag>/<name>`, sorted. The compiled program has the list
 * in this module's place (compile.mjs), since a package has no sources.
 * @param {string} checkout
 * @returns {string[]}
 */
export function languageFiles(checkout) {
  return readdirSync(join(checkout, 'languages'), { recursive: true })
    .map((path) => String(path).split(sep).join('/'))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.slice(0, -'.ts'.length))
    .sort();
}
