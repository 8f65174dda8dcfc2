import {
  columnsOf,
  fileOf,
  nodeType,
  nodeTypes,
  relationTypes,
  type NodeType,
  type RelationType,
} from '../../../domain/schema/graph.ts';
import { derivedRelations } from '../../../domain/schema/derived.ts';
import type { CellKind } from '../../../domain/schema/cell-kinds.ts';
import type { Column } from '../../../domain/schema/schema.ts';
import { namedIn } from './named-in.ts';

/** What a column of a table holds, in the words of SQL. Times are ISO 8601, as in the graph. */
export type ColumnKind = 'VARCHAR' | 'BIGINT' | 'DOUBLE' | 'VARCHAR[]';

export interface TableColumn {
  name: string;
  kind: ColumnKind;
  /** Where in a row that the table's query brings its value stands, or that which it is made of. */
  at: number;
  made?: Made;
}

/** What a column holds instead of what the graph has: counted of each value here, or by Spark on the text that `sql` is given. */
interface Made {
  of: (value: string) => string | bigint | null;
  sql: (column: string) => string;
}

/**
 * A table that SQL may name: `account` for a node type, `logged_in_on` for a relation. A node has its `id`, `_stub` and its
 * columns, a relation `from_id`, `to_id`, `key`, its columns, and `from_type` and `to_type`, the labels of its ends; each
 * has `_at`, when it happened. Beside each time stands the same in whole seconds since 1970 (`started_at_s`), and beside
 * an address its `place`: of IPv6 the /64, which one household gets as a whole, else itself.
 */
export interface ColumnTable {
  name: string;
  columns: readonly TableColumn[];
  /** Columns that hold the same in every row, and what: labels that the schema fixes. They are not read. */
  fixed: readonly (readonly [string, string])[];
  /** Brings the rows: of a relation that starts at one type, a list for each node that has any; else a row each. */
  query: string;
  /** Brings the same rows, one each, what the graph has of each column under its name and of its kind. */
  rowByRow: string;
  /** What of the graph it holds: nodes of a label, relations of a type, or such that are inferred. */
  of: { kind: 'nodes' | 'relations' | 'inferred'; type: string };
  /** The column by which a row is known that says the same thing again; it may not have been read. */
  known: 'id' | 'key';
  /** Brings of the rows, one each, those that are known by `$known`. */
  some: string;
}

interface Readable {
  /** As Cypher has it, of `a`, `r` and `b`. */
  value: string;
  kind: ColumnKind;
  made?: Made;
}

/**
 * The tables that these texts name behind FROM and JOIN, each with the columns that any text with it names. `keyed`: and with
 * the one by which its rows are known, so that some of them can be read anew.
 */
export function tablesIn(texts: readonly string[], { keyed = false } = {}): ColumnTable[] {
  const said = texts.map((text) => namedIn(text, allNames));
  return all.flatMap((one) => {
    const { name, readable, labels, match, query, of } = one;
    const known = of.kind === 'nodes' ? 'id' : 'key';
    const naming = said.filter(({ tables }) => tables.has(name));
    if (naming.length === 0) return [];
    const named = (column: string) =>
      naming.some(({ words, ofTables }) => words.has(column) || ofTables.has(`${name}.${column}`));
    // The first says which row it is: rows may be counted of which nothing else is asked.
    const read = [...readable].filter(
      ([column], at) => at === 0 || (keyed && column === known) || named(column),
    );
    // A time comes once, however many columns are made of it.
    const values = [...new Set(read.map(([, { value }]) => value))];
    const columns = read.map(([column, { value, kind, made }]) => ({
      ...{ name: column, kind, made },
      at: values.indexOf(value),
    }));
    const row = listed(values);
    const fixed = [...(labels ?? [])].filter(([column]) => named(column));
    const typedValues = read.map(([column, { value, kind, made }]) => {
      const typed = made ? ofKind.VARCHAR(value) : ofKind[kind](value);
      return `${typed} AS \`${column}\``;
    });
    const rowByRow = `${match} RETURN ${typedValues.join(', ')}`;
    const some = `${one.some} RETURN ${row} AS row`;
    return [
      {
        ...{ name, columns, fixed, rowByRow, of, known, some },
        query: query?.(values) ?? `${match} RETURN ${row} AS row`,
      },
    ];
  });
}

const listed = (values: readonly string[]) => `[${values.join(', ')}]`;

interface Known {
  name: string;
  readable: ReadonlyMap<string, Readable>;
  /** Of the ends, where the schema fixes them. */
  labels?: readonly (readonly [string, string])[];
  match: string;
  /** Those that are known by `$known`. */
  some: string;
  of: ColumnTable['of'];
  /** Where rows come faster than one by one. */
  query?: (values: readonly string[]) => string;
}

/** In Cypher: whatever types a property has, a column has one. */
const ofKind: Record<ColumnKind, (value: string) => string> = {
  VARCHAR: (value) => `toString(${value})`,
  BIGINT: (value) => `toInteger(${value})`,
  DOUBLE: (value) => `toFloat(${value})`,
  'VARCHAR[]': (value) =>
    `CASE WHEN ${value} IS NULL OR ${value} IS :: LIST<ANY> THEN ${value} ELSE [toString(${value})] END`,
};

const kinds: Partial<Record<CellKind, ColumnKind>> = {
  decimal: 'DOUBLE',
  integer: 'BIGINT',
  list: 'VARCHAR[]',
};

function readableOf(of: string, columns: Readonly<Record<string, Column>>): [string, Readable][] {
  return Object.entries(columns).flatMap(([name, { kind }]) =>
    kind === 'time'
      ? withSeconds(name, `${of}.${name}`)
      : [[name, { value: `${of}.${name}`, kind: kinds[kind] ?? 'VARCHAR' }]],
  );
}

/** A time as text, and in seconds. */
function withSeconds(name: string, value: string): [string, Readable][] {
  return [
    [name, { value, kind: 'VARCHAR' }],
    [`${name}_s`, { value, kind: 'BIGINT', made: seconds }],
  ];
}

const seconds: Made = {
  of: secondsOf,
  sql: (time) => `unix_seconds(try_to_timestamp(${time}))`,
};

function secondsOf(time: string): bigint | null {
  const at = Date.parse(time);
  return Number.isNaN(at) ? null : BigInt(Math.floor(at / 1_000));
}

const place: Made = {
  of: placeOf,
  sql: (address) => {
    const half = (n: number) =>
      `filter(split(split_part(${address}, '::', ${n}), ':'), p -> p <> '')`;
    const zeros = `array_repeat('0', greatest(0, 8 - size(${half(1)}) - size(${half(2)})))`;
    const front = `array_join(slice(concat(${half(1)}, ${zeros}, ${half(2)}), 1, 4), ':')`;
    return `CASE WHEN ${address} LIKE '%:%' AND ${address} NOT LIKE '%.%' THEN ${front} || '::/64' ELSE ${address} END`;
  },
};

function placeOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [front = [], back = []] = address
    .split('::')
    .map((half) => half.split(':').filter((part) => part !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':')}::/64`;
}

const text = (value: string): Readable => ({ value, kind: 'VARCHAR' });

const ends: [string, Readable][] = [
  ['from_id', text('a.id')],
  ['to_id', text('b.id')],
  ['key', text('r.key')],
];

/** Where the schema does not fix them. */
const labelled: [string, Readable][] = [
  ['from_type', text('labels(a)[0]')],
  ['to_type', text('labels(b)[0]')],
];

function someOf(relation: string): string {
  return `UNWIND $known AS known MATCH (a)-[r:${relation} {key: known}]->(b)`;
}

const nodes: readonly Known[] = nodeTypes.map(({ type, label, columns }: NodeType) => ({
  name: type,
  readable: new Map([
    ['id', text('a.id')],
    // 'true' of a node that others name and no row of its own describes.
    ['_stub', text('a._stub')],
    ...readableOf('a', columns),
    ...(type === 'ip'
      ? [['place', { value: 'a.id', kind: 'VARCHAR', made: place }] satisfies [string, Readable]]
      : []),
    ...withSeconds('_at', 'a._at'),
  ]),
  match: `MATCH (a:${label})`,
  some: `MATCH (a:${label}) WHERE a.id IN $known`,
  of: { kind: 'nodes', type: label },
}));

const recorded: readonly Known[] = relationTypes.map((type: RelationType) => {
  const { relation, file, from, to } = type;
  const ofNodes = 'node' in fileOf(file);
  return {
    name: relation.toLowerCase(),
    readable: new Map([
      ...ends,
      ...(ofNodes ? [] : readableOf('r', columnsOf(file))),
      ...withSeconds('_at', 'r._at'),
      ...(from === null || to === null ? labelled : []),
      // A file may have columns of these names, which say what the relation is and are not kept on it.
      ...ends,
    ]),
    labels:
      from === null || to === null
        ? []
        : [
            ['from_type', nodeType(from).label],
            ['to_type', nodeType(to).label],
          ],
    match: `MATCH (a)-[r:${relation}]->(b)`,
    some: someOf(relation),
    of: { kind: 'relations', type: relation },
    // Where a node has many, a list of them comes faster than a row each, and its own id is read once.
    ...(from === null || ofNodes
      ? {}
      : {
          query: (values: readonly string[]) =>
            `MATCH (a:${nodeType(from).label}) WHERE EXISTS { (a)-[:${relation}]->() }
             WITH a, a.id AS own
             RETURN COLLECT { MATCH (a)-[r:${relation}]->(b)
                              RETURN ${listed(values.map((value) => (value === 'a.id' ? 'own' : value)))} } AS rows`,
        }),
  };
});

const derived: readonly Known[] = derivedRelations.map(({ relation }) => ({
  name: relation.toLowerCase(),
  readable: new Map([
    ...ends,
    ...labelled,
    ...(relation === 'STATED_THEN' ? readableOf('r', columnsOf('accounts')) : []),
    ['score', { value: 'r.score', kind: 'DOUBLE' }],
    ['reason', text('r.reason')],
  ]),
  match: `MATCH (a)-[r:${relation}]->(b)`,
  some: someOf(relation),
  of: { kind: 'inferred', type: relation },
}));

const all = [...nodes, ...recorded, ...derived];
const allNames = new Set(all.map(({ name }) => name));
