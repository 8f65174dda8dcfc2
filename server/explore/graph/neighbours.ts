import { compareText } from '../../../domain/compare-text.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Graph, GraphRelation, NeighbourCount } from '../../../domain/answers.ts';
import {
  formatRef,
  nodeType,
  nodeTypeOfLabel,
  type NodeRef,
} from '../../../domain/schema/graph.ts';
import { relationLabel } from '../../../domain/labels/relation-label.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { storedNode, storedRelation, type RawRelation } from '../../graph/neo4j/records.ts';
import { sourcesAmong } from '../../graph/neo4j/sources.ts';
import { UsageError } from '../../platform/problems.ts';
import { foundNodes, graphRelation, type NodeRow } from '../../graph/canvas/canvas.ts';
import { existingNode } from './node-detail.ts';
import { kindOfRelation, kindOfType, relationKinds } from '../../graph/canvas/relation-kinds.ts';

type Direction = NeighbourCount['direction'];

/** Between two nodes at most so many relations are drawn; the rest is counted in `omitted`. */
const mostPerNeighbour = 25;

/** Of a hub, so many relations of a kind are looked at in each direction: all of them would take seconds. */
const mostLookedAt = 1_000;

/** Of relations of a kind so many are read in each direction to count whom they lead to: more would take seconds. */
const mostCounted = 10_000;

interface CountRow {
  relation: string;
  direction: Direction;
  labels: string[];
  count: number;
}

/**
 * How many neighbours a node has, by relation, direction and type; most first. Of a hub they are counted up to a limit,
 * and said to be at least so many: it answers as fast as a node of a few thousand.
 */
export async function neighbourCounts(
  database: Database,
  ref: NodeRef,
  most = mostCounted,
): Promise<NeighbourCount[]> {
  const { shown } = await existingNode(database, ref);
  const { label } = nodeType(ref.type);
  const all = { label, relation: relationNames(undefined) };
  const { parts, many } =
    shown.degree > most
      ? await apart(database, ref, all, most)
      : { parts: [all.relation], many: [] };
  const rows = await Promise.all(
    parts.map((relation) =>
      database.read<CountRow>(loadQuery('explore/neighbours', { label, relation }), {
        id: ref.id,
        look: most * relation.length,
      }),
    ),
  );
  return rows
    .flat()
    .flatMap((row) =>
      neighbourCount(
        row,
        many.some(({ relation, [row.direction]: has }) => relation === row.relation && has > most),
      ),
    )
    .sort(
      (a, b) => b.count - a.count || compareText(a.type, b.type) || compareText(a.other, b.other),
    );
}

function neighbourCount(
  { relation, direction, labels, count }: CountRow,
  isMore: boolean,
): NeighbourCount[] {
  const kind = kindOfRelation(relation);
  const other = labels.map(nodeTypeOfLabel).find((type) => type !== undefined);
  if (!kind || !other || other.type === 'label') return [];
  const said = relationLabel(kind.type);
  const says = direction === 'out' ? said : `← ${said}`;
  const counted = { type: kind.type, direction, says, other: other.type, count };
  return [isMore ? { ...counted, at_least: true } : counted];
}

export interface Expansion {
  /** As evidence names it; all kinds when left out. */
  type?: string | undefined;
  /** Both when left out. */
  direction?: Direction | undefined;
  /** The most neighbours to bring. */
  limit: number;
}

interface NeighbourRow extends NodeRow {
  /** How many relations lead there; `relations` holds the latest of them. */
  ties: number;
  relations: RawRelation[];
}

/** A node with its neighbours, those that link it to others first, and the relations between; the order depends on the data alone. */
export async function expand(
  database: Database,
  ref: NodeRef,
  { type, direction, limit }: Expansion,
): Promise<Graph> {
  const origin = await existingNode(database, ref);
  const { label } = nodeType(ref.type);
  const names = { label, relation: relationNames(type) };
  const total = await relationCount(database, ref, names, direction);
  const read = (relation: readonly string[]) =>
    database.read<NeighbourRow>(loadQuery('explore/expand', { label, relation }), {
      id: ref.id,
      limit,
      most: mostPerNeighbour,
      look: mostLookedAt,
      out: direction !== 'in',
      in: direction !== 'out',
    });
  const parts =
    total > mostLookedAt
      ? (await apart(database, ref, names, mostLookedAt)).parts
      : [names.relation];
  const rows = inTurn(await Promise.all(parts.map(read))).slice(0, limit);
  const [neighbours, relations] = await Promise.all([
    foundNodes(database, rows),
    drawn(database, ref, rows),
  ]);
  return {
    nodes: [
      origin.shown,
      ...neighbours.map(({ shown }) => shown).filter((node) => formatRef(node) !== formatRef(ref)),
    ],
    relations,
    omitted: Math.max(0, total - relations.length),
  };
}

type Degrees = Record<Direction, number>;

interface Apart {
  parts: (readonly string[])[];
  /** Those that stand for themselves. */
  many: (Degrees & { relation: string })[];
}

/** Kinds of relation that a hub has very many of, each for itself, so that they do not hide the others. */
async function apart(
  database: Database,
  ref: NodeRef,
  { label, relation }: { label: string; relation: readonly string[] },
  most: number,
): Promise<Apart> {
  const counts = await database.read<Degrees>(
    relation
      .map((one) => loadQuery('explore/relation_count', { label, relation: one }))
      .join('\nUNION ALL\n'),
    { id: ref.id },
  );
  const many = relation.flatMap((one, at) => {
    const { out, in: into } = counts[at] ?? { out: 0, in: 0 };
    return out + into > most ? [{ relation: one, out, in: into }] : [];
  });
  const few = relation.filter((one) => !many.some(({ relation: other }) => other === one));
  return {
    parts: [...(few.length > 0 ? [few] : []), ...many.map((one) => [one.relation])],
    many,
  };
}

/** The first of each part, then the second of each; a neighbour in several of them once, with all of its relations. */
function inTurn(parts: readonly NeighbourRow[][]): NeighbourRow[] {
  if (parts.length === 1) return parts[0]!;
  const rows = new Map<string, NeighbourRow>();
  const longest = Math.max(...parts.map(({ length }) => length));
  for (let place = 0; place < longest; place += 1)
    for (const part of parts) {
      const row = part[place];
      if (!row) continue;
      const same = rows.get(row.node.elementId);
      if (!same) rows.set(row.node.elementId, { ...row });
      else {
        same.ties += row.ties;
        same.relations = [...same.relations, ...row.relations].slice(0, mostPerNeighbour);
      }
    }
  return [...rows.values()];
}

function relationNames(type: string | undefined): readonly string[] {
  if (type === undefined) return relationKinds.map((kind) => kind.relation);
  const kind = kindOfType(type);
  if (kind) return [kind.relation];
  const known = relationKinds.map((each) => each.type);
  throw new UsageError(messages.http.noRelationKind(type), [
    { where: 'query.type', problem: messages.http.oneOf(known) },
  ]);
}

async function drawn(
  database: Database,
  ref: NodeRef,
  rows: readonly NeighbourRow[],
): Promise<GraphRelation[]> {
  const found = rows.map(({ node, relations }) => ({
    other: storedNode(node),
    ties: relations.map(storedRelation),
  }));
  const cited = found.flatMap(({ ties }) => ties.flatMap(({ sources }) => sources));
  const sourceOf = await sourcesAmong(database, cited);
  return found.flatMap(({ other, ties }) =>
    ties.map((stored) => {
      const isOther = (elementId: string) => elementId === other.elementId;
      const ends = new Map<string, NodeRef>(
        [stored.fromElementId, stored.toElementId].map((elementId) => [
          elementId,
          isOther(elementId) ? { type: other.type, id: other.id } : ref,
        ]),
      );
      return graphRelation(stored, ends, sourceOf);
    }),
  );
}

async function relationCount(
  database: Database,
  ref: NodeRef,
  names: { label: string; relation: readonly string[] },
  direction: Direction | undefined,
): Promise<number> {
  const [row] = await database.read<Record<'out' | 'in' | 'loops', number>>(
    loadQuery('explore/relation_count', names),
    { id: ref.id },
  );
  if (!row) return 0;
  return direction ? row[direction] : row.out + row.in - row.loops;
}
