/**
 * The subgraph as two CSV files (RFC 4180) that a spreadsheet opens without running anything (OWASP ASVS
 * 1.2.10); the JSON beside them holds the values as they are.
 */
import { compareText } from '../../../domain/compare-text.ts';
import { nodeTypes, relationTypes, columnsOf } from '../../../domain/schema/graph.ts';
import type { GraphRelation } from '../../../domain/answers.ts';
import type { Source } from '../../../domain/finding.ts';
import type { MoneyTotal } from '../../graph/money/money-totals.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { csvLine } from '../../../domain/csv-line.ts';
import { asText } from '../../platform/stored-text.ts';

const nodeHead = ['type', 'id', 'caption', 'stub', 'suspicion', 'cluster_id'];
const relationHead = ['key', 'type', 'says', 'from_type', 'from_id', 'to_type', 'to_id', 'at'];

export function* nodesCsv(nodes: Iterable<WholeNode>): Generator<string> {
  const filled = new Set<string>();
  const extra = new Set<string>();
  for (const node of nodes) {
    addNames(node.values, filled);
    addNames(node.extra, extra);
  }
  const columns = inOrder(
    filled,
    nodeTypes.flatMap((type) => Object.keys(type.columns)),
  );
  const extras = [...extra].sort(compareText);
  const heads = [...columns.map(rowColumn), ...extras.map((name) => `extra.${name}`)];
  yield csvLine(texts([...nodeHead, ...heads, 'sources', 'standing']));
  for (const node of nodes) {
    yield csvLine(
      texts([
        node.type,
        node.id,
        node.caption,
        node.stub,
        node.score,
        node.cluster_id,
        ...columns.map((column) => node.values[column]),
        ...extras.map((name) => node.extra[name]),
        cite(node.sources),
        node.standing,
      ]),
    );
  }
}

export function* relationsCsv(relations: Iterable<GraphRelation>): Generator<string> {
  const filled = new Set<string>();
  for (const relation of relations) addNames(relation.values, filled);
  const columns = inOrder(
    filled,
    relationTypes.flatMap((type) => Object.keys(columnsOf(type.file))),
  );
  const last = ['sources', 'standing'];
  yield csvLine(texts([...relationHead, 'derived', ...columns.map(rowColumn), ...last]));
  for (const relation of relations) {
    yield csvLine(
      texts([
        relation.key,
        relation.type,
        relation.says,
        relation.from.type,
        relation.from.id,
        relation.to.type,
        relation.to.id,
        relation.at,
        relation.derived,
        ...columns.map((column) => relation.values[column]),
        cite(relation.sources),
        relation.standing,
      ]),
    );
  }
}

const totalHead = ['currency', 'direction', 'month', 'amount', 'transfers', 'unsettled'] as const;

export function* totalsCsv(totals: readonly MoneyTotal[]): Generator<string> {
  yield csvLine(totalHead);
  for (const total of totals) yield csvLine(texts(totalHead.map((name) => total[name])));
}

const ours = new Set([...nodeHead, ...relationHead, 'label', 'derived', 'sources', 'standing']);

/** A row's column under its own name, unless the graph uses that name: `type` becomes `row.type`. */
export function rowColumn(name: string): string {
  return ours.has(name) ? `row.${name}` : name;
}

function addNames(of: Readonly<Record<string, unknown>>, names: Set<string>): void {
  for (const name of Object.keys(of)) names.add(name);
}

/** The columns that some row fills: first in the schema's order, then what it does not know by name. */
function inOrder(filled: ReadonlySet<string>, declared: readonly string[]): string[] {
  const known = [...new Set(declared)].filter((column) => filled.has(column));
  const unknown = [...filled].filter((column) => !known.includes(column)).sort(compareText);
  return [...known, ...unknown];
}

export function cite(sources: readonly Source[]): string {
  return sources.map((source) => `${source.file}:${source.line}@${source.sha256}`).join('|');
}

function texts(cells: readonly unknown[]): string[] {
  return cells.map(asText);
}
