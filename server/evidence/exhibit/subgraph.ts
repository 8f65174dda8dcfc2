import { compareText } from '../../../domain/compare-text.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { GraphRelation } from '../../../domain/answers.ts';
import type { Finding } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { standingsOf } from '../../../domain/standing.ts';
import { graphRelation } from '../../graph/canvas/canvas.ts';
import { tiedRelations, tiesOf } from '../../explore/graph/evidence-graph.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Scratch } from '../../platform/scratch.ts';
import { ScratchList, SortedScratchList } from '../../platform/scratch-list.ts';
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
  nodes: ScratchList<WholeNode>;
  /** Sorted by key. */
  relations: ScratchList<GraphRelation>;
  omitted: number;
}

/** What the findings rest on, and what is shown besides; it lies in the scratch. */
export async function readSubgraph(
  database: Database,
  findings: readonly Finding[],
  shown: Surroundings | Picked | null,
  scratch: Scratch,
): Promise<Subgraph> {
  const relations = new SortedScratchList<GraphRelation>(scratch, ({ key }) => key);
  const put = (relation: GraphRelation) => relations.push(withoutLoading(relation));
  const rested = tiesOf(findings, mostRelations);
  for await (const relation of tiedRelations(database, rested.ties)) put(relation);
  const near = shown ? await besides(database, shown, put) : { refs: [], omitted: 0 };
  const refs = new Map<string, NodeRef>();
  for (const ref of [...rested.refs, ...near.refs]) refs.set(formatRef(ref), ref);
  const inOrder = [...refs].sort(([one], [other]) => compareText(one, other)).map(([, ref]) => ref);
  const nodes = new ScratchList<WholeNode>(scratch.file());
  for await (const node of wholeNodes(database, inOrder)) nodes.push(node);
  return { nodes, relations: relations.lastOfEach(), omitted: rested.omitted + near.omitted };
}

/** The same subgraph, in which each node and relation has its standing; `members` are ids of accounts. */
export function standing(read: Subgraph, members: ReadonlySet<string>, scratch: Scratch): Subgraph {
  const of = standingsOf(read.relations, members);
  const nodes = new ScratchList<WholeNode>(scratch.file());
  for (const node of read.nodes) nodes.push(of.node(node));
  const relations = new ScratchList<GraphRelation>(scratch.file());
  for (const relation of read.relations) relations.push(of.relation(relation));
  read.nodes.close();
  read.relations.close();
  return { nodes, relations, omitted: read.omitted };
}

interface Found {
  refs: NodeRef[];
  omitted: number;
}

type Put = (relation: GraphRelation) => void;

function besides(database: Database, shown: Surroundings | Picked, put: Put): Promise<Found> {
  return shown.kind === 'around'
    ? surroundings(database, shown, put)
    : between(database, shown, put);
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
  put: Put,
): Promise<Found> {
  const query = loadQuery('evidence/surroundings');
  const sourceOf = await sourceResolver(database);
  const reached = new Map<string, NodeRef>([[origin.elementId, refOf(origin)]]);
  const keys = new Set<string>();
  let frontier = [origin.elementId];
  let omitted = 0;
  for (let hop = 0; hop < hops && frontier.length > 0 && omitted === 0; hop += 1) {
    const step = { nodes: frontier, limit: mostRelations };
    const next: string[] = [];
    let read = 0;
    for await (const { relation, from, to } of database.stream<StepRow>(query, step)) {
      read += 1;
      const stored = storedRelation(relation);
      if (keys.has(stored.key)) continue;
      if (keys.size === mostRelations) {
        omitted += 1;
        continue;
      }
      for (const end of [from, to]) {
        if (reached.has(end.elementId)) continue;
        next.push(end.elementId);
        reached.set(end.elementId, refOf(storedNode(end)));
      }
      keys.add(stored.key);
      put(graphRelation(stored, reached, sourceOf));
    }
    if (read === mostRelations) omitted += await beyondLimit(database, frontier);
    frontier = next;
  }
  return { refs: [...reached.values()], omitted };
}

interface AmongRow {
  a: RawNode;
  r: RawRelation;
  b: RawNode;
}

async function between(database: Database, { nodes }: Picked, put: Put): Promise<Found> {
  const sourceOf = await sourceResolver(database);
  const refs = new Map(nodes.map(({ stored }) => [stored.elementId, refOf(stored)]));
  const params = { ids: [...refs.keys()], most: mostRelations + 1 };
  let read = 0;
  for await (const { r } of database.stream<AmongRow>(
    loadQuery('explore/relations_among'),
    params,
  )) {
    read += 1;
    if (read <= mostRelations) put(graphRelation(storedRelation(r), refs, sourceOf));
  }
  return { refs: [...refs.values()], omitted: Math.max(0, read - mostRelations) };
}

async function beyondLimit(database: Database, nodes: readonly string[]): Promise<number> {
  const query = loadQuery('evidence/surroundings_count');
  const [row] = await database.read<{ count: number }>(query, { nodes });
  return (row?.count ?? 0) - mostRelations;
}
