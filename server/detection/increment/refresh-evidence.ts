import { nodeType } from '../../../domain/schema/graph.ts';
import type { Evidence, Finding, Source } from '../../../domain/finding.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { nodeEvidence, sortedByText } from '../findings/assemble.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { isNode, storedNode, type RawNode, type StoredNode } from '../../graph/neo4j/records.ts';
import type { GraphChanges } from './graph-changes.ts';

/**
 * Findings that hold as an earlier run made them, with what evidence cites of their nodes as it stands now: the rows that
 * state a node, when, and whether any does.
 */
export async function refreshEvidence(
  database: Database,
  findings: readonly Finding[],
  changes: GraphChanges,
  sourceOf: (ref: string) => Source,
): Promise<Finding[]> {
  // A finding names an entry of a list by an id that another list may use too; one whose row has changed is asked anew.
  const types = nodeTypesIn(findings).filter(
    (type) => type !== 'watchlist_entry' && changes.nodes.has(nodeType(type).label),
  );
  const standing = new Map<NodeTypeName, ReadonlyMap<string, StoredNode>>();
  for (const type of types) {
    const ids = new Set(
      findings
        .flatMap(({ nodes }) => nodes.filter((node) => node.type === type))
        .map(({ id }) => id),
    );
    standing.set(type, await nodesOf(database, type, [...ids]));
  }
  return findings.map((finding) => {
    const changed = finding.nodes.filter(({ type }) => standing.has(type));
    if (changed.length === 0) return finding;
    const others = finding.evidence.filter(
      ({ from, to }) => to !== null || !standing.has(from.type),
    );
    const own = changed
      .map(({ type, id }) => standing.get(type)!.get(id)!)
      .filter(({ stub }) => !stub)
      .map((node) => nodeEvidence(node, sourceOf));
    const evidence: Evidence[] = sortedByText([...others, ...own]);
    return { ...finding, evidence };
  });
}

function nodeTypesIn(findings: readonly Finding[]): NodeTypeName[] {
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
