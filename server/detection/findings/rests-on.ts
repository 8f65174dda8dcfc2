import { createHash } from 'node:crypto';
import { compareText } from '../../../domain/compare-text.ts';
import type { RestsOn } from '../../../domain/finding.ts';
import type { StoredNode, StoredRelation } from '../../graph/neo4j/records.ts';

/**
 * As many digests of an account are kept: the smallest, which are a sample that two findings over the same rows draw
 * alike.
 */
const mostRows = 48;

/**
 * The rows by which a finding ties each of its accounts to anything: those of the relations that begin or end at it. What
 * was inferred has no row of its own. A row is known by its key, so that neither its place in a file nor how often it
 * was loaded changes anything; one that is read as several relations, as a login on a machine and from an address, is one.
 */
export function restsOn(
  accounts: readonly string[],
  nodes: ReadonlyMap<string, StoredNode>,
  relations: readonly StoredRelation[],
): RestsOn[] {
  const rows = new Map(accounts.map((account) => [account, new Set<string>()]));
  for (const relation of relations) {
    if (relation.derived) continue;
    const row = rowOf(relation);
    for (const end of [relation.fromElementId, relation.toElementId]) {
      const node = nodes.get(end);
      if (node?.type === 'account') rows.get(node.id)?.add(row);
    }
  }
  return [...rows]
    .filter(([, own]) => own.size > 0)
    .sort(([one], [other]) => compareText(one, other))
    .map(([account, own]) => ({ account, rows: [...own].sort().slice(0, mostRows) }));
}

/** Of its file and its key, which is the same for all relations that one row makes. */
function rowOf({ type, key }: StoredRelation): string {
  const file = type.split('.')[0]!;
  const own = key.slice(key.indexOf('|') + 1);
  return createHash('sha256').update(`${file}\n${own}`).digest('hex').slice(0, 12);
}
