/** The values of an exhibit that an export is to mask: what stands in the columns that the schema declares so. */
import { columnsOf, nodeType, relationTypes } from '../../../domain/schema/graph.ts';
import type { MaskKind } from '../../../domain/schema/masks.ts';
import { fileNames } from '../../../domain/schema/graph.ts';
import { files, type Column, type FileName } from '../../../domain/schema/schema.ts';
import { cellTexts } from './cell-texts.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';

/** Values by kind, as they stand in the data. */
export type PersonalValues = ReadonlyMap<MaskKind, ReadonlySet<string>>;

export function personalValues(exhibit: Exhibit, kinds: readonly MaskKind[]): PersonalValues {
  const found = new Map(kinds.map((kind) => [kind, new Set<string>()]));
  const take = (columns: Columns, values: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(values)) {
      const kind = maskOf(columns, name, values);
      if (kind) for (const text of cellTexts(value)) found.get(kind)?.add(text);
    }
  };
  for (const node of exhibit.nodes) {
    const { columns } = nodeType(node.type);
    for (const { values } of [node, ...node.earlier]) take(columns, values);
  }
  for (const { type, values } of exhibit.relations) take(columnsOfRelation(type), values);
  for (const row of exhibit.rows)
    take(
      columnsOfFile(row.file),
      Object.fromEntries(row.cells.map(({ column, value }) => [column, value])),
    );
  return found;
}

type Columns = Readonly<Record<string, Column>>;

/** A change of an account says in `field` which of the account's columns its values are of. */
function maskOf(
  columns: Columns,
  name: string,
  values: Readonly<Record<string, unknown>>,
): MaskKind | undefined {
  const mask = columns[name]?.mask;
  if (mask !== 'as-field') return mask;
  const field = values['field'];
  const ofAccount = (files.accounts.columns as Columns)[typeof field === 'string' ? field : ''];
  return ofAccount?.mask === 'as-field' ? undefined : ofAccount?.mask;
}

function columnsOfRelation(type: string): Columns {
  const file = relationTypes.find((declared) => declared.type === type)?.file;
  return file ? columnsOf(file) : {};
}

/** `accounts.csv.gz` and `accounts.ndjson` are both of the contract's `accounts`; other names are a platform's own. */
function columnsOfFile(name: string): Columns {
  const stem = name.replace(/\..*$/, '');
  return (fileNames as readonly string[]).includes(stem) ? columnsOf(stem as FileName) : {};
}
