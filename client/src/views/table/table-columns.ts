import type { GraphNode, GraphRelation } from '../../../../domain/answers.ts';
import type { CellKind } from '../../../../domain/schema/cell-kinds.ts';
import { formatRef, nodeType } from '../../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../../domain/schema/schema.ts';
import { outOf100 } from '../../../../domain/score.ts';
import type { NodeValues } from '../../../../domain/views.ts';
import { messages } from '../../../../domain/messages/later.ts';
import type { Board } from '../../board/board.ts';
import type { Column } from '../../ui/table-order.ts';
import { columnName, readable } from '../../theme/formats.ts';

const text = messages.page.table;
const more = messages.views.table;

/** What may be asked of a column's values. */
export type ColumnKind = 'text' | 'number' | 'time';

export interface TableColumn<T> extends Column<T> {
  key: string;
  kind: ColumnKind;
  /** As it is read, searched and copied; '' where there is nothing to say. */
  says: (item: T) => string;
  /** What the column means; on hover. */
  about?: string;
}

const standingColumn: TableColumn<GraphNode> = {
  ...textColumn('standing', messages.standing.shownAs, ({ standing }: GraphNode) =>
    standing ? messages.standing.is[standing] : '',
  ),
  about: messages.standing.contextHint,
};

/** What every node has, whatever its type. */
/** `told`: whether it is said of any what it is shown as. */
export function nodeColumns(told = false): TableColumn<GraphNode>[] {
  return [
    textColumn('caption', text.name, ({ caption }) => caption),
    textColumn('type', text.type, ({ type }) => messages.schema.nodes[type].one),
    textColumn('id', text.id, ({ id }) => id),
    {
      key: 'score',
      name: text.score,
      kind: 'number',
      value: ({ score }) => (score === null ? null : score * 100),
      says: ({ score }) => (score === null ? '' : String(outOf100(score))),
      about: `${messages.score.meaning.account}. ${messages.score.ranks}`,
    },
    numberColumn('degree', text.links, ({ degree }) => degree),
    textColumn('cluster_id', more.cluster, ({ cluster_id }) => cluster_id ?? ''),
    ...(told ? [standingColumn] : []),
  ];
}

/** All columns of the contract for a type that some row fills, and those beyond it. */
export function columnsOfType(
  type: NodeTypeName,
  rows: readonly NodeValues[],
): TableColumn<NodeValues>[] {
  const { columns, key } = nodeType(type);
  const told = rows.some(({ standing }) => standing !== undefined);
  const general = nodeColumns(told).filter((column) => column.key !== 'type');
  const own = Object.entries(columns)
    .filter(([name]) => !(key.length === 1 && key[0] === name))
    .filter(([name]) => rows.some(({ values }) => isFilled(values[name])))
    .map(([name, column]) => valueColumn(name, column.kind, column.about));
  const extras = [...new Set(rows.flatMap(({ extra }) => Object.keys(extra)))].sort();
  const beyond = extras.map((name) =>
    textColumn<NodeValues>(`extra.${name}`, more.extra(name), ({ extra }) =>
      Object.hasOwn(extra, name) ? extra[name]! : '',
    ),
  );
  const scored = general.filter(({ key }) => type === 'account' || !ofAccounts.has(key));
  return [...scored, ...own, ...beyond];
}

const ofAccounts = new Set(['score', 'cluster_id']);

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

const numbers: ReadonlySet<CellKind> = new Set<CellKind>(['integer', 'decimal']);
const times: ReadonlySet<CellKind> = new Set<CellKind>(['time']);

function valueColumn(name: string, kind: CellKind, about: string): TableColumn<NodeValues> {
  const of = ({ values }: NodeValues) => values[name];
  return {
    key: name,
    name: columnName(name),
    about,
    kind: numbers.has(kind) ? 'number' : times.has(kind) ? 'time' : 'text',
    value: (item) => sortable(of(item)),
    says: (item) => (isFilled(of(item)) ? readable(of(item), kind) : ''),
  };
}

function sortable(value: unknown): string | number | null {
  if (!isFilled(value)) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return readable(value);
}

export function relationColumns(board: Board): TableColumn<GraphRelation>[] {
  const nameOf = (ref: string) => board.nodes.get(ref)?.caption ?? ref;
  return [
    textColumn('from', text.from, ({ from }) => nameOf(formatRef(from))),
    textColumn('says', text.says, ({ says, derived }) =>
      derived ? `${says} (${messages.page.details.derived})` : says,
    ),
    textColumn('to', text.to, ({ to }) => nameOf(formatRef(to))),
    {
      key: 'at',
      name: text.when,
      kind: 'time',
      value: ({ at }) => at,
      says: ({ at }) => (at === null ? '' : readable(at, 'time')),
    },
    textColumn('source', text.source, ({ sources }) =>
      sources.map(({ file, line }) => messages.page.details.line(file, line)).join('; '),
    ),
  ];
}

/** A column of what can be read. */
export function textColumn<T>(
  key: string,
  name: string,
  says: (item: T) => string,
): TableColumn<T> {
  return { key, name, kind: 'text', says, value: (item) => says(item) || null };
}

function numberColumn<T>(key: string, name: string, value: (item: T) => number): TableColumn<T> {
  return { key, name, kind: 'number', value, says: (item) => String(value(item)) };
}
