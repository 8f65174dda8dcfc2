import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cypherFolder } from '../../../cypher/load-query.ts';
import type { LibraryQuery, LibraryQueryIn } from '../../../domain/library.ts';
import type { SavedQuery } from '../../../domain/query.ts';
import { withGiven } from '../../../domain/given.ts';
import { activeLanguage } from '../../../domain/messages/language.ts';
import { saidIn } from '../../platform/languages.ts';

const folder = join(cypherFolder, 'library');

/** Ids of those that come with Skein; nobody can save under one. */
export const shippedPrefix = 'skein-';

/** A query that comes with Skein, as it is declared. */
export interface Shipped {
  id: string;
  text: string;
  query: LibraryQuery;
  /** What other languages than English say of it, as far as they do. */
  translated: ReadonlyMap<string, LibraryQueryIn<LibraryQuery>>;
}

let loaded: Promise<Shipped[]> | null = null;

/**
 * The queries that come with Skein, in the language in force. There is no registry: a `.cypher` and a `.ts` of
 * one stem in `cypher/library` are a query.
 */
export async function library(): Promise<SavedQuery[]> {
  return (await shippedQueries()).map(inLanguage);
}

/** The same as they are declared, in every language. */
export function shippedQueries(): Promise<Shipped[]> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Shipped[]> {
  const names = await readdir(folder);
  const stems = names.filter((name) => name.endsWith('.cypher')).sort();
  return Promise.all(
    stems.map(async (name) => {
      const id = basename(name, '.cypher');
      const [text, module, translated] = await Promise.all([
        readFile(join(folder, name), 'utf8'),
        import(`../../../cypher/library/${id}.ts`) as Promise<{ default?: LibraryQuery }>,
        saidIn<LibraryQueryIn<LibraryQuery>>(`library/${id}`),
      ]);
      if (!module.default)
        throw new Error(`cypher/library/${id}.ts must export its query as the default export.`);
      return { id, text, query: module.default, translated };
    }),
  );
}

function inLanguage({ id, text, query, translated }: Shipped): SavedQuery {
  const { title, about, labels } = withGiven(query.messages, translated.get(activeLanguage()));
  const parameters = Object.entries(query.parameters).map(([name, parameter]) => ({
    name,
    ...parameter,
    label: labels[name] ?? name,
  }));
  return {
    id: `${shippedPrefix}${id}`,
    shipped: true,
    pattern: null,
    owner: null,
    version: 1,
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
