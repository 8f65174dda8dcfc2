/** How a file of the contract is declared: its node or relation, its columns, its key. */
import type { Masked, MaskedBy } from './masks.ts';
import type { CellKind } from './cell-kinds.ts';
import type { FollowTheMoney } from './follow-the-money.ts';
import type * as tabler from '@tabler/icons-react';

/**
 * `Type` is a node type's name. The names follow from the entries, so an entry may name any; `schema.ts` holds all of them
 * to those that there are.
 */
export interface Reference<Type extends string = string> {
  to: Type;
  /** Neo4j's relation type, unique in the schema. */
  relation: string;
  /** The relation in words, read from the row's node to the other end: "is paid through". */
  says: string;
}

export interface Column<Type extends string = string> {
  kind: CellKind;
  about: string;
  required?: true;
  /** The words an `enum` allows. */
  values?: readonly string[];
  refersTo?: Reference<Type>;
  /** Found by the search box; a name in every spelling, a phone number in every writing, a text word by word. */
  search?: true | 'name' | 'phone' | 'text';
  /** Names a person or reaches one. */
  personal?: true;
  /** An export that is asked to mask this kind shows a pseudonym. What refers to an account has no need to say so. */
  mask?: Masked;
  /** Looked up for equality by detectors, so it has an index. */
  indexed?: true;
}

/** A component of Tabler's; the type alone is imported, and what the page brings follows from the entries. */
type IconName = Extract<keyof typeof tabler, `Icon${string}`>;

export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'hexagon';

/** How a node of this type looks and is called, on the canvas and in every list. */
export interface NodeLooks<Type extends string = string> {
  /** As the contract names it: the file's singular in snake case. */
  type: Type;
  /** Neo4j's label. */
  label: string;
  one: string;
  many: string;
  /** The columns that name it to a person, first filled one wins; the id when all are empty. */
  caption: readonly string[];
  /** A Tabler icon; the page brings those that are named, and no others. */
  icon: IconName;
  colour: { light: string; dark: string };
  shape: Shape;
}

/**
 * What a node is in STIX 2.1: an observable, an identity or a piece of infrastructure. `server/ingest/importers/stix-objects.ts`
 * writes them.
 */
export type StixForm =
  | 'account'
  | 'payment-account'
  | 'ip-address'
  | 'url'
  | 'file'
  | 'infrastructure'
  | 'individual'
  | 'organization'
  | 'list-entry';

interface FileBase<Type extends string> {
  about: string;
  /** The columns that identify a row. */
  key: readonly string[];
  /** The column that says when it happened; what happened after `--as-of` is not used. */
  when?: string;
  columns: Readonly<Record<string, Column<Type>>>;
}

/** A file whose rows are nodes. */
interface NodeFile<Type extends string = string> extends FileBase<Type> {
  node: NodeLooks<Type>;
  /** Null where it is not written there; the form then says how many were left out. */
  followTheMoney: FollowTheMoney | null;
  /** The same. */
  stix: StixForm | null;
}

/** A file whose rows are relations that start at the node whose id is in `from.column`. */
interface RelationFile<Type extends string> extends FileBase<Type> {
  from: { column: string; type: Type };
}

/** `links`: both ends name their own type. */
interface LinkFile<Type extends string> extends FileBase<Type> {
  link: { relation: string; types: readonly Type[] };
}

export type DatasetFile<Type extends string = string> =
  NodeFile<Type> | RelationFile<Type> | LinkFile<Type>;

/** What an entry must be so that it names columns of its own alone; one that may hold fixed words says which. */
export type OfItsColumns<File> = File extends { columns: infer Columns }
  ? {
      key: readonly (keyof Columns)[];
      when?: keyof Columns;
      from?: { column: keyof Columns };
      node?: { caption: readonly (keyof Columns)[] };
      followTheMoney?: OfColumns<keyof Columns> | null;
      columns: {
        [Name in keyof Columns]: Columns[Name] extends { kind: 'enum' }
          ? { values: readonly string[] }
          : Columns[Name] extends { mask: { by: string } }
            ? { mask: MaskedBy<keyof Columns & string> }
            : unknown;
      };
    }
  : never;

interface OfColumns<Name> {
  properties: Readonly<Record<string, readonly Name[]>>;
  by?: { column: Name | readonly Name[]; forms: Readonly<Record<string, OfColumns<Name>>> };
}

/** By the file's name. */
export type Files = Readonly<Record<string, DatasetFile>>;

/** A reference to an account. */
export const account = (relation: string, says: string): Reference<'account'> => ({
  to: 'account',
  relation,
  says,
});
/** A reference to the job that a row is about. */
export const job = (relation: string): Reference<'job'> => ({
  to: 'job',
  relation,
  says: 'for the job',
});

/** The account that a row is about. */
export const accountKey: Column<'account'> = {
  kind: 'id',
  mask: 'account_id',
  required: true,
  about: 'the account',
};

/** How whoever can be reached is written in FollowTheMoney. */
export const contact = {
  country: ['country'],
  address: ['address'],
  email: ['email'],
  phone: ['phone'],
} as const;
