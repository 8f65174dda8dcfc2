/** Ids of accounts that an exhibit names beside its nodes and rows: in findings, clusters, decisions. */
import type { NodeRef } from '../../../domain/schema/graph.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';

export function* accountsNamed({
  scope,
  cluster,
  findings,
  judgements,
  exceptions,
  board_nodes: shown,
  board_members: members,
}: Exhibit): Generator<string> {
  if (scope.kind === 'account') yield scope.id;
  if (scope.kind === 'selection') yield* among(scope.nodes);
  yield* among(shown ?? []);
  yield* members ?? [];
  yield* cluster?.accounts ?? [];
  for (const { clients = [] } of cluster?.group?.terms ?? [])
    for (const { client } of clients) yield client;
  for (const { accounts, nodes, ties = [], evidence } of findings) {
    yield* accounts;
    yield* among(nodes);
    for (const { a, b } of ties) yield* [a, b];
    for (const { from, to } of evidence) yield* among(to ? [from, to] : [from]);
  }
  for (const { subjects } of judgements) yield* among(subjects);
  for (const { accounts } of exceptions) yield* accounts;
}

function among(refs: readonly NodeRef[]): string[] {
  return refs.flatMap(({ type, id }) => (type === 'account' ? [id] : []));
}
