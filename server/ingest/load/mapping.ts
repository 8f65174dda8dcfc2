import { readFile } from 'node:fs/promises';
import { readCell } from '../../../domain/input/cell.ts';
import { columnsOf, fileNames } from '../../../domain/schema/graph.ts';
import { mappingSchema, stemOf, type FileMapping } from '../../../domain/mapping.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, UsageError, type Detail } from '../../platform/problems.ts';
import { nearest } from './nearest.ts';
import { isZone } from './wall-clock.ts';

/** By the stem of the file's name in lower case. */
export type Mapping = ReadonlyMap<string, FileMapping>;

const text = messages.load.mapping;

/** Throws InvalidDataError that names every fault by its place in the file, UsageError when there is none. */
export async function readMapping(path: string): Promise<Mapping> {
  return mappingOf(path, parseJson(path, await contentOf(path)));
}

/** The mapping that a file's JSON is; `path` names it in the InvalidDataError for what is none. */
function mappingOf(path: string, json: unknown): Mapping {
  const details: Detail[] = [];
  const read = mappingSchema.safeParse(json);
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
    else details.push(...mappingFaults(`files.${name}`, as, file));
    mapping.set(stem, file);
  }
  if (details.length > 0) throw new InvalidDataError(text.invalid(path, details), details);
  return mapping;
}

/** What is wrong with how a file is to become one of the contract's; `at` is the mapping's own place. */
export function mappingFaults(at: string, as: FileName, file: FileMapping): Detail[] {
  const zone = file.zone === undefined || isZone(file.zone);
  return [
    ...columnFaults(at, as, file),
    ...constantFaults(at, as, file),
    ...valueFaults(at, as, file),
    ...(zone ? [] : [{ where: `${at}.zone`, problem: messages.intake.form.noZone }]),
  ];
}

function columnFaults(at: string, as: FileName, file: FileMapping): Detail[] {
  const known = Object.keys(columnsOf(as));
  const times = new Map<string, number>();
  for (const to of Object.values(file.columns)) times.set(to, (times.get(to) ?? 0) + 1);
  return Object.entries(file.columns).flatMap(([from, to]) => {
    const where = `${at}.columns.${from}`;
    if (!known.includes(to)) return [{ where, problem: text.noColumn(to, as, nearest(to, known)) }];
    return times.get(to)! > 1 ? [{ where, problem: text.columnTwice(to) }] : [];
  });
}

function constantFaults(at: string, as: FileName, file: FileMapping): Detail[] {
  const columns = columnsOf(as);
  return Object.entries(file.constants ?? {}).flatMap(([name, cell]) => {
    const where = `${at}.constants.${name}`;
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (!column)
      return [{ where, problem: text.noColumn(name, as, nearest(name, Object.keys(columns))) }];
    const read = readCell(column.kind, cell, column.values);
    return 'problem' in read ? [{ where, problem: read.problem }] : [];
  });
}

function valueFaults(at: string, as: FileName, file: FileMapping): Detail[] {
  const columns = columnsOf(as);
  return Object.keys(file.values ?? {}).flatMap((name) =>
    Object.hasOwn(columns, name)
      ? []
      : [
          {
            where: `${at}.values.${name}`,
            problem: text.noColumn(name, as, nearest(name, Object.keys(columns))),
          },
        ],
  );
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
