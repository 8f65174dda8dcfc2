import { formatRef } from '../../../domain/schema/graph.ts';
import type { NodeValues } from '../../../domain/views.ts';
import { visibleNodes, visibleRelations, type Board } from '../board/board.ts';
import { drawnThings, type DrawnThing } from '../board/drawn-things.ts';
import { holderOf } from '../board/node-group.ts';
import { noFilter } from '../board/range-filter.ts';
import { typesShown } from '../board/types-shown.ts';
import { fieldsFor, isMeasure, type Field, type Measure } from './fields.ts';
import type { DrawnPairs } from './measures.ts';
import { moneyMoved, type MoneyMoved } from './money.ts';

/** Of what is drawn, by its reference; what has none is not in it. */
export type Values = ReadonlyMap<string, number | string>;

/** What rules and ranges go by on a board. */
export interface Looks {
  /** All that may be chosen here. */
  fields: readonly Field[];
  /** What is known of those in use, by their id. */
  values: ReadonlyMap<string, Values>;
}

export const noLooks: Looks = { fields: [], values: new Map() };

/** What is measured on: what is drawn, as if no range left anything out; else leaving some out would change the measure. */
export function unfiltered(board: Board): Board {
  return board.filter === noFilter ? board : { ...board, filter: noFilter };
}

export function fieldsOn(board: Board): { fields: Field[]; money: MoneyMoved | null } {
  const money = moneyMoved(board);
  const types = typesShown(visibleNodes(board)).map(({ type }) => type);
  return { fields: fieldsFor(types, money?.currency ?? null), money };
}

/** What rules and ranges of the board go by. */
export function fieldsInUse({ style, filter }: Board): string[] {
  return [...new Set([...style.rules.map(({ by }) => by), ...filter.ranges.map(({ by }) => by)])];
}

/** Each pair of drawn things that a relation joins. */
export function pairsOn(board: Board): DrawnPairs {
  const things = drawnThings(board);
  const at = new Map(things.map(({ ref }, index) => [ref, index]));
  const seen = new Set<number>();
  for (const relation of visibleRelations(board)) {
    const [one, other] = [relation.from, relation.to].map((end) =>
      at.get(holderOf(board.groups, formatRef(end))),
    );
    if (one === undefined || other === undefined || one === other) continue;
    seen.add(Math.min(one, other) * things.length + Math.max(one, other));
  }
  const ends = new Uint32Array(seen.size * 2);
  [...seen].forEach((pair, index) => {
    ends[index * 2] = Math.floor(pair / things.length);
    ends[index * 2 + 1] = pair % things.length;
  });
  return { order: things.length, ends };
}

export function samePairs(one: DrawnPairs, other: DrawnPairs): boolean {
  return (
    one.order === other.order &&
    one.ends.length === other.ends.length &&
    one.ends.every((end, at) => end === other.ends[at])
  );
}

/** The day that a board shows: as known on, the end of its time, or else its last relation. ISO 8601; null without any. */
export function dayOf(board: Board): string | null {
  if (board.knownOn !== null) return board.knownOn;
  if (board.span) return new Date(board.span.to).toISOString();
  let last: string | null = null;
  for (const { at } of board.relations.values())
    if (at !== null && (last === null || at > last)) last = at;
  return last;
}

/** What was found of a board: measures by their place in `drawnThings`, and nodes with their columns. */
export interface Found {
  measures: ReadonlyMap<Measure, Float64Array>;
  nodes: ReadonlyMap<string, NodeValues>;
  money: MoneyMoved | null;
}

/** The values of one field; null while they are not known. */
export function valuesOf(board: Board, field: Field, found: Found): Values | null {
  const things = drawnThings(board);
  if (isMeasure(field.id)) {
    const own = found.measures.get(field.id);
    if (own?.length !== things.length) return null;
    return collected(things, (_thing, at) => own[at]);
  }
  if (field.column || field.id === 'age') {
    if (found.nodes.size === 0) return null;
    return collected(things, ({ ref }) => columnValue(board, field, found.nodes.get(ref)));
  }
  return collected(things, (thing) => ownValue(field, thing, found.money));
}

function collected(
  things: readonly DrawnThing[],
  valueOf: (thing: DrawnThing, at: number) => number | string | null | undefined,
): Values {
  const values = new Map<string, number | string>();
  things.forEach((thing, at) => {
    const value = valueOf(thing, at);
    if (value !== null && value !== undefined && value !== '' && !Number.isNaN(value))
      values.set(thing.ref, value);
  });
  return values;
}

function ownValue({ id }: Field, { ref, node }: DrawnThing, money: MoneyMoved | null) {
  switch (id) {
    case 'score':
      return node.score;
    case 'links.all':
      return node.degree;
    case 'cluster':
      return node.cluster_id;
    case 'money.received':
      return money?.received.get(ref);
    case 'money.sent':
      return money?.sent.get(ref);
    default:
      return null;
  }
}

const dayMs = 86_400_000;

function columnValue(board: Board, { id, kind, column }: Field, node: NodeValues | undefined) {
  if (!node) return null;
  if (id === 'age') {
    const day = dayOf(board);
    const opened = node.type === 'account' ? Date.parse(String(node.values['created_at'])) : NaN;
    const age = day === null ? NaN : Math.floor((Date.parse(day) - opened) / dayMs);
    return age >= 0 ? age : null;
  }
  if (node.type !== column?.type) return null;
  const value = node.values[column.name];
  if (kind === 'number') return typeof value === 'number' ? value : null;
  if (typeof value !== 'string') return null;
  return kind === 'time' ? Date.parse(value) : value;
}

/** The nodes whose columns must be asked for. */
export function nodesToAsk(board: Board, fields: readonly Field[]): string[] {
  const types = new Set(
    fields.flatMap(({ id, column }) => (column ? [column.type] : id === 'age' ? ['account'] : [])),
  );
  return visibleNodes(board)
    .filter(({ type }) => types.has(type))
    .map(formatRef);
}
