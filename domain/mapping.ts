/** How a platform's own file becomes one of the contract's; docs/MAPPING.md describes it key by key. */
import { z } from 'zod';
import { limits } from './schema/cell-kinds.ts';
import { fileNames } from './schema/graph.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a file writes its dates; `iso` is the contract's own way. */
export const dateForms = [
  'iso',
  'day-first',
  'month-first',
  'unix-seconds',
  'unix-milliseconds',
] as const;
export type DateForm = (typeof dateForms)[number];

/** By name, no more than a file may have columns. */
const byColumn = <T extends z.ZodType>(value: T) =>
  z.record(z.string(), value).superRefine((columns, context) => {
    if (Object.keys(columns).length <= limits.columns) return;
    const bound = { maximum: limits.columns, inclusive: true, origin: 'set' } as const;
    context.addIssue({ code: 'too_big', input: columns, ...bound });
  });

export const fileMappingSchema = z.strictObject({
  /** The contract's file that it is; its own name when absent. */
  file: z.enum(fileNames).optional(),
  /** The file's column → the contract's column. */
  columns: byColumn(z.string()).default({}),
  /** Columns kept as attributes although the contract has one of that name. */
  further: z.array(z.string()).max(limits.columns).optional(),
  /** Columns that are not read at all; they stay in the kept source. */
  leave_out: z.array(z.string()).max(limits.columns).optional(),
  /** The contract's column → what it holds in rows that say nothing of it. */
  constants: byColumn(z.string()).optional(),
  /** The contract's column → the file's word → the contract's word. */
  values: byColumn(z.record(z.string(), z.string())).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  dates: z.enum(dateForms).optional(),
  /** IANA name or offset of the zone of times that name none. */
  zone: z.string().optional(),
  /** Decimals are written 1 234,50. */
  decimal_comma: z.boolean().optional(),
});
export type FileMapping = z.infer<typeof fileMappingSchema>;

export const mappingSchema = z.strictObject({
  $schema: z.string().optional(),
  /** By the name of the file, with or without its extension. */
  files: z.record(z.string(), fileMappingSchema),
});

/** How the bytes of a file become cells; UTF-8 and commas where it says nothing. */
export type TextForm = Pick<FileMapping, 'encoding' | 'delimiter'>;

/** The file's name in lower case without `.csv`, `.tsv`, `.txt`, `.ndjson` and `.gz`: what a mapping names it by. */
export function stemOf(name: string): string {
  return name.toLowerCase().replace(/\.(csv|tsv|txt|ndjson)(\.gz)?$/, '');
}

/** What a mapping says of a file, but for these keys. */
export function without<K extends keyof FileMapping>(
  mapping: FileMapping,
  ...keys: readonly K[]
): Omit<FileMapping, K> {
  const others = Object.entries(mapping).filter(([key]) => !keys.some((each) => each === key));
  return Object.fromEntries(others) as Omit<FileMapping, K>;
}
