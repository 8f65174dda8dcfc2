import { loadQuery } from '../../../cypher/load-query.ts';
import type { SharedTimes } from '../../../domain/answers.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { columnsOf, nodeType, relationTypes, type NodeRef } from '../../../domain/schema/graph.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** Relations that say until when; a login or a payment is a moment. */
const lasting = relationTypes
  .filter(({ file }) => ['last_used_at', 'until'].some((column) => column in columnsOf(file)))
  .map(({ relation }) => relation);

interface Used {
  first: string;
  last: string;
  rows: number;
  days: string[];
  /** Some use has no stated end. */
  open: boolean;
}

interface Step {
  index: number;
  account: string;
  thing: NodeRef;
}

/**
 * Of each way from one account to another, when either used what it goes over; null where a way goes over other
 * accounts, or no row says when. Nothing after `asOf`, where that is given, is used.
 */
export async function sharedTimes(
  database: Database,
  ways: readonly (readonly NodeRef[])[],
  asOf: string | null,
): Promise<(SharedTimes | null)[]> {
  const steps = ways.flatMap((way, at) => endsOf(way, at * 2));
  const used = new Map<number, Used>();
  for (const [type, ofType] of groupBy(steps, ({ thing }) => thing.type)) {
    const query = loadQuery('explore/used', { label: nodeType(type).label });
    const asked = ofType.map(({ index, account, thing }) => ({ index, account, thing: thing.id }));
    for (const row of await database.read<Used & { index: number }>(query, {
      steps: asked,
      as_of: asOf,
      lasting,
    }))
      used.set(row.index, row);
  }
  return ways.map((way, at) => timesOf(used.get(at * 2), used.get(at * 2 + 1), way.length === 3));
}

/** What each of the two accounts used on the way: the same thing, or what lies nearest to it. */
function endsOf(way: readonly NodeRef[], index: number): Step[] {
  const [a, b] = [way[0], way.at(-1)];
  const [near, far] = [way[1], way.at(-2)];
  if (way.length < 3 || !a || !b || !near || !far) return [];
  if (near.type === 'account' || far.type === 'account') return [];
  return [
    { index, account: a.id, thing: near },
    { index: index + 1, account: b.id, thing: far },
  ];
}

function timesOf(a: Used | undefined, b: Used | undefined, sameThing: boolean): SharedTimes | null {
  if (!a || !b) return null;
  const from = a.first > b.first ? a.first : b.first;
  const to = earlierEnd(endOf(a), endOf(b));
  const others = new Set(b.days);
  return {
    a: spanOf(a),
    b: spanOf(b),
    overlap: to === null || from <= to ? { from, to } : null,
    same_days: sameThing ? a.days.filter((day) => others.has(day)).length : null,
  };
}

function spanOf(used: Used) {
  return { from: used.first, to: endOf(used), rows: used.rows };
}

/** Null where none is stated. */
function endOf({ last, open }: Used): string | null {
  return open ? null : last;
}

function earlierEnd(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
