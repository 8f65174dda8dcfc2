/**
 * What the schema says, for a person: it declares these in English itself; other languages have them beside.
 */
import { derivedRelations } from '../../schema/derived.ts';
import { columnsOf, fileNames, fileOf, relationTypes } from '../../schema/graph.ts';
import type { DerivedRule } from '../../detector.ts';
import { files, type FileName, type NodeTypeName } from '../../schema/schema.ts';

type Columns<F extends FileName> = (typeof files)[F]['columns'];
type OfFiles<T extends { [F in FileName]: unknown }> = T[FileName];

type ColumnName = OfFiles<{ [F in FileName]: keyof Columns<F> & string }>;

type Reference<F extends FileName> = {
  [C in keyof Columns<F> & string]: Columns<F>[C] extends { refersTo: object }
    ? `${F}.${C}`
    : never;
}[keyof Columns<F> & string];
type RelationName = OfFiles<{ [F in FileName]: Reference<F> }> | 'links' | `derived.${DerivedRule}`;

type Values<F extends FileName> = {
  [C in keyof Columns<F>]: Columns<F>[C] extends { values: readonly (infer V)[] } ? V : never;
}[keyof Columns<F>];
type EnumValue = OfFiles<{ [F in FileName]: Values<F> }>;
type LinkKind = (typeof files)['links']['columns']['kind']['values'][number];

/** Columns that the program itself gives to what it infers. */
const own = ['id', 'rule', 'version', 'score', 'reason'] as const;

type Texts<K extends string> = Readonly<Record<K, string>>;

function texts<K extends string>(entries: Iterable<readonly [string, string]>): Texts<K> {
  return Object.fromEntries(entries) as Texts<K>;
}

const spaced = (name: string) => name.replaceAll('_', ' ');
const columnNames = fileNames.flatMap((file) => Object.keys(columnsOf(file)));
const values = fileNames.flatMap((file) =>
  Object.values(columnsOf(file)).flatMap((column) => column.values ?? []),
);

export const schemaMessages = {
  /** A node of each type, and several. */
  nodes: Object.fromEntries(
    fileNames.map(fileOf).flatMap((file) => {
      if (!('node' in file)) return [];
      const { type, one, many } = file.node;
      return [[type, { one, many }]];
    }),
  ) as Readonly<Record<NodeTypeName, { one: string; many: string }>>,
  /** Each kind of relation, read from → to; a link says its own kind. */
  says: texts<RelationName>([
    ...relationTypes.map(({ type, says }) => [type, says] as const),
    ...derivedRelations.map(({ rule, says }) => [`derived.${rule}`, says] as const),
  ]),
  links: texts<LinkKind>(files.links.columns.kind.values.map((kind) => [kind, spaced(kind)])),
  files: texts<FileName | 'derived'>([...fileNames, 'derived'].map((name) => [name, spaced(name)])),
  /** What a row of each file tells. */
  abouts: texts<FileName>(fileNames.map((file) => [file, fileOf(file).about])),
  columns: texts<ColumnName | (typeof own)[number]>(
    [...columnNames, ...own].map((name) => [name, spaced(name)]),
  ),
  /** What each column of each file means. */
  meanings: Object.fromEntries(
    fileNames.map((file) => [
      file,
      Object.fromEntries(
        Object.entries(columnsOf(file)).map(([column, { about }]) => [column, about]),
      ),
    ]),
  ) as { readonly [F in FileName]: Texts<keyof Columns<F> & string> },
  /** The words that the columns of a fixed choice may hold. */
  values: texts<EnumValue>(values.map((value) => [value, value])),
} as const;
