import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cypherFolder } from '../../../cypher/load-query.ts';
import type { LibraryQuery } from '../../../domain/library.ts';
import type { SavedQuery } from '../../../domain/query.ts';
import { languageInForce } from '../../../domain/words/language.ts';

const folder = join(cypherFolder, 'library');

/** Ids of those that come with Skein; nobody can save under one. */
export const shippedPrefix = 'skein-';

interface Shipped {
  id: string;
  text: string;
  query: LibraryQuery;
}

let loaded: Promise<Shipped[]> | null = null;

/**
 * The queries that come with Skein, in the language in force. There is no registry: a `.cypher` and a `.ts` of
 * one stem in `cypher/library` are a query.
 */
export async function library(): Promise<SavedQuery[]> {
  loaded ??= load();
  return (await loaded).map(inLanguage);
}

async function load(): Promise<Shipped[]> {
  const names = await readdir(folder);
  const stems = names.filter((name) => name.endsWith('.cypher')).sort();
  return Promise.all(
    stems.map(async (name) => {
      const id = basename(name, '.cypher');
      const [text, module] = await Promise.all([
        readFile(join(folder, name), 'utf8'),
        import(`../../../cypher/library/${id}.ts`) as Promise<{ default?: LibraryQuery }>,
      ]);
      if (!module.default)
        throw new Error(`cypher/library/${id}.ts must export its query as the default export.`);
      return { id, text, query: module.default };
    }),
  );
}

function inLanguage({ id, text, query }: Shipped): SavedQuery {
  const { title, about, labels } = query.words[languageInForce()];
  const parameters = Object.entries(query.parameters).map(([name, parameter]) => ({
    name,
    ...parameter,
    label: labels[name] ?? name,
  }));
  return {
    id: `${shippedPrefix}${id}`,
    shipped: true,
    title,
    about,
    text,
    parameters,
    tags: [...query.tags],
    by: null,
    created: null,
    changed: null,
  };
}
