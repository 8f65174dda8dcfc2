/** What of the graph is a person's alone, what stays, and why: worked out once, before anything is removed. */
import { addTo } from '../../../domain/group-by.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Stayed } from '../../../domain/retention.ts';
import {
  columnsOf,
  nodeType,
  nodeTypeOfLabel,
  relationTypeOf,
  relationTypes,
  type NodeType,
} from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type { Database } from '../../graph/neo4j/database.ts';

const why = messages.retention.why;

/** Relations that the data state. */
export const stated = relationTypes.map(({ relation }) => relation);
/** Those by which a row that is a node says whose it is. */
export const own = relationTypes.filter(isOwn).map(({ relation }) => relation);
/** Those by which rows of others name an account beside. */
const refers = relationTypes
  .filter(
    ({ fromColumn, to, relation }) =>
      fromColumn === null && to === 'account' && !own.includes(relation),
  )
  .map(({ relation }) => relation);
/** What an account uses, and may be alone in using. */
const things: readonly NodeTypeName[] = ['ip', 'device', 'payment_account'];

function isOwn({ fromColumn, to, file, toColumn }: (typeof relationTypes)[number]): boolean {
  return fromColumn === null && to === 'account' && columnsOf(file)[toColumn]?.required === true;
}

export interface Plan {
  account: string;
  /** By type, the ids of what goes; the account itself last. */
  goes: { type: NodeTypeName; ids: string[] }[];
  /** What stays without these properties. */
  clears: { type: NodeTypeName; id: string; columns: string[] }[];
  /** References of all that goes. */
  refs: string[];
  /** What was stated of the person that nobody else states. */
  values: string[];
  stayed: Stayed[];
}

interface Found {
  label: string;
  id: string;
  properties: Record<string, unknown>;
  shared: boolean;
}

/** Null where there is no such account. */
export async function planErasure(database: Database, account: string): Promise<Plan | null> {
  const [self] = await database.read<{ properties: Record<string, unknown> }>(
    loadQuery('retention/account'),
    { account },
  );
  if (!self) return null;
  const rows = await database.read<Found>(loadQuery('retention/rows_of', { own, stated }), {
    account,
  });
  const used = await usedBy(database, account);
  const rowsThatGo = rows.filter(({ shared }) => !shared);
  const sharedRows = rows.filter(({ shared }) => shared);
  const goes = [
    ...byType([...rowsThatGo, ...used.goes]),
    { type: 'account' as const, ids: [account] },
  ];
  const going = new Set(goes.flatMap(({ type, ids }) => ids.map((id) => `${type}:${id}`)));
  const referring = await referringTo(database, account, going);
  const clears = [
    ...sharedRows.map((row) => clearing(row, true)),
    ...used.bare.map((thing) => clearing(thing, false)),
    ...referring,
  ];
  const said = [
    ...[{ label: nodeType('account').label, properties: self.properties }, ...rows],
    ...[...used.goes, ...used.bare],
  ].flatMap(({ label, properties }) => statedIn(nodeTypeOfLabel(label)!, properties));
  const values = new Set(said.map(({ value }) => value));
  const notOthers = new Set([...going, ...clears.map(({ type, id }) => `${type}:${id}`)]);
  const shared = await statedByOthers(database, said, notOthers);
  return {
    ...{ account, goes, clears },
    refs: [...going],
    values: [...values].filter((value) => !shared.has(value) && value !== account).sort(),
    stayed: [
      ...counted(used.shared, why.sharedThing),
      ...counted(used.bare, why.rested),
      ...counted(sharedRows, why.sharedRow),
      ...(referring.length === 0 ? [] : [stay('rows', referring.length, why.referring)]),
      ...(shared.size === 0 ? [] : [stay('values', shared.size, why.sharedValue)]),
    ],
  };
}

interface Used {
  goes: Found[];
  /** Nobody else uses them, and others' rows rest on them. */
  bare: Found[];
  shared: Found[];
}

/** Of payment accounts that pay one another, all go or none whose payments lead to others. */
async function usedBy(database: Database, account: string): Promise<Used> {
  const labels = things.map((type) => nodeType(type).label);
  const found = await database.read<Found & { resting: string[] }>(
    loadQuery('retention/things_of', { stated }),
    { account, labels },
  );
  let goes = found.filter(({ shared }) => !shared);
  for (;;) {
    const there = new Set(goes.map(({ label, id }) => `${label}:${id}`));
    const left = goes.filter(({ resting }) => resting.every((one) => there.has(one)));
    if (left.length === goes.length) break;
    goes = left;
  }
  return {
    goes,
    bare: found.filter((one) => !one.shared && !goes.includes(one)),
    shared: found.filter(({ shared }) => shared),
  };
}

async function referringTo(
  database: Database,
  account: string,
  going: ReadonlySet<string>,
): Promise<Plan['clears']> {
  const rows = await database.read<{ label: string; id: string; types: string[] }>(
    loadQuery('retention/referring', { refers }),
    { account },
  );
  return rows.flatMap(({ label, id, types }) => {
    const { type } = nodeTypeOfLabel(label)!;
    if (going.has(`${type}:${id}`)) return [];
    return [{ type, id, columns: types.map((name) => relationTypeOf(name)!.toColumn) }];
  });
}

/** Its own row loses what names the account too; of a thing only what says something of a person goes. */
function clearing({ label, id }: Found, isRow: boolean): Plan['clears'][number] {
  const { type, file } = nodeTypeOfLabel(label)!;
  const personal = Object.entries(columnsOf(file)).filter(
    ([, { personal: is, refersTo }]) => is || (isRow && refersTo?.to === 'account'),
  );
  return { type, id, columns: personal.map(([name]) => name) };
}

/** Columns that name a person or reach one, and those that it is called by. */
function personalColumns(type: NodeType): string[] {
  const captions = type.type === 'account' ? type.caption : [];
  return Object.entries(type.columns)
    .filter(([name, { personal }]) => personal || captions.includes(name))
    .map(([name]) => name);
}

interface Said {
  type: NodeType;
  column: string;
  value: string;
}

/** What it says of the person now, and said before. */
export function statedIn(type: NodeType, properties: Record<string, unknown>): Said[] {
  const history = (properties['_history'] as string[] | undefined) ?? [];
  const all = [
    properties,
    ...history.map((one) => (JSON.parse(one) as { values: Record<string, unknown> }).values),
  ];
  return personalColumns(type).flatMap((column) =>
    all
      .flatMap((values) => values[column] ?? [])
      .filter((value) => typeof value === 'string' && value !== '')
      .map((value) => ({ type, column, value: value as string })),
  );
}

/** Those of the values that somebody else states. */
async function statedByOthers(
  database: Database,
  said: readonly Said[],
  notOthers: ReadonlySet<string>,
): Promise<Set<string>> {
  const values = [...new Set(said.map(({ value }) => value))];
  if (values.length === 0) return new Set();
  const found = new Set<string>();
  for (const type of [
    'account',
    'person',
    'company',
    'document',
    'profile',
    'shipment',
    'payment_account',
  ] as const) {
    const { label, file } = nodeType(type);
    const columns = Object.entries(columnsOf(file))
      .filter(([, { personal, search }]) => personal || search === 'name')
      .map(([name]) => name);
    const but = [...notOthers]
      .filter((ref) => ref.startsWith(`${type}:`))
      .map((ref) => ref.slice(type.length + 1));
    const rows = await database.read<{ value: string }>(
      loadQuery('retention/others_with_value', { label }),
      { values, columns, but },
    );
    for (const { value } of rows) found.add(value);
  }
  return found;
}

function byType(found: readonly Found[]): Plan['goes'] {
  const ids = new Map<NodeTypeName, string[]>();
  for (const { label, id } of found) {
    const { type } = nodeTypeOfLabel(label)!;
    addTo(ids, type, id);
  }
  return [...ids].map(([type, of]) => ({ type, ids: of.sort() }));
}

function counted(found: readonly Found[], reason: string): Stayed[] {
  return byType(found).map(({ type, ids }) => stay(type, ids.length, reason));
}

function stay(what: string, count: number, reason: string): Stayed {
  return { what, count, why: reason };
}

/** How many of each type a plan takes away. */
export function goingCounts({ goes }: Plan): { kind: string; count: number }[] {
  return goes.map(({ type, ids }) => ({ kind: type, count: ids.length }));
}
