import { fileOf, nodeType, relationTypes } from '../../../domain/schema/graph.ts';
import type { Grain } from '../../../domain/detector.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { labelsChanged, labelsRead, relationsRead, type GraphChanges } from './graph-changes.ts';
import type { ReadSet } from './read-set.ts';

/** Beyond so many things in reach of what was written, and this share of all things, to ask about all takes no longer. */
const [mostInReach, shareInReach] = [50_000, 0.05];

/** What a query may find otherwise than before, by what it starts from. */
export interface Touched {
  /** Whether what starts from these ids and keys alone may. */
  meets: (named: ReadonlySet<string>) => boolean;
  /** From what it may by itself, whatever else it starts from. */
  alone: ReadonlySet<string>;
}

/** Ids by label. */
type Ids = Map<string, Set<string>>;

/**
 * From where a query of such a grain, that reads so, meets what was written. Null where nobody knows, or it may be from
 * anywhere.
 *
 * A relation that was written is met from either end of it and, where the query goes further, from what lies on the way to
 * these; a node is met from beside it too. What is no longer there was written as well, so that a way that led over it
 * ends at something nearer that was.
 */
export async function touchedFor(
  database: Database,
  changes: GraphChanges,
  { reads, grain }: { reads: ReadSet; grain: Pick<Grain, 'along' | 'between'> },
): Promise<Touched | null> {
  const { things } = changes;
  if (things === null || reads.everything) return null;
  const alone = new Set<string>();
  const pairs = new Map<string, Set<string>>();
  const ends: Ids = new Map();
  for (const type of relationsRead(changes, reads)) {
    const labels = endLabels(type);
    for (const [from, to, key] of things.relations[type] ?? []) {
      alone.add(key);
      if (grain.between?.includes(type)) note(pairs, from, to);
      else if (labels) {
        note(ends, labels[0], from);
        note(ends, labels[1], to);
      } else return null;
    }
  }
  // What has come is met by its own id, or by a relation of its own, which has come too.
  for (const label of labelsRead(changes, reads))
    for (const id of things.nodes[label] ?? []) alone.add(id);
  const nodes: Ids = new Map();
  for (const label of labelsChanged(changes, reads))
    for (const id of things.nodes[label] ?? []) note(nodes, label, id);
  const way = grain.along ?? [];
  const around = await reached(database, [
    [ends, way],
    [nodes, [reads.relations, ...way]],
  ]);
  if (around === null) return null;
  for (const id of around) alone.add(id);
  return {
    alone,
    meets: (named) =>
      [...named].some(
        (one) => alone.has(one) || [...(pairs.get(one) ?? [])].some((id) => named.has(id)),
      ),
  };
}

/** The ids of these and of all that lies around them, step by step over relations of such types; null for too many. */
async function reached(
  database: Database,
  from: readonly (readonly [Ids, steps: readonly (readonly string[])[]])[],
): Promise<Set<string> | null> {
  const found = new Set<string>();
  const most = Math.max(mostInReach, shareInReach * (await thingsIn(database)));
  for (const [begin, steps] of from) {
    let around = begin;
    for (const step of [[], ...steps]) {
      if (step.length > 0) around = await besides(database, step, around, most);
      for (const ids of around.values()) for (const id of ids) found.add(id);
      if (found.size > most) return null;
    }
  }
  return found;
}

/** Neo4j keeps this count, so that nothing is counted. */
async function thingsIn(database: Database): Promise<number> {
  const [all] = await database.read<{ things: number }>('MATCH (n) RETURN count(n) AS things');
  return all?.things ?? 0;
}

async function besides(
  database: Database,
  relations: readonly string[],
  those: Ids,
  most: number,
): Promise<Ids> {
  const found: Ids = new Map();
  for (const [label, ids] of those)
    await database.each<{ label: string; id: string }>(
      `MATCH (n:${label}) WHERE n.id IN $ids
       MATCH (n)-[:${relations.join('|')}]-(other)
       WITH DISTINCT other LIMIT ${Math.floor(most) + 1}
       RETURN labels(other)[0] AS label, other.id AS id`,
      { ids: [...ids] },
      (row) => note(found, row.label, row.id),
    );
  return found;
}

/** Of a relation of the data; null of one that may join nodes of several types, which nobody told apart. */
function endLabels(type: string): readonly [string, string] | null {
  const declared = relationTypes.find(({ relation }) => relation === type);
  if (!declared?.from || !declared.to || 'link' in fileOf(declared.file)) return null;
  return [nodeType(declared.from).label, nodeType(declared.to).label];
}

function note(all: Map<string, Set<string>>, name: string, value: string): void {
  const known = all.get(name);
  if (known) known.add(value);
  else all.set(name, new Set([value]));
}
