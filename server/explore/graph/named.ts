import type { FindingSummary, Named, TitledBy } from '../../../domain/answers.ts';
import type { Cluster } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import { nodesByRef } from '../../graph/canvas/canvas.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** A title names few things, and a list has many titles. */
const mostNamed = 8;
/** As many clients stand in a cluster's title, and as many things that hold it together. */
const mostInTitle = 2;

/** Findings with what their titles name by ids: how the canvas names it. */
export async function withNames<F extends Pick<FindingSummary, 'title' | 'nodes'>>(
  database: Database,
  findings: readonly F[],
): Promise<(F & { named: Named[] })[]> {
  const named = findings.map(({ title, nodes }) =>
    nodes.filter(({ id }) => title.includes(id)).slice(0, mostNamed),
  );
  const names = await namesOf(database, named.flat());
  return findings.map((finding, at) => ({ ...finding, named: names(named[at]!) }));
}

/**
 * Clusters of a run with what their titles say besides: the first of those clients who have hired or rated hardly anybody
 * but members, and what the finding that holds each most names in its own title.
 */
export async function withTitled<C extends Pick<Cluster, 'group' | 'held_by'>>(
  database: Database,
  run: string,
  clusters: readonly C[],
): Promise<(C & TitledBy)[]> {
  const clients = clusters.map(({ group }) =>
    (group?.terms ?? [])
      .flatMap((term) => term.clients ?? [])
      .map(({ client }): NodeRef => ({ type: 'account', id: client })),
  );
  const first = clients.map((refs) => refs.slice(0, mostInTitle));
  const held = await namedByStrongest(database, run, clusters);
  const names = await namesOf(database, [...first, ...held].flat());
  return clusters.map((cluster, at) => ({
    ...cluster,
    own_clients: { count: clients[at]!.length, named: names(first[at]!) },
    held_at: names(held[at]!),
  }));
}

/** Of each cluster what the first finding that holds it names by its id; accounts are told of as members and clients. */
async function namedByStrongest(
  database: Database,
  run: string,
  clusters: readonly Pick<Cluster, 'held_by'>[],
): Promise<NodeRef[][]> {
  const ids = clusters.flatMap(({ held_by: [first] }) => first ?? []);
  const rows = await database.read<{ id: string; json: string }>(
    loadQuery('explore/strongest_findings'),
    { run, ids },
  );
  const said = new Map(rows.map(({ id, json }) => [id, JSON.parse(json) as FindingSummary]));
  return clusters.map(({ held_by: [first] }) => {
    const { title = '', nodes = [] } = said.get(first ?? '') ?? {};
    return nodes
      .filter(({ type, id }) => type !== 'account' && title.includes(id))
      .slice(0, mostInTitle);
  });
}

async function namesOf(
  database: Database,
  refs: readonly NodeRef[],
): Promise<(refs: readonly NodeRef[]) => Named[]> {
  const found = await nodesByRef(database, refs);
  const captions = new Map(found.map(({ shown }) => [formatRef(shown), shown.caption]));
  return (asked) =>
    asked.map(({ type, id }) => ({
      type,
      id,
      caption: captions.get(formatRef({ type, id })) ?? id,
    }));
}
