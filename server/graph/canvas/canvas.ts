import { loadQuery } from '../../../cypher/load-query.ts';
import type { GraphNode, GraphRelation } from '../../../domain/answers.ts';
import type { Source } from '../../../domain/finding.ts';
import { formatRef, nodeType, type NodeRef } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type { Database } from '../neo4j/database.ts';
import {
  refOf,
  storedNode,
  type RawNode,
  type StoredNode,
  type StoredRelation,
} from '../neo4j/records.ts';

/** What every explore query returns of a node. */
export interface NodeRow {
  node: RawNode;
  degree: number;
}

/** A node that was found, as stored, with what the canvas shows of it. */
export interface FoundNode {
  stored: StoredNode;
  shown: GraphNode;
}

/** Ground truth is never shown; two entries of different lists under one id are shown as one node. */
export async function foundNodes(
  database: Database,
  rows: readonly NodeRow[],
): Promise<FoundNode[]> {
  const byRef = new Map<string, { stored: StoredNode; degree: number }>();
  for (const { node, degree } of rows) {
    const stored = storedNode(node);
    if (stored.type === 'label') continue;
    const same = byRef.get(formatRef(stored));
    if (same) same.degree += degree;
    else byRef.set(formatRef(stored), { stored, degree });
  }
  const found = [...byRef.values()];
  const standing = await standings(database, found);
  return found.map(({ stored, degree }) => ({
    stored,
    shown: {
      ...refOf(stored),
      caption: stored.caption,
      stub: stored.stub,
      score: null,
      cluster_id: null,
      ...(stored.type === 'account' ? standing.get(stored.id) : undefined),
      degree,
      ...knownSince(stored),
      ...countryOf(stored),
    },
  }));
}

/** Of addresses alone: a plain fact of a network. Countries of people and accounts colour nothing. */
function countryOf({ type, values: { country } }: StoredNode): { country?: string } {
  return type === 'ip' && typeof country === 'string' ? { country } : {};
}

interface Standing {
  score: number;
  cluster_id: string | null;
}

async function standings(
  database: Database,
  found: readonly { stored: StoredNode }[],
): Promise<ReadonlyMap<string, Standing>> {
  const ids = found
    .filter(({ stored }) => stored.type === 'account')
    .map(({ stored }) => stored.id);
  if (ids.length === 0) return new Map();
  const rows = await database.read<Standing & { id: string }>(loadQuery('explore/standing'), {
    ids,
  });
  return new Map(rows.map(({ id, score, cluster_id }) => [id, { score, cluster_id }]));
}

/** Nodes by reference, in the order asked for; those that are not in the graph are left out. */
export async function nodesByRef(
  database: Database,
  refs: readonly NodeRef[],
): Promise<FoundNode[]> {
  const ofTypes = await Promise.all(
    [...idsByType(refs)].map(([type, ids]) =>
      database.read<NodeRow>(loadQuery('explore/nodes', { label: nodeType(type).label }), {
        ids: [...ids],
      }),
    ),
  );
  const found = new Map(
    (await foundNodes(database, ofTypes.flat())).map((node) => [formatRef(node.shown), node]),
  );
  const inOrder = refs.map((ref) => found.get(formatRef(ref))).filter((node) => node !== undefined);
  return [...new Set(inOrder)];
}

function idsByType(refs: readonly NodeRef[]): Map<NodeTypeName, Set<string>> {
  const byType = new Map<NodeTypeName, Set<string>>();
  for (const { type, id } of refs) {
    const ids = byType.get(type);
    if (ids) ids.add(id);
    else if (type !== 'label') byType.set(type, new Set([id]));
  }
  return byType;
}

/** A relation as the canvas shows it; `ends` holds the nodes of both ends by the database's id. */
export function graphRelation(
  stored: StoredRelation,
  ends: ReadonlyMap<string, NodeRef>,
  sourceOf: (ref: string) => Source,
): GraphRelation {
  const { key, type, derived, says, at, values, fromElementId, toElementId } = stored;
  const from = ends.get(fromElementId);
  const to = ends.get(toElementId);
  if (!from || !to) throw new Error(`An end of the relation ${key} was not read.`);
  const sources = stored.sources.map(sourceOf);
  return { key, type, from, to, says, at, derived, values, sources, ...knownSince(stored) };
}

function knownSince({ known }: { known: string | null }): { known?: string } {
  return known === null ? {} : { known };
}
