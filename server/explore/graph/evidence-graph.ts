import { loadQuery } from '../../../cypher/load-query.ts';
import type { Graph, GraphRelation } from '../../../domain/answers.ts';
import type { Evidence, Finding } from '../../../domain/finding.ts';
import { formatRef, nodeType, type NodeRef } from '../../../domain/schema/graph.ts';
import { relationLabel } from '../../../domain/labels/relation-label.ts';
import { withStandings } from '../../../domain/standing.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { storedRelation, type RawRelation } from '../../graph/neo4j/records.ts';
import { sourcesAmong } from '../../graph/neo4j/sources.ts';
import { graphRelation, nodesByRef } from '../../graph/canvas/canvas.ts';
import { kindOfType, type RelationKind } from '../../graph/canvas/relation-kinds.ts';

/** More than this no canvas shows legibly; the rest is counted in `omitted`. */
const mostRelations = 5_000;

type Shown = Pick<Finding, 'nodes' | 'evidence'>;

/** A fact between two nodes; what a row says of one node alone is no relation. */
export type Tie = Evidence & { to: NodeRef };

/** The same graph, which says whom it is about and whom it shows for context alone. */
export function about(graph: Graph, members: readonly string[]): Graph {
  return { ...graph, ...withStandings(graph.nodes, graph.relations, new Set(members)) };
}

/**
 * What the findings rest on, as a graph; at most `most` relations, in the order of findings and evidence.
 * A fact whose relation a later load has changed is still shown, as the finding states it.
 */
export async function evidenceGraph(
  database: Database,
  findings: readonly Shown[],
  most = mostRelations,
): Promise<Graph> {
  const { ties, refs, omitted } = tiesOf(findings, most);
  const nodes = await nodesByRef(database, refs);
  const relations = new Map<string, GraphRelation>();
  for await (const relation of tiedRelations(database, ties)) relations.set(relation.key, relation);
  return { nodes: nodes.map(({ shown }) => shown), relations: [...relations.values()], omitted };
}

/** The facts that tie nodes together, at most so many, and all nodes that are named where that is all of them. */
export function tiesOf(
  findings: readonly Shown[],
  most: number,
): { ties: readonly Tie[]; refs: NodeRef[]; omitted: number } {
  const all = distinctTies(findings);
  const ties = all.slice(0, most);
  const ends = ties.flatMap((tie) => [tie.from, tie.to]);
  const named = all.length > most ? [] : findings.flatMap((finding) => finding.nodes);
  return { ties, refs: distinctRefs([...ends, ...named]), omitted: all.length - ties.length };
}

/** What the database sends of a relation is several times larger than what is kept of it. */
const readAtOnce = 5_000;

/** The stored relation behind each tie, in the order of the ties; one comes again for each tie that it stands behind. */
export async function* tiedRelations(
  database: Database,
  ties: readonly Tie[],
): AsyncGenerator<GraphRelation> {
  for (let from = 0; from < ties.length; from += readAtOnce)
    yield* await relationsOf(database, ties.slice(from, from + readAtOnce));
}

function distinctTies(findings: readonly Shown[]): Tie[] {
  const ties = new Map<string, Tie>();
  for (const { evidence } of findings)
    for (const fact of evidence) if (isTie(fact)) ties.set(JSON.stringify(fact), fact);
  return [...ties.values()];
}

function isTie(fact: Evidence): fact is Tie {
  return fact.to !== null;
}

function distinctRefs(refs: readonly NodeRef[]): NodeRef[] {
  return [...new Map(refs.map((ref) => [formatRef(ref), ref])).values()];
}

async function relationsOf(database: Database, ties: readonly Tie[]): Promise<GraphRelation[]> {
  const found = new Map<number, GraphRelation>();
  await Promise.all(groupsOf(ties).map((group) => findStored(database, group, found)));
  return ties.map((tie, index) => found.get(index) ?? asStated(tie));
}

interface Group {
  kind: RelationKind;
  from: NodeRef['type'];
  to: NodeRef['type'];
  ties: Map<number, Tie>;
}

/** Ties of one kind between the same types are looked up together; unknown kinds are not looked up. */
function groupsOf(ties: readonly Tie[]): Group[] {
  const groups = new Map<string, Group>();
  ties.forEach((tie, index) => {
    const kind = kindOfType(tie.type);
    if (!kind) return;
    const name = `${kind.relation} ${tie.from.type} ${tie.to.type}`;
    const group = groups.get(name) ?? {
      kind,
      from: tie.from.type,
      to: tie.to.type,
      ties: new Map<number, Tie>(),
    };
    group.ties.set(index, tie);
    groups.set(name, group);
  });
  return [...groups.values()];
}

async function findStored(
  database: Database,
  group: Group,
  found: Map<number, GraphRelation>,
): Promise<void> {
  const query = loadQuery('explore/relations_between', {
    from: nodeType(group.from).label,
    to: nodeType(group.to).label,
    relation: group.kind.relation,
  });
  const pairs = [...group.ties].map(([index, { from, to, at }]) => ({
    index,
    from: from.id,
    to: to.id,
    at: at ?? '',
  }));
  const rows = await database.read<{ index: number; relation: RawRelation }>(query, { pairs });
  const behind = rows.map(({ index, relation }) => ({ index, stored: storedRelation(relation) }));
  const cited = behind.flatMap(({ stored }) => stored.sources);
  const sourceOf = await sourcesAmong(database, cited);
  for (const { index, stored } of behind) {
    const tie = group.ties.get(index);
    if (!tie) continue;
    const ends = new Map<string, NodeRef>([
      [stored.fromElementId, tie.from],
      [stored.toElementId, tie.to],
    ]);
    const candidate = graphRelation(stored, ends, sourceOf);
    if (citesSameRow(candidate, tie)) found.set(index, candidate);
  }
}

/** Two relations may join the same nodes at the same time; the row that is cited tells them apart. */
function citesSameRow(relation: GraphRelation, tie: Tie): boolean {
  if (tie.sources.length === 0) return true;
  return tie.sources.some((cited) =>
    relation.sources.some((own) => own.sha256 === cited.sha256 && own.line === cited.line),
  );
}

function asStated(tie: Tie): GraphRelation {
  const { type, from, to, at, sources } = tie;
  const row = sources[0] ? `${sources[0].sha256}:${sources[0].line}` : '';
  return {
    key: [type, formatRef(from), formatRef(to), at ?? '', row].join('|'),
    type,
    from,
    to,
    says: relationLabel(type),
    at,
    derived: type.startsWith('derived.'),
    values: {},
    sources,
  };
}
