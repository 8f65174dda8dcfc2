import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';

/** A stretch of time, both ends in it; milliseconds since 1970. */
export interface Span {
  from: number;
  to: number;
}

/** When a relation happened; null for what has no time, which is shown whatever the span. */
export function timeOf({ at }: GraphRelation): number | null {
  const time = at === null ? NaN : Date.parse(at);
  return Number.isNaN(time) ? null : time;
}

export function isWithin(relation: GraphRelation, span: Span | null): boolean {
  const time = timeOf(relation);
  return span === null || time === null || (time >= span.from && time <= span.to);
}

/** Nodes whose every relation lies outside the span: then they were not there, or did nothing. */
export function absentIn(relations: Iterable<GraphRelation>, span: Span | null): Set<string> {
  const absent = new Set<string>();
  if (span === null) return absent;
  const present = new Set<string>();
  for (const relation of relations) {
    // What is inferred of two nodes says nothing of when they were there.
    if (relation.derived && timeOf(relation) === null) continue;
    for (const end of [relation.from, relation.to])
      (isWithin(relation, span) ? present : absent).add(formatRef(end));
  }
  for (const ref of present) absent.delete(ref);
  return absent;
}

/** The first and last time; null where nothing, or everything at once, happened. */
export function wholeSpan(relations: Iterable<GraphRelation>): Span | null {
  let [from, to] = [Infinity, -Infinity];
  for (const relation of relations) {
    const time = timeOf(relation);
    if (time === null) continue;
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  return from < to ? { from, to } : null;
}

/** What happened of one kind, how often in each of equal parts of the timeline: rows, not the relations that each makes. */
export interface Lane {
  /** The file that tells of it, such as `logins`. */
  kind: string;
  counts: number[];
  total: number;
}

/**
 * The busiest kinds first; those beyond `most` are one lane, `others`. `placeOf` says where a time stands, 0 to 1;
 * what stands elsewhere is not counted.
 */
export function lanesOf(
  relations: Iterable<GraphRelation>,
  placeOf: (time: number) => number,
  parts: number,
  most: number,
): Lane[] {
  const lanes = new Map<string, Lane>();
  const counted = new Set<string>();
  for (const relation of relations) {
    const time = timeOf(relation);
    const place = time === null ? -1 : placeOf(time);
    if (place < 0 || place > 1) continue;
    const [row] = relation.sources;
    const rowKey = row ? `${row.sha256}:${row.line}` : relation.key;
    if (counted.has(rowKey)) continue;
    counted.add(rowKey);
    const kind = relation.type.split('.')[0] ?? '';
    const lane = lanes.get(kind) ?? { kind, counts: emptyParts(parts), total: 0 };
    lanes.set(kind, lane);
    const part = Math.min(parts - 1, Math.floor(place * parts));
    lane.counts[part]! += 1;
    lane.total += 1;
  }
  const sorted = [...lanes.values()].sort((a, b) => b.total - a.total);
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  const others: Lane = {
    kind: 'others',
    counts: emptyParts(parts).map((_, part) =>
      rest.reduce((sum, { counts }) => sum + counts[part]!, 0),
    ),
    total: rest.reduce((sum, { total }) => sum + total, 0),
  };
  return [...sorted.slice(0, most - 1), others];
}

function emptyParts(parts: number): number[] {
  return Array.from({ length: parts }, () => 0);
}
