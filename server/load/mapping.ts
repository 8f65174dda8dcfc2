import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { columnsOf, fileNames } from '../../domain/graph.ts';
import type { FileName } from '../../domain/schema.ts';
import { words } from '../../domain/words/index.ts';
import { InvalidDataError, UsageError, type Detail } from '../problems.ts';
import { nearest } from './nearest.ts';

/** How one of a platform's files is read; docs/MAPPING.md describes it. */
const fileMappingSchema = z.strictObject({
  /** The contract's file that it is; its own name when absent. */
  file: z.enum(fileNames).optional(),
  /** The file's column → the contract's column. */
  columns: z.record(z.string(), z.string()).default({}),
});
export type FileMapping = z.infer<typeof fileMappingSchema>;

const mappingSchema = z.strictObject({
  $schema: z.string().optional(),
  /** By the name of the file, with or without its extension. */
  files: z.record(z.string(), fileMappingSchema),
});

/** By the stem of the file's name in lower case. */
export type Mapping = ReadonlyMap<string, FileMapping>;

const text = words.load.mapping;

/** Throws InvalidDataError that names every fault by its place in the file, UsageError when there is none. */
export async function readMapping(path: string): Promise<Mapping> {
  const details: Detail[] = [];
  const read = mappingSchema.safeParse(parseJson(path, await contentOf(path)));
  if (!read.success) {
    for (const issue of read.error.issues)
      details.push({ where: issue.path.join('.') || path, problem: issue.message });
    throw new InvalidDataError(text.invalid(path, details), details);
  }
  const mapping = new Map<string, FileMapping>();
  for (const [name, file] of Object.entries(read.data.files)) {
    const stem = stemOf(name);
    const as = file.file ?? fileNames.find((known) => known === stem);
    if (!as) details.push({ where: `files.${name}`, problem: text.fileUnnamed });
    else details.push(...columnFaults(name, as, file));
    mapping.set(stem, file);
  }
  if (details.length > 0) throw new InvalidDataError(text.invalid(path, details), details);
  return mapping;
}

function columnFaults(name: string, as: FileName, file: FileMapping): Detail[] {
  const known = Object.keys(columnsOf(as));
  const targets = Object.values(file.columns);
  return Object.entries(file.columns).flatMap(([from, to]) => {
    const where = `files.${name}.columns.${from}`;
    if (!known.includes(to)) return [{ where, problem: text.noColumn(to, as, nearest(to, known)) }];
    const twice = targets.filter((target) => target === to).length > 1;
    return twice ? [{ where, problem: text.columnTwice(to) }] : [];
  });
}

/** The file's name in lower case without `.csv`, `.ndjson` and `.gz`. */
export function stemOf(name: string): string {
  return name.toLowerCase().replace(/\.(csv|ndjson)(\.gz)?$/, '');
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(text.unreadable(path), [], { cause: error });
  }
}

function parseJson(path: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new InvalidDataError(text.notJson(path, (error as Error).message));
  }
}
