import type { FindingSummary, Named, OwnClients } from '../../../domain/answers.ts';
import type { Cluster } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { nodesByRef } from '../../graph/canvas/canvas.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** A title names few things, and a list has many titles. */
const mostNamed = 8;
/** As many clients stand in a cluster's title. */
const mostClients = 2;

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

/** Clusters with the first of those clients who have hired or rated hardly anybody but members. */
export async function withOwnClients<C extends Pick<Cluster, 'group'>>(
  database: Database,
  clusters: readonly C[],
): Promise<(C & { own_clients: OwnClients })[]> {
  const clients = clusters.map(({ group }) =>
    (group?.terms ?? [])
      .flatMap((term) => term.clients ?? [])
      .map(({ client }): NodeRef => ({ type: 'account', id: client })),
  );
  const first = clients.map((refs) => refs.slice(0, mostClients));
  const names = await namesOf(database, first.flat());
  return clusters.map((cluster, at) => ({
    ...cluster,
    own_clients: { count: clients[at]!.length, named: names(first[at]!) },
  }));
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
