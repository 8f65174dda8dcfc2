import { compareText } from '../../../domain/compare-text.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { GraphRelation } from '../../../domain/answers.ts';
import type { Finding } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { graphRelation } from '../../graph/canvas/canvas.ts';
import { evidenceGraph } from '../../explore/graph/evidence-graph.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import {
  refOf,
  storedNode,
  storedRelation,
  type RawNode,
  type RawRelation,
} from '../../graph/neo4j/records.ts';
import { sourceResolver } from '../../graph/neo4j/sources.ts';
import { wholeNodes, withoutLoading, type WholeNode } from '../../graph/canvas/whole-nodes.ts';
import type { Picked, Surroundings } from './subject.ts';

/** An account's surroundings have at most so many relations; the rest is counted and named as left out. */
export const mostRelations = 100_000;

export interface Subgraph {
  /** Sorted by reference. */
  nodes: WholeNode[];
  /** Sorted by key. */
  relations: GraphRelation[];
  omitted: number;
}

/** What the findings rest on, and what is shown besides. */
export async function readSubgraph(
  database: Database,
  findings: readonly Finding[],
  shown: Surroundings | Picked | null,
): Promise<Subgraph> {
  const rested = await evidenceGraph(database, findings, mostRelations);
  const near = shown ? await besides(database, shown) : { refs: [], relations: [], omitted: 0 };
  const refs = new Map<string, NodeRef>();
  for (const ref of [...rested.nodes, ...near.refs]) refs.set(formatRef(ref), ref);
  const relations = new Map(
    [...rested.relations, ...near.relations].map((relation) => [relation.key, relation]),
  );
  const nodes = await wholeNodes(database, [...refs.values()]);
  return {
    nodes: nodes.sort((a, b) => compareText(formatRef(a), formatRef(b))),
    relations: [...relations.values()]
      .map(withoutLoading)
      .sort((a, b) => compareText(a.key, b.key)),
    omitted: rested.omitted + near.omitted,
  };
}

interface Found {
  refs: NodeRef[];
  relations: GraphRelation[];
  omitted: number;
}

function besides(database: Database, shown: Surroundings | Picked): Promise<Found> {
  return shown.kind === 'around' ? surroundings(database, shown) : between(database, shown);
}

interface StepRow {
  relation: RawRelation;
  from: RawNode;
  to: RawNode;
}

/** Breadth first, step by step, each relation as it comes; a step that the limit cuts is the last one. */
async function surroundings(
  database: Database,
  { node: { stored: origin }, hops }: Surroundings,
): Promise<Found> {
  const query = loadQuery('evidence/surroundings');
  const sourceOf = await sourceResolver(database);
  const reached = new Map<string, NodeRef>([[origin.elementId, refOf(origin)]]);
  const relations = new Map<string, GraphRelation>();
  let frontier = [origin.elementId];
  let omitted = 0;
  for (let hop = 0; hop < hops && frontier.length > 0 && omitted === 0; hop += 1) {
    const step = { nodes: frontier, limit: mostRelations };
    const next: string[] = [];
    let read = 0;
    for await (const { relation, from, to } of database.stream<StepRow>(query, step)) {
      read += 1;
      const stored = storedRelation(relation);
      if (relations.has(stored.key)) continue;
      if (relations.size === mostRelations) {
        omitted += 1;
        continue;
      }
      for (const end of [storedNode(from), storedNode(to)]) {
        if (reached.has(end.elementId)) continue;
        next.push(end.elementId);
        reached.set(end.elementId, refOf(end));
      }
      relations.set(stored.key, graphRelation(stored, reached, sourceOf));
    }
    if (read === mostRelations) omitted += await beyondLimit(database, frontier);
    frontier = next;
  }
  return { refs: [...reached.values()], relations: [...relations.values()], omitted };
}

interface AmongRow {
  a: RawNode;
  r: RawRelation;
  b: RawNode;
}

async function between(database: Database, { nodes }: Picked): Promise<Found> {
  const sourceOf = await sourceResolver(database);
  const refs = new Map(nodes.map(({ stored }) => [stored.elementId, refOf(stored)]));
  const ids = [...refs.keys()];
  const most = mostRelations + 1;
  const rows = await database.read<AmongRow>(loadQuery('explore/relations_among'), { ids, most });
  return {
    refs: [...refs.values()],
    relations: rows
      .slice(0, mostRelations)
      .map(({ r }) => graphRelation(storedRelation(r), refs, sourceOf)),
    omitted: Math.max(0, rows.length - mostRelations),
  };
}

async function beyondLimit(database: Database, nodes: readonly string[]): Promise<number> {
  const query = loadQuery('evidence/surroundings_count');
  const [row] = await database.read<{ count: number }>(query, { nodes });
  return (row?.count ?? 0) - mostRelations;
}
