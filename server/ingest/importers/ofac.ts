import { addTo } from '../../../domain/group-by.ts';
import { mkdir, readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { messages } from '../../../domain/messages/index.ts';
import { exactCsvLine } from '../../../domain/csv-line.ts';
import { writeOwnFile } from '../../platform/own-file.ts';
import { InvalidDataError, UsageError } from '../../platform/problems.ts';
import { countryOf } from './ofac-countries.ts';
import { readOfacFile } from './ofac-files.ts';
import { readRemarks, type Remarks } from './ofac-remarks.ts';

export interface OfacOptions {
  /** When the list was published: `2021-07-14`, `2021-07`; else the folder's name may end in it. */
  published?: string;
  /** The name that the watchlist gets. */
  list?: string;
}

/** What an import made, and what of the source it could not tie. */
export interface OfacImport {
  folder: string;
  entries: number;
  aliases: number;
  addresses: number;
  identifiers: number;
  links: number;
  /** `Linked To:` whose name is no entry's, or several entries'. */
  unresolved: { entry_id: string; name: string; reason: 'unknown' | 'ambiguous' }[];
  /** Countries of addresses that have no ISO code, with how often they come. */
  countries: { name: string; count: number }[];
}

interface Entry {
  id: string;
  name: string;
  type: string;
  programs: string[];
  title: string;
  vessel: string[];
  remarks: string;
  read: Remarks;
  aliases: string[];
  addresses: string[];
  country: string | null;
}

const text = messages.load.ofac;
const usualList = 'OFAC-SDN';
const dateAtEnd = /(\d{4}(?:-\d\d(?:-\d\d)?)?)$/;

/**
 * Turns OFAC's SDN files (sdn, alt, add; no header, `-0-` is null) into a dataset folder with `watchlist.csv` and
 * `links.csv`. Throws UsageError when the files are not there, InvalidDataError when one is not what it should be.
 */
export async function importOfac(
  source: string,
  out: string,
  options: OfacOptions,
): Promise<OfacImport> {
  const published = publishedOn(source, options.published);
  const list = options.list ?? usualList;
  const names = await readdir(source).catch(() => {
    throw new UsageError(messages.load.folder.noFolder(source));
  });
  const file = (stem: string) => {
    const found = names.find((name) => new RegExp(`^${stem}\\.csv(\\.gz)?$`, 'i').test(name));
    if (!found) throw new UsageError(text.noFile(source, `${stem}.csv`));
    return join(source, found);
  };
  const entries = await readEntries(file('sdn'), list);
  await addAliases(file('alt'), entries);
  const countries = await addAddresses(file('add'), entries);
  const { links, unresolved } = resolveLinks(entries);

  await mkdir(out, { recursive: true });
  await writeOwnFile(join(out, 'watchlist.csv'), watchlistCsv(entries, list, published));
  await writeOwnFile(join(out, 'links.csv'), linksCsv(links));
  const all = [...entries.values()];
  const sum = (of: (entry: Entry) => readonly string[]) =>
    all.reduce((total, entry) => total + of(entry).length, 0);
  return {
    folder: out,
    entries: all.length,
    aliases: sum((entry) => entry.aliases),
    addresses: sum((entry) => entry.addresses),
    identifiers: sum((entry) => entry.read.identifiers),
    links: links.length,
    unresolved,
    countries,
  };
}

function publishedOn(source: string, given: string | undefined): string {
  if (given !== undefined && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(given))
    throw new UsageError(text.published(given));
  return given ?? dateAtEnd.exec(basename(resolve(source)))?.[1] ?? '';
}

/** By OFAC's number. */
type Entries = Map<string, Entry>;

const sdnColumns = 12;
const altColumns = 5;
const addColumns = 6;

async function readEntries(path: string, list: string): Promise<Entries> {
  const entries: Entries = new Map();
  for await (const cells of readOfacFile(path, sdnColumns)) {
    const [number = '', name = '', type = '', programs = '', title = ''] = cells;
    const remarks = cells[11] ?? '';
    if (entries.has(number)) throw new InvalidDataError(text.twice(path, number));
    entries.set(number, {
      id: `${list}-${number}`,
      name,
      type,
      programs: programs.split('] [').filter((program) => program !== ''),
      title,
      vessel: cells.slice(5, 11),
      remarks,
      read: readRemarks(remarks),
      aliases: [],
      addresses: [],
      country: null,
    });
  }
  return entries;
}

async function addAliases(path: string, entries: Entries): Promise<void> {
  for await (const [number = '', , , name = ''] of readOfacFile(path, altColumns))
    entryOf(entries, number, path).aliases.push(name);
}

/** Returns the countries that have no ISO code. */
async function addAddresses(path: string, entries: Entries): Promise<OfacImport['countries']> {
  const unknown = new Map<string, number>();
  for await (const [number = '', , street = '', place = '', country = ''] of readOfacFile(
    path,
    addColumns,
  )) {
    const entry = entryOf(entries, number, path);
    const parts = [street, place, country].filter((part) => part !== '');
    if (parts.length > 0) entry.addresses.push(parts.join(', '));
    if (country === '') continue;
    const code = countryOf(country);
    entry.country ??= code;
    if (code === null) unknown.set(country, (unknown.get(country) ?? 0) + 1);
  }
  return [...unknown].map(([name, count]) => ({ name, count }));
}

function entryOf(entries: Entries, number: string, path: string): Entry {
  const entry = entries.get(number);
  if (!entry) throw new InvalidDataError(text.noEntry(path, number));
  return entry;
}

interface Link {
  from: Entry;
  to: Entry;
}

function resolveLinks(entries: Entries): {
  links: Link[];
  unresolved: OfacImport['unresolved'];
} {
  const all = [...entries.values()];
  const byName = namesOf(all, (entry) => [entry.name]);
  const byAlias = namesOf(all, (entry) => entry.aliases);
  const links: Link[] = [];
  const unresolved: OfacImport['unresolved'] = [];
  for (const from of all)
    for (const name of new Set(from.read.linkedTo)) {
      const key = nameKey(name);
      const found = (byName.get(key) ?? byAlias.get(key) ?? []).filter((entry) => entry !== from);
      const [to] = found;
      if (found.length === 1 && to) links.push({ from, to });
      else
        unresolved.push({
          entry_id: from.id,
          name,
          reason: found.length === 0 ? 'unknown' : 'ambiguous',
        });
    }
  return { links, unresolved };
}

function namesOf(
  entries: readonly Entry[],
  names: (entry: Entry) => readonly string[],
): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const key of new Set(names(entry).map(nameKey))) addTo(found, key, entry);
  return found;
}

/** The end of a sentence and the end of `LTD.` are one full stop. */
function nameKey(name: string): string {
  return name.toUpperCase().replaceAll(/\s+/g, ' ').replace(/\.+$/, '').trim();
}

/** Those after `remarks` are OFAC's own, kept as attributes. */
const watchlistColumns = [
  'entry_id',
  'list',
  'name',
  'aliases',
  'kind',
  'birth_date',
  'country',
  'programs',
  'addresses',
  'identifiers',
  'list_published_on',
  'remarks',
  'sdn_type',
  'title',
  'weak_aliases',
  'call_sign',
  'vessel_type',
  'tonnage',
  'gross_registered_tonnage',
  'vessel_flag',
  'vessel_owner',
];

const kinds: Readonly<Record<string, string>> = { individual: 'person', '': 'company' };

function watchlistCsv(entries: Entries, list: string, published: string): string {
  const lines = [...entries.values()].map((entry) => [
    entry.id,
    list,
    entry.name,
    items(entry.aliases),
    kinds[entry.type] ?? '',
    entry.read.birthDate ?? '',
    entry.country ?? entry.read.nationality ?? '',
    items(entry.programs),
    items(entry.addresses),
    items(entry.read.identifiers),
    published,
    entry.remarks,
    entry.type,
    entry.title,
    items(entry.read.weakAliases),
    ...entry.vessel,
  ]);
  return [watchlistColumns, ...lines].map(exactCsvLine).join('');
}

/** The contract splits lists at `|`, which no item may hold. */
function items(list: readonly string[]): string {
  return list.map((item) => item.replaceAll('|', '/')).join('|');
}

function linksCsv(links: readonly Link[]): string {
  const columns = ['from_type', 'from_id', 'to_type', 'to_id', 'kind', 'source'];
  const type = 'watchlist_entry';
  const lines = links.map(({ from, to }) => [
    type,
    from.id,
    type,
    to.id,
    'linked_to',
    text.linkSource(from.id, from.name, to.name),
  ]);
  return [columns, ...lines].map(exactCsvLine).join('');
}
