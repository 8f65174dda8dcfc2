/** What the parts of a bundle's page look up. */
import type { Evidence } from '../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../domain/graph.ts';
import { words } from '../../domain/words/index.ts';
import type { Exhibit, ExhibitDetector } from './exhibit.ts';

export interface PageIndex {
  /** The number under which a row stands on the page, by `rowKey`. */
  rows: ReadonlyMap<string, number>;
  /** What people call a node, by its reference. */
  captions: ReadonlyMap<string, string>;
  /** How a relation reads, by `tieKey`. */
  relations: ReadonlyMap<string, string>;
  detectors: ReadonlyMap<string, ExhibitDetector>;
}

export function pageIndex(exhibit: Exhibit, mostRows: number): PageIndex {
  const { rows, nodes, relations, detectors } = exhibit;
  return {
    rows: new Map(rows.slice(0, mostRows).map((row, index) => [rowKey(row), index + 1])),
    captions: new Map(nodes.map((node) => [formatRef(node), node.caption])),
    relations: new Map(relations.map((relation) => [tieKey(relation), relation.says])),
    detectors: new Map(detectors.map((detector) => [detector.id, detector])),
  };
}

export function rowKey({ sha256, line }: { sha256: string; line: number }): string {
  return `${sha256}:${line}`;
}

export function tieKey({ type, from, to }: Pick<Evidence, 'type'> & Ends): string {
  return `${type} ${formatRef(from)} ${to ? formatRef(to) : ''}`;
}

interface Ends {
  from: NodeRef;
  to: NodeRef | null;
}

export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length) + words.evidence.page.cut(text.length - length);
}
