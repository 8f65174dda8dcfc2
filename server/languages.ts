/** The languages other than English, each a folder of `languages/`, and what their files say. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = fileURLToPath(new URL('../languages/', import.meta.url));

/** Those of which the page says something. */
const otherLanguages: readonly string[] = readdirSync(folder)
  .filter((tag) => existsSync(join(folder, tag, 'browser.ts')))
  .sort();

/** By language, what its file of this name says (`detectors/shared-ip`); a language may lack the file. */
export async function saidIn<T>(name: string): Promise<ReadonlyMap<string, T>> {
  const files = otherLanguages
    .map((tag) => [tag, join(folder, tag, `${name}.ts`)] as const)
    .filter(([, file]) => existsSync(file));
  return new Map(
    await Promise.all(
      files.map(async ([tag, file]): Promise<[string, T]> => {
        const { default: said } = (await import(pathToFileURL(file).href)) as { default?: T };
        if (said === undefined)
          throw new Error(`languages/${tag}/${name}.ts has no default export.`);
        return [tag, said];
      }),
    ),
  );
}
