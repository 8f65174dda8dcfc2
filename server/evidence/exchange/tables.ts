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

export function* nodesCsv(nodes: readonly WholeNode[]): Generator<string> {
  const columns = filledColumns(
    nodes.map((node) => node.values),
    nodeTypes.flatMap((type) => Object.keys(type.columns)),
  );
  const extras = [...new Set(nodes.flatMap((node) => Object.keys(node.extra)))].sort(compareText);
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

export function* relationsCsv(relations: readonly GraphRelation[]): Generator<string> {
  const columns = filledColumns(
    relations.map((relation) => relation.values),
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

/** The columns that some row fills: first in the schema's order, then what it does not know by name. */
function filledColumns(rows: readonly Record<string, unknown>[], declared: string[]): string[] {
  const filled = new Set(rows.flatMap((row) => Object.keys(row)));
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
