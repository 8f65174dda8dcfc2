import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileNames, fileOf } from '../../domain/graph.ts';
import { stemOf, type FileMapping } from '../../domain/mapping.ts';
import type { FileName } from '../../domain/schema.ts';
import { words } from '../../domain/words/index.ts';
import { UsageError } from '../problems.ts';
import { readMapping, type Mapping } from './mapping.ts';
import { nearest } from './nearest.ts';
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

const mappingName = 'mapping.json';
/** What lies in a dataset folder beside its data, and is no mistake. */
const companions = /^(\..*|.*\.md|license(\..*)?|expected\.json|mapping\.json)$/i;

/** Reads what the folders hold; `map` is a mapping that goes before the folders' own. */
export async function readFolders(
  folders: readonly string[],
  map: string | null,
): Promise<Folders> {
  const given = map === null ? null : await readMapping(map);
  const found: Folders = { files: [], unknown: [] };
  for (const folder of folders) {
    const names = await namesIn(folder);
    const own = names.includes(mappingName) ? await readMapping(join(folder, mappingName)) : null;
    const mapping: Mapping = new Map([...(own ?? []), ...(given ?? [])]);
    for (const name of names) sortIn(folder, name, mapping, found);
  }
  if (found.files.length === 0)
    throw new UsageError(words.load.folder.nothing(folders, found.unknown));
  const position = new Map(loadOrder().map((file, at) => [file, at]));
  found.files.sort((a, b) => position.get(a.file)! - position.get(b.file)!);
  return found;
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
    if (!(await stat(folder)).isDirectory())
      throw new UsageError(words.load.folder.noFolder(folder));
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError(words.load.folder.noFolder(folder));
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
