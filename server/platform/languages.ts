/** The languages other than English, each a folder of `languages/`, and what their files say. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { know } from '../../domain/words/language.ts';

const folder = fileURLToPath(new URL('../../languages/', import.meta.url));
const fileOf = (tag: string, name: string) => join(folder, tag, `${name}.ts`);

/** Those of which the page says something. */
export const otherLanguages: readonly string[] = readdirSync(folder)
  .filter((tag) => existsSync(fileOf(tag, 'browser')))
  .sort();
// With this module, that what may be asked for is known before anything is asked.
know(otherLanguages);

/** Of these, those that have a file of this name. */
export function havingFile(name: string): readonly string[] {
  return otherLanguages.filter((tag) => existsSync(fileOf(tag, name)));
}

/** By language, what its file of this name says, as `detectors/shared-ip`: its default export. */
export async function saidIn<T>(name: string): Promise<ReadonlyMap<string, T>> {
  const said = havingFile(name).map(async (tag): Promise<[string, T]> => {
    const file = fileOf(tag, name);
    const { default: its } = (await import(pathToFileURL(file).href)) as { default?: T };
    if (its === undefined) throw new Error(`${file} has no default export.`);
    return [tag, its];
  });
  return new Map(await Promise.all(said));
}
