/** All that the sample says of people, and what they and their things are called; and whether a text holds any of it. */
import AhoCorasick from 'modern-ahocorasick';
import { columnsOf, fileNames } from '../../domain/schema/graph.ts';
import type { Column, FileName } from '../../domain/schema/schema.ts';
import { rowsOf, type CsvRow } from '../datasets/rows.ts';

/** Words that say what kind of thing something is: many have them, and the program says them too. */
const ofNobody: Readonly<Partial<Record<FileName, readonly string[]>>> = {
  accounts: ['platform', 'trade', 'city', 'timezone', 'closed_reason'],
  account_changes: ['field'],
  ips: ['city', 'asn', 'as_name', 'open_ports'],
  devices: ['kind', 'os', 'remote_access'],
  logins: ['user_agent'],
  payment_accounts: ['provider', 'status'],
  transfers: ['channel', 'reference'],
  jobs: ['category', 'title'],
  profiles: ['site', 'city'],
  links: ['source'],
  watchlist: ['list', 'programs'],
  known_shared: ['reason'],
};
const told = new Set(['id', 'ip', 'text', 'long_text', 'list', 'hex', 'date']);
/** What is shorter is found in other words. */
const shortest = 4;

export function personalValues(): Set<string> {
  const values = new Set<string>();
  for (const file of fileNames)
    for (const row of rowsOf(file))
      for (const [name, column] of Object.entries(columnsOf(file)))
        for (const text of valuesIn(file, name, column, row)) values.add(text.toLowerCase());
  return values;
}

function valuesIn(file: FileName, name: string, column: Column, row: CsvRow): string[] {
  const cell = row[name] ?? '';
  if (!told.has(column.kind) || ofNobody[file]?.includes(name)) return [];
  if (column.kind === 'date' && name !== 'birth_date') return [];
  // A change of what is no personal column is none of a personal value.
  const changed = (columnsOf('accounts') as Readonly<Record<string, Column>>)[row['field'] ?? ''];
  if (column.mask === 'as-field' && !changed?.personal) return [];
  const parts = column.kind === 'list' ? cell.split('|') : [cell];
  return parts.map((part) => part.trim()).filter((part) => part.length >= shortest);
}

const inWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}_-]/u.test(sign);

/** What finds any of them in a text, as words of their own. */
export function finderOf(values: ReadonlySet<string>): (text: string) => string[] {
  const finder = new AhoCorasick(
    [...values].map((pattern) => ({ pattern, data: pattern })),
    { boundary: ({ left, right }) => !inWord(left) && !inWord(right) },
  );
  return (text) => {
    const found = finder.search(text.toLowerCase(), { strategy: 'leftmost-longest' });
    return [...new Set(found.map(({ data }) => data ?? ''))];
  };
}
