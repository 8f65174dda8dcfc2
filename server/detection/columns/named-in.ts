import { addTo } from '../../../domain/group-by.ts';

/** What a text of SQL names, comments and quoted texts aside. */
interface Named {
  /** What stands where a table does. */
  tables: ReadonlySet<string>;
  /** What may be a column of any table: a word with no table before it, or with a name that is no table's. */
  words: ReadonlySet<string>;
  /** `table.column`: what a text says to be that table's. Of what it counts itself it says so too, which is none's. */
  ofTables: ReadonlySet<string>;
}

/** `allNames`: of all tables, which as such are no columns. */
export function namedIn(text: string, allNames: ReadonlySet<string>): Named {
  const bare = text.replaceAll(/--.*$|'[^']*'/gm, ' ');
  const tables = new Set<string>();
  /** By what a text calls it, a table, or several in its several parts. */
  const called = new Map<string, string[]>();
  const behind = /\b(?:FROM|JOIN)\s+(\w+)(?=(?:\s+(?:AS\s+)?(\w+))?)/gi;
  for (const [, table, name] of bare.matchAll(behind)) {
    tables.add(table!);
    for (const one of [table!, name ?? table!]) addTo(called, one, table!);
  }
  const words = new Set<string>();
  const ofTables = new Set<string>();
  const columns = bare
    .replaceAll(behind, (found, table: string) => (allNames.has(table) ? ' ' : found))
    .replaceAll(/\bAS\s+\w+/gi, ' ');
  for (const [, of, word] of columns.matchAll(/(?:\b([a-z_]\w*)\.)?\b([a-z_]\w*)/gi)) {
    const own = of === undefined ? undefined : called.get(of);
    if (own) for (const table of own) ofTables.add(`${table}.${word!}`);
    else words.add(word!);
  }
  return { tables, words, ofTables };
}
