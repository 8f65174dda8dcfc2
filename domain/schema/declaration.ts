/** How a file of the contract is declared: its node or relation, its columns, its key. */
import type { MaskKind } from '../masks.ts';
import type { CellKind } from '../cell.ts';

/** The node types, named as the contract names them: the file's singular in snake case. */
export const nodeTypeNames = [
  'account',
  'account_change',
  'ip',
  'device',
  'payment_account',
  'document',
  'job',
  'profile',
  'shipment',
  'website',
  'company',
  'person',
  'watchlist_entry',
  'known_shared',
  'label',
] as const;
export type NodeTypeName = (typeof nodeTypeNames)[number];

export interface Reference {
  to: NodeTypeName;
  /** Neo4j's relation type, unique in the schema. */
  relation: string;
  /** The relation in words, read from the row's node to the other end: "is paid through". */
  says: string;
}

export interface Column {
  kind: CellKind;
  about: string;
  required?: true;
  /** The words an `enum` allows. */
  values?: readonly string[];
  refersTo?: Reference;
  /** Found by the search box; a name in every spelling, a phone number in every writing, a text word by word. */
  search?: true | 'name' | 'phone' | 'text';
  /** Names a person or reaches one. */
  personal?: true;
  /** An export that is asked to mask this kind shows a pseudonym; `as-field`: the kind of the column named in `field`. */
  mask?: MaskKind | 'as-field';
  /** Looked up for equality by detectors, so it has an index. */
  indexed?: true;
}

export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'hexagon';

/** How a node of this type looks and is called, on the canvas and in every list. */
export interface NodeLooks {
  type: NodeTypeName;
  /** Neo4j's label. */
  label: string;
  one: string;
  many: string;
  /** The columns that name it to a person, first filled one wins; the id when all are empty. */
  caption: readonly string[];
  /** A Tabler icon's name. */
  icon: string;
  colour: { light: string; dark: string };
  shape: Shape;
}

interface FileBase {
  about: string;
  /** The columns that identify a row. */
  key: readonly string[];
  /** The column that says when it happened; what happened after `--as-of` is not used. */
  when?: string;
  columns: Readonly<Record<string, Column>>;
}

/** A file whose rows are nodes. */
export interface NodeFile extends FileBase {
  node: NodeLooks;
}

/** A file whose rows are relations that start at the node whose id is in `from.column`. */
export interface RelationFile extends FileBase {
  from: { column: string; type: NodeTypeName };
}

/** `links`: both ends name their own type. */
export interface LinkFile extends FileBase {
  link: { relation: string; types: readonly NodeTypeName[] };
}

export type DatasetFile = NodeFile | RelationFile | LinkFile;

/** A reference to an account. */
export const account = (relation: string, says: string): Reference => ({
  to: 'account',
  relation,
  says,
});
/** A reference to the job that a row is about. */
export const job = (relation: string): Reference => ({ to: 'job', relation, says: 'for the job' });

/** The account that a row is about. */
export const accountKey: Column = { kind: 'id', required: true, about: 'the account' };
