import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fileNames, fileOf } from '../../../domain/schema/graph.ts';
import { stemOf, type FileMapping } from '../../../domain/mapping.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, UsageError, type Detail } from '../../platform/problems.ts';
import { readMapping, type Mapping } from './mapping.ts';
import { nearest } from './nearest.ts';
import { irregular } from './regular-file.ts';
import { formatOf, type Format } from './table.ts';

/** A file of a dataset folder that the contract, or the folder's mapping, names. */
export interface DatasetFilePath {
  path: string;
  /** Its name in the folder. */
  name: string;
  file: FileName;
  format: Format;
  gzip: boolean;
  mapping: FileMapping | null;
}

export interface UnknownFile {
  file: string;
  nearest: string | null;
}

export interface Folders {
  /** In the order in which they are loaded, whatever order the folders list them in. */
  files: DatasetFilePath[];
  unknown: UnknownFile[];
}

const text = messages.load.folder;
const mappingName = 'mapping.json';
/** What lies in a dataset folder beside its data, and is no mistake. */
const companions = /^(\..*|.*\.md|license(\..*)?|expected\.json|mapping\.json)$/i;

/**
 * Reads what the folders hold; `map` is a mapping that goes before the folders' own, and `only` names the files that are
 * wanted where not all are. Throws InvalidDataError that names
 * every dataset file which is none: a pipe, a device, a folder, a link that leads out of where it may lead.
 */
export async function readFolders(
  folders: readonly string[],
  map: string | null,
  only?: ReadonlySet<string>,
): Promise<Folders> {
  const given = map === null ? null : await readMapping(map);
  const found: Folders = { files: [], unknown: [] };
  const details: Detail[] = [];
  for (const folder of folders) {
    const names = await namesIn(folder);
    const reach = await realpath(folder);
    const faults = names.includes(mappingName) ? await faultsOf(folder, [mappingName], reach) : [];
    details.push(...faults);
    const own =
      names.includes(mappingName) && faults.length === 0
        ? await readMapping(join(folder, mappingName))
        : null;
    const mapping: Mapping = new Map([...(own ?? []), ...(given ?? [])]);
    const before = found.files.length;
    for (const name of names) sortIn(folder, name, mapping, found);
    if (only) found.files = found.files.filter(({ name }) => only.has(name));
    const wanted = found.files.slice(before).map(({ name }) => name);
    details.push(...(await faultsOf(folder, wanted, reach)));
  }
  if (details.length > 0) throw new InvalidDataError(messages.load.header.faults(details), details);
  if (found.files.length === 0) throw new UsageError(text.nothing(folders, found.unknown));
  const position = new Map(loadOrder().map((file, at) => [file, at]));
  found.files.sort((a, b) => position.get(a.file)! - position.get(b.file)!);
  return found;
}

/** What of these names is no file, or is another folder's. */
async function faultsOf(
  folder: string,
  names: readonly string[],
  reach: string,
): Promise<Detail[]> {
  const details: Detail[] = [];
  for (const name of names) {
    const problem = await faultOf(join(folder, name), reach);
    if (problem !== null) details.push({ where: join(folder, name), problem });
  }
  return details;
}

async function faultOf(path: string, reach: string): Promise<string | null> {
  try {
    const own = await lstat(path);
    if (own.isSymbolicLink() && !(await realpath(path)).startsWith(reach + sep))
      return text.leadsOut;
    const kind = irregular(own.isSymbolicLink() ? await stat(path) : own);
    return kind === null ? null : text.notRegular(kind);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP') return text.vanished;
    throw error;
  }
}

function sortIn(folder: string, name: string, mapping: Mapping, found: Folders): void {
  const stem = stemOf(name);
  const mapped = mapping.get(stem) ?? null;
  const file = mapped?.file ?? fileNames.find((known) => known === stem);
  const format = formatOf(name);
  // By its ending alone a .txt might be anything: only a mapping makes a table of it.
  if (file && format && (mapped || !format.unusual))
    found.files.push({
      path: join(folder, name),
      name,
      file,
      format: format.format,
      gzip: format.gzip,
      mapping: mapped,
    });
  else if (!companions.test(name))
    found.unknown.push({ file: name, nearest: nearest(basename(stem).split('.')[0]!, fileNames) });
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new UsageError(text.noFolder(folder));
    const entries = await readdir(folder, { withFileTypes: true });
    // A folder of another name is none of the data set's; one that is called as a file is, is a mistake.
    return entries
      .filter((entry) => !entry.isDirectory() || formatOf(entry.name) || entry.name === mappingName)
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError(text.noFolder(folder));
    throw error;
  }
}

/** Described before referred to, so that few ends need a stub: plain nodes, nodes that refer, relations, links. */
function loadOrder(): FileName[] {
  const rank = (name: FileName): number => {
    const file = fileOf(name);
    if ('link' in file) return 3;
    if ('from' in file) return 2;
    const own = file.node.type;
    const refers = Object.values(file.columns).some(
      (column) => column.refersTo && column.refersTo.to !== own,
    );
    return refers ? 1 : 0;
  };
  return [...fileNames].sort((a, b) => rank(a) - rank(b));
}
