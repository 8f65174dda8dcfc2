/** The languages other than English, each a folder of `languages/`, and what their files say. */
import { registerLanguages } from '../../domain/messages/language.ts';
import { checkout } from '../../setup/checkout.mjs';
import { languageFiles } from '../../setup/languages.mjs';

const files = new Set(languageFiles(checkout));

/** Those of which the page says something. */
export const otherLanguages: readonly string[] = [...files]
  .filter((file) => /^[^/]+\/browser$/.test(file))
  .map((file) => file.split('/')[0]!);
// With this module, that what may be asked for is known before anything is asked.
registerLanguages(otherLanguages);

/** Of these, those that have a file of this name. */
export function havingFile(name: string): readonly string[] {
  return otherLanguages.filter((tag) => files.has(`${tag}/${name}`));
}

/** By language, what its file of this name says, as `detectors/shared-ip`: its default export. */
export async function saidIn<T>(name: string): Promise<ReadonlyMap<string, T>> {
  const said = havingFile(name).map(async (tag): Promise<[string, T]> => {
    const { default: its } = (await moduleOf(tag, name)) as { default?: T };
    if (its === undefined) throw new Error(`languages/${tag}/${name}.ts has no default export.`);
    return [tag, its];
  });
  return new Map(await Promise.all(said));
}

/** By templates of one name a part, so that whoever compiles this takes in what there is. */
function moduleOf(tag: string, name: string): Promise<unknown> {
  const [part, file] = name.split('/');
  return file === undefined
    ? import(`../../languages/${tag}/${part}.ts`)
    : import(`../../languages/${tag}/${part}/${file}.ts`);
}
