/** The values of an exhibit that an export is to mask: what stands in the columns that the schema declares so. */
import { columnsOf, fileNames, nodeType, relationTypes } from '../../../domain/schema/graph.ts';
import { maskKinds, type MaskKind } from '../../../domain/schema/masks.ts';
import { files, type Column, type FileName } from '../../../domain/schema/schema.ts';
import { accountsNamed } from './accounts-named.ts';
import { cellTexts } from './cell-texts.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';

/** Values by kind, as they stand in the data; the kinds in the schema's order, whatever the order asked for. */
export type PersonalValues = ReadonlyMap<MaskKind, ReadonlySet<string>>;

export function personalValues(exhibit: Exhibit, kinds: readonly MaskKind[]): PersonalValues {
  const asked = maskKinds.filter((kind) => kinds.includes(kind));
  const found = new Map(asked.map((kind) => [kind, new Set<string>()]));
  const take = (columns: Columns, values: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(values)) {
      const kind = maskOf(columns, name, values);
      if (kind) for (const text of textsOf(kind, value)) found.get(kind)?.add(text);
    }
  };
  const ids = found.get('account_id');
  for (const node of exhibit.nodes) {
    const { columns } = nodeType(node.type);
    if (node.type === 'account') ids?.add(node.id);
    if (node.type === 'ip') found.get('ip')?.add(node.id);
    for (const { values } of [node, ...node.earlier]) take(columns, values);
  }
  for (const { type, values } of exhibit.relations) take(columnsOfRelation(type), values);
  for (const row of exhibit.rows)
    take(
      columnsOfFile(row.file),
      Object.fromEntries(row.cells.map(({ column, value }) => [column, value])),
    );
  if (ids) for (const id of accountsNamed(exhibit)) ids.add(id);
  return found;
}

/** An id may hold any character: what parts a list elsewhere parts none. */
function textsOf(kind: MaskKind, value: unknown): string[] {
  if (kind !== 'account_id' || typeof value !== 'string') return cellTexts(value);
  return value.trim() === '' ? [] : [value.trim()];
}

type Columns = Readonly<Record<string, Column>>;

/** A change of an account says in `field` which of the account's columns its values are of. */
function maskOf(
  columns: Columns,
  name: string,
  values: Readonly<Record<string, unknown>>,
): MaskKind | undefined {
  const column = columns[name];
  const mask = column?.mask ?? (column?.refersTo?.to === 'account' ? 'account_id' : undefined);
  if (mask === 'as-field') return maskOfField(values['field']);
  if (typeof mask !== 'object') return mask;
  const said = values[mask.by];
  return mask.of[typeof said === 'string' ? said : ''];
}

function maskOfField(field: unknown): MaskKind | undefined {
  const ofAccount = (files.accounts.columns as Columns)[typeof field === 'string' ? field : ''];
  const mask = ofAccount?.mask;
  return mask === 'as-field' || typeof mask === 'object' ? undefined : mask;
}

function columnsOfRelation(type: string): Columns {
  const file = relationTypes.find((declared) => declared.type === type)?.file;
  return file ? columnsOf(file) : {};
}

/** `accounts.csv.gz` and `accounts.ndjson` are both of the contract's `accounts`; other names are a platform's own. */
export function columnsOfFile(name: string): Columns {
  const stem = name.replace(/\..*$/, '');
  return (fileNames as readonly string[]).includes(stem) ? columnsOf(stem as FileName) : {};
}
