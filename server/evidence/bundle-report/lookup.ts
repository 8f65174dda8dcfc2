/** What the parts of a report look up, and where they refer to. */
import type { Evidence } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/index.ts';
import { withMarks } from '../exhibit/context-marks.ts';
import type { Exhibit, ExhibitDetector } from '../exhibit/exhibit.ts';
import type { Reference } from '../../platform/document/document.ts';
import { rowKey, type Printed } from './printed.ts';

export interface Lookup {
  /** The number under which a printed row stands, by `rowKey`. */
  rows: ReadonlyMap<string, number>;
  /** What people call a node, by its reference. */
  captions: ReadonlyMap<string, string>;
  /** Ids of the accounts that are shown for context alone. */
  context: ReadonlySet<string>;
  /** How a relation reads, by `tieKey`. */
  relations: ReadonlyMap<string, string>;
  detectors: ReadonlyMap<string, ExhibitDetector>;
  /** The numbers of the printed findings, by their ids. */
  findings: ReadonlyMap<string, number>;
}

export function lookupOf(exhibit: Exhibit, printed: Printed): Lookup {
  const { nodes, relations, detectors } = exhibit;
  return {
    rows: new Map(printed.rows.map(({ row, number }) => [rowKey(row), number])),
    captions: captionsOf(nodes),
    context: new Set(printed.accounts.context.map(({ id }) => id)),
    relations: wordingsOf(relations),
    detectors: new Map(detectors.map((detector) => [detector.id, detector])),
    findings: new Map(printed.findings.map(({ finding, number }) => [finding.id, number])),
  };
}

function captionsOf(nodes: Exhibit['nodes']): Map<string, string> {
  const captions = new Map<string, string>();
  for (const node of nodes) captions.set(formatRef(node), node.caption);
  return captions;
}

function wordingsOf(relations: Exhibit['relations']): Map<string, string> {
  const wordings = new Map<string, string>();
  for (const relation of relations) wordings.set(tieKey(relation), relation.says);
  return wordings;
}

export function tieKey({
  type,
  from,
  to,
}: Pick<Evidence, 'type'> & { from: NodeRef; to: NodeRef | null }): string {
  return `${type} ${formatRef(from)} ${to ? formatRef(to) : ''}`;
}

export function findingId(number: number): string {
  return `finding-${number}`;
}

export function statementId(finding: number, statement: number): string {
  return `statement-${finding}-${statement}`;
}

export function rowId(number: number): string {
  return `row-${number}`;
}

export function toFinding(number: number): Reference {
  return { to: findingId(number), text: String(number) };
}

/** The beginning of a text, and how much of it is elsewhere; a character of two units is not halved. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const begin = text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  return begin + messages.evidence.page.cut(text.length - begin.length);
}

/** A title or a figure, in which an account that is shown for context alone is said to be so. */
export function marked(text: string, { context }: Pick<Lookup, 'context'>): string {
  return withMarks(text, context, messages.evidence.page.forContext);
}
