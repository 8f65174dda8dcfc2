import { nodeType, type NodeRef } from '../../../domain/schema/graph.ts';
import type { BareFinding, Evidence, Finding, Source } from '../../../domain/finding.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { nodeEvidence, sortedByText } from '../findings/assemble.ts';
import { textOf } from '../findings/evidence-aside.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { isNode, storedNode, type RawNode, type StoredNode } from '../../graph/neo4j/records.ts';
import { withEvidence } from '../runs/read-runs.ts';
import type { GraphChanges } from './graph-changes.ts';

/** What an earlier run found, and what has changed since. */
interface Standing {
  run: string;
  changes: GraphChanges;
  sourceOf: (ref: string) => Source;
}

/**
 * Of findings that hold as an earlier run made them, hands over those whose evidence says otherwise of their nodes now: which
 * rows state a node, when, and whether any does.
 */
export async function refreshEvidence(
  database: Database,
  findings: readonly BareFinding[],
  { run, changes, sourceOf }: Standing,
  take: (finding: Finding) => void,
): Promise<void> {
  // A finding names an entry of a list by an id that another list may use too; one whose row has changed is asked anew.
  const types = nodeTypesIn(findings).filter(
    (type) => type !== 'watchlist_entry' && changes.nodes.has(nodeType(type).label),
  );
  const standing = new Map<NodeTypeName, ReadonlyMap<string, StoredNode>>();
  for (const type of types) {
    const changed = changes.things && new Set(changes.things.nodes[nodeType(type).label]);
    const ids = new Set(
      findings
        .flatMap(({ nodes }) => nodes.filter((node) => node.type === type))
        .map(({ id }) => id)
        .filter((id) => changed?.has(id) ?? true),
    );
    standing.set(type, await nodesOf(database, type, [...ids]));
  }
  const anew = ({ type, id }: NodeRef) => standing.get(type)?.get(id);
  const perhaps = findings.filter(({ nodes }) => nodes.some(anew));
  const refreshed = (nodes: readonly NodeRef[], was: readonly Evidence[]) => {
    const others = was.filter(({ from, to }) => to !== null || !anew(from));
    const own = nodes
      .map(anew)
      .filter((node) => node?.stub === false)
      .map((node) => nodeEvidence(node!, sourceOf));
    return sortedByText([...others, ...own]);
  };
  for await (const batch of withEvidence(database, run, perhaps))
    for (const { finding, evidence: was } of batch) {
      const evidence = refreshed(finding.nodes, JSON.parse(was) as Evidence[]);
      if (textOf(evidence) !== was) take({ ...finding, evidence });
    }
}

function nodeTypesIn(findings: readonly BareFinding[]): NodeTypeName[] {
  return [...new Set(findings.flatMap(({ nodes }) => nodes.map(({ type }) => type)))];
}

async function nodesOf(
  database: Database,
  type: NodeTypeName,
  ids: readonly string[],
): Promise<Map<string, StoredNode>> {
  const rows = await database.read<{ n: RawNode }>(
    `UNWIND $ids AS id MATCH (n:${nodeType(type).label} {id: id}) RETURN n`,
    { ids },
  );
  return new Map(
    rows.filter(({ n }) => isNode(n)).map(({ n }) => [String(n.properties['id']), storedNode(n)]),
  );
}
