/** All that the sample says of people, and what they and their things are called; and whether a text holds any of it. */
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
  // The truth that only measuring reads.
  labels: ['cluster', 'kind', 'note'],
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
  const changed = columnsOf('accounts')[row['field'] ?? ''];
  if (column.mask === 'as-field' && !changed?.personal) return [];
  const parts = column.kind === 'list' ? cell.split('|') : [cell];
  return parts.map((part) => part.trim()).filter((part) => part.length >= shortest);
}

const parts = /[^\p{L}\p{N}_-]+/u;
const inWord = (sign: string | undefined) => sign !== undefined && !parts.test(sign);

/** What finds any of them in a text, as words of their own, also as JSON writes them. */
export function finderOf(values: ReadonlySet<string>): (text: string) => string[] {
  const known = [...values].map((value) => ({
    value,
    words: value.split(parts).filter((word) => word !== ''),
    writings: [...new Set([value, JSON.stringify(value).slice(1, -1)])],
  }));
  return (text) => {
    const lower = text.toLowerCase();
    const words = new Set(lower.split(parts));
    return known
      .filter((one) => one.words.every((word) => words.has(word)))
      .filter(({ writings }) => writings.some((writing) => stands(lower, writing)))
      .map(({ value }) => value);
  };
}

function stands(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
    if (!inWord(text[at - 1]) && !inWord(text[at + value.length])) return true;
  return false;
}
