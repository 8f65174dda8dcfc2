/** What the API says of data brought in by hand: files dropped on the page, before they are loaded. */
import { z } from 'zod';
import { loadSchema } from './answers.ts';
import { fileMappingSchema, mappingSchema, without, type FileMapping } from './mapping.ts';

/** A column of a dropped file, and which of the contract's it is taken for. */
export const intakeColumnSchema = z.object({
  name: z.string(),
  /** The first different values, shortened. */
  examples: z.array(z.string()),
  suggestion: z
    .object({
      column: z.string(),
      by: z.enum(['name', 'synonym', 'spelling', 'content']),
      /** In words. */
      reason: z.string(),
    })
    .nullable(),
  /** Why most of the values could not be read as what the column now becomes. */
  doubt: z.string().nullable(),
  /** Of an enum: words of the file that the contract does not have. */
  strange: z.array(z.string()),
});
export type IntakeColumn = z.infer<typeof intakeColumnSchema>;

export const intakeFileSchema = z.object({
  name: z.string(),
  /** Bytes as they came. */
  size: z.int(),
  format: z.enum(['csv', 'ndjson']),
  /** How it is to be read, as last said; at first as suggested. */
  reading: fileMappingSchema,
  /** What was taken for granted, in words: encoding, delimiter, dates. */
  taken: z.array(z.string()),
  /** Why it is taken for that file of the contract; null when nothing speaks for any. */
  why: z.string().nullable(),
  columns: z.array(intakeColumnSchema),
  /** What must be settled before it can be loaded. */
  faults: z.array(z.object({ where: z.string(), problem: z.string() })),
});
export type IntakeFile = z.infer<typeof intakeFileSchema>;

const intakeStates = ['open', 'loading', 'loaded', 'failed', 'interrupted'] as const;

const progressSchema = z.object({
  step: z.string(),
  done: z.int(),
  /** Null while nobody knows. */
  total: z.int().nullable(),
  unit: z.string(),
  /** Nothing is written yet, so it can be stopped and leaves nothing. */
  stoppable: z.boolean(),
});

/** How far an intake is: asked again and again while it loads. */
export const intakeStateSchema = z.object({
  id: z.string(),
  by: z.string(),
  created: z.string(),
  state: z.enum(intakeStates),
  names: z.array(z.string()),
  progress: progressSchema.nullable(),
  /** Of a load that has ended. */
  result: loadSchema.nullable(),
  /** Why it failed. */
  problem: z.string().nullable(),
});
export type IntakeState = z.infer<typeof intakeStateSchema>;

export const intakeSchema = intakeStateSchema.extend({
  files: z.array(intakeFileSchema),
  /** Bytes that one more file may have. */
  room: z.int(),
});
export type Intake = z.infer<typeof intakeSchema>;

export const intakePreviewSchema = z.object({
  file: z.string(),
  /** Rows tried; of the whole file when `whole`. */
  read: z.int(),
  whole: z.boolean(),
  taken: z.int(),
  rejected: z.int(),
  /** The first of them. */
  rejects: z.array(
    z.object({ line: z.int(), column: z.string(), value: z.string(), reason: z.string() }),
  ),
  /** Why rows are rejected, the most frequent first. */
  reasons: z.array(z.object({ column: z.string(), reason: z.string(), rows: z.int() })),
  /** The first rows as they would stand: the contract's columns, `extra.<name>` for others. */
  rows: z.array(z.object({ line: z.int(), values: z.record(z.string(), z.unknown()) })),
});
export type IntakePreview = z.infer<typeof intakePreviewSchema>;

export const savedMappingSchema = z.object({
  id: z.string(),
  name: z.string(),
  by: z.string(),
  saved: z.string(),
  /** As `skein load --map` takes it. */
  mapping: mappingSchema.pick({ files: true }),
  /** By the file's name in the mapping, the columns that it had. */
  headers: z.record(z.string(), z.array(z.string())),
});
export type SavedMapping = z.infer<typeof savedMappingSchema>;

/** Whether two files have the same columns, in whatever order. */
export function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
}

/** What a column of the file becomes under a reading: one of the contract's, or one of the other two. */
export type Becomes = { column: string } | 'further' | 'left out';

export function becomesOf(
  name: string,
  known: Readonly<Record<string, unknown>>,
  { columns, further, leave_out }: FileMapping,
): Becomes {
  if (leave_out?.includes(name)) return 'left out';
  if (further?.includes(name)) return 'further';
  const column = Object.hasOwn(columns, name) ? columns[name]! : name;
  return Object.hasOwn(known, column) ? { column } : 'further';
}

/** The reading under which the column becomes something else; who was that column before becomes a further one. */
export function readingWith(
  reading: FileMapping,
  known: Readonly<Record<string, unknown>>,
  { name, becomes, all }: { name: string; becomes: Becomes; all: readonly string[] },
): FileMapping {
  const before = Object.fromEntries(all.map((each) => [each, becomesOf(each, known, reading)]));
  const taken = typeof becomes === 'object' ? becomes.column : null;
  const columns: Record<string, string> = {};
  const further: string[] = [];
  const out: string[] = [];
  for (const each of all) {
    const is = each === name ? becomes : before[each]!;
    const column = typeof is === 'object' ? is.column : null;
    if (is === 'left out') out.push(each);
    else if (column === null || (each !== name && column === taken)) {
      if (Object.hasOwn(known, each)) further.push(each);
    } else if (column !== each) columns[each] = column;
  }
  return {
    ...without(reading, 'further', 'leave_out'),
    columns,
    ...(further.length > 0 ? { further } : {}),
    ...(out.length > 0 ? { leave_out: out } : {}),
  };
}
