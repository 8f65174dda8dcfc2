/**
 * The domain, declared once: every file and column of the dataset contract, by theme in `schema/`.
 * Validation, constraints and indexes, load queries, captions, colours, icons, API types and
 * docs/SCHEMA.md derive from here; `graph.ts` beside it does the deriving.
 */
import { accountFiles } from './accounts.ts';
import type {
  OfItsColumns,
  Column as AnyColumn,
  DatasetFile as AnyFile,
  NodeLooks as AnyLooks,
} from './declaration.ts';
import { entityFiles } from './entities.ts';
import { markFiles } from './marks.ts';
import { moneyFiles } from './money.ts';
import { sessionFiles } from './sessions.ts';
import { traceFiles } from './traces.ts';
import { workFiles } from './work.ts';

export type { Shape } from './declaration.ts';

/** Raised when stored data changes shape; the database carries the version that wrote it. */
export const schemaVersion = 3;

/** By the file's name, in the contract's order. */
export const files = {
  ...accountFiles,
  ...sessionFiles,
  ...moneyFiles,
  ...workFiles,
  ...traceFiles,
  ...entityFiles,
  ...markFiles,
};

export type FileName = keyof typeof files;

type Files = typeof files;
type TypeOf<F> = F extends { node: { type: infer T extends string } } ? T : never;

export type NodeTypeName = TypeOf<Files[FileName]>;

export type Column = AnyColumn<NodeTypeName>;
export type NodeLooks = AnyLooks<NodeTypeName>;
export type DatasetFile = AnyFile<NodeTypeName>;

/** Every entry, in the contract's order; what refers to a node type or names a column that there is not does not compile here. */
const entries: readonly DatasetFile[] = Object.values(
  files satisfies Record<FileName, DatasetFile> & { [Name in FileName]: OfItsColumns<Files[Name]> },
);

export const nodeTypeNames = entries.flatMap((file) => ('node' in file ? file.node.type : []));
