import { limits } from '../../../domain/schema/cell-kinds.ts';
import { makerId, type StixObject } from './stix-objects.ts';
import { DatasetRows } from './dataset-rows.ts';
import { entityColumns } from './entity-columns.ts';
import { growFiles } from './growing-csv.ts';
import { LeftOut, readBundle, textOf } from './stix-bundle.ts';
import { entryKey, giveMail, name, relate, type Linking } from './stix-links.ts';
import { addressIn, listed, networksOf, nodeOf, type StixNode } from './stix-nodes.ts';
import { indicatedBy, type Indicated } from './stix-pattern.ts';

export interface StixOptions {
  /** What a watchlist is called whose entries have no author. */
  list?: string;
}

/** What an import made. */
export interface StixImport {
  folder: string;
  /** Rows, by file. */
  rows: Record<string, number>;
  /** What the contract has no place for: the type, and in parentheses the property that decided it, or why. */
  left_out: Record<string, number>;
}

const usualList = 'STIX';

/** Beside the contract's columns, kept as attributes. */
const columns = {
  ...entityColumns,
  accounts: [...entityColumns.accounts, 'user_id', 'stix_id'],
  persons: [...entityColumns.persons, 'contact_information', 'description', 'stix_id'],
  companies: [...entityColumns.companies, 'contact_information', 'description', 'stix_id'],
  payment_accounts: [...entityColumns.payment_accounts, 'stix_id'],
  watchlist: [...entityColumns.watchlist, 'indicated', 'stix_id'],
  ips: [...entityColumns.ips, 'listed_by', 'stix_id'],
  websites: [...entityColumns.websites, 'listed_by', 'stix_id'],
  devices: [...entityColumns.devices, 'name', 'stix_id'],
};

/**
 * Turns a bundle of STIX 2.1 into a dataset folder. Identities become persons and companies, user accounts accounts;
 * threat actors, intrusion sets, campaigns and indicators become entries of a watchlist. An account has the id of its
 * object, since two platforms may use one `user_id`; in a bundle that Skein wrote it has the id that it has in Skein.
 * Where somebody is located is not read. Throws InvalidDataError, with the place, for what is no bundle.
 */
export async function importStix(
  source: string,
  out: string,
  { list = usualList }: StixOptions = {},
): Promise<StixImport> {
  const leftOut = new LeftOut();
  const objects = await readBundle(source, leftOut);
  const linking = linkingOf(objects, list, leftOut);
  const { rows } = await growFiles(out, columns, (csv) => linking.rows.writeTo(csv));
  return { folder: out, rows, left_out: leftOut.counts() };
}

function linkingOf(
  objects: ReadonlyMap<string, StixObject>,
  list: string,
  leftOut: LeftOut,
): Linking {
  const nodes = new Map<string, StixNode>();
  const linking: Linking = {
    rows: new DatasetRows(),
    leftOut,
    nodes,
    held: new Set(),
    ofSkein: objects.has(makerId),
    list,
    authors: authorsAlone(objects),
    find: (id) => (typeof id === 'string' ? objects.get(id) : undefined),
  };
  const networks = new Set([...objects.values()].flatMap(networksOf));
  const later: StixObject[] = [];
  for (const object of objects.values())
    if (['relationship', 'email-addr'].includes(object.type)) later.push(object);
    else if (object.type !== 'autonomous-system' || !networks.has(object.id)) {
      const node = describe(object, linking);
      if (node) nodes.set(object.id, node);
    }
  const mails = later.filter(({ type }) => type === 'email-addr');
  // Whose an address is said to be stands before what it is related to.
  for (const mail of mails) {
    const holder = nodes.get(textOf(mail, 'belongs_to_ref') ?? '');
    if (holder && giveMail(mail, holder, linking.rows)) linking.held.add(mail.id);
  }
  for (const object of later) if (object.type === 'relationship') relate(object, linking);
  for (const mail of mails) if (!linking.held.has(mail.id)) leftOut.add(mail.type);
  return linking;
}

/** Adds the row of an object; null when it has none. */
function describe(object: StixObject, linking: Linking): StixNode | null {
  const { rows, leftOut } = linking;
  if (object.type === 'indicator') return indicator(object, linking);
  const node = nodeOf(object, linking);
  if ('why' in node) {
    leftOut.add(object.type, node.why);
    return null;
  }
  for (const column of ['description', 'contact_information'])
    if ((node.row[column]?.length ?? 0) > limits.cell) {
      // The load would reject the whole row.
      leftOut.add(object.type, column);
      node.row[column] = undefined;
    }
  rows.add(node.file, node.type === 'watchlist_entry' ? entryKey(node.row) : node.id, node.row);
  return node;
}

/**
 * An entry named by the first thing that its pattern names: what analysts call an indicator is no name to compare
 * people with. Values are not `identifiers` either, which are compared with the numbers of papers.
 */
function indicator(object: StixObject, linking: Linking): StixNode | null {
  const { rows, leftOut } = linking;
  const { pattern_type: language = 'stix' } = object;
  const found = language === 'stix' ? indicatedBy(textOf(object, 'pattern') ?? '') : null;
  if (!found) {
    leftOut.add(object.type, language === 'stix' ? 'pattern' : 'pattern_type');
    return null;
  }
  const names = found.filter(({ kind }) => kind === 'name').map(({ value }) => value);
  const title = textOf(object, 'name');
  const entry = listed(object, linking);
  entry.row = {
    ...entry.row,
    name: names[0] ?? found[0]!.value,
    aliases: names.slice(1).join('|'),
    remarks: [title, entry.row['remarks']].filter((part) => part !== undefined).join('\n'),
  };
  rows.add('watchlist', entryKey(entry.row), entry.row);
  for (const { kind, value } of found) {
    const node = indicatedNode({ kind, value });
    // Where the cell is full, the pattern in the remarks still says it.
    if (node) name(entry, node, rows);
    else rows.append('watchlist', entryKey(entry.row), 'indicated', value);
  }
  return entry;
}

function indicatedNode({ kind, value }: Indicated): StixNode | null {
  const ip = kind === 'ip' ? addressIn(value) : null;
  if (ip !== null) return { type: 'ip', file: 'ips', id: ip, row: { ip } };
  if (kind === 'website')
    return { type: 'website', file: 'websites', id: value, row: { url: value } };
  return null;
}

function authorsAlone(objects: ReadonlyMap<string, StixObject>): Set<string> {
  const authors = new Set<string>();
  for (const object of objects.values()) authors.add(textOf(object, 'created_by_ref') ?? '');
  for (const object of objects.values())
    if (object.type === 'relationship')
      for (const end of ['source_ref', 'target_ref']) authors.delete(textOf(object, end) ?? '');
  return authors;
}
