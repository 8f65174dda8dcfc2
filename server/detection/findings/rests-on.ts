import { createHash } from 'node:crypto';
import { compareText } from '../../../domain/compare-text.ts';
import type { RestsOn } from '../../../domain/finding.ts';
import { nodeType } from '../../../domain/schema/graph.ts';
import type { CitedNode, CitedRelation } from './cited.ts';

/**
 * As many digests of an account are kept: the smallest, which are a sample that two findings over the same rows draw
 * alike.
 */
const mostRows = 48;

/**
 * The rows that what a finding says of each of its accounts rests on: those of the relations that begin or end at it. What
 * was inferred of it and a thing rests on the thing's row; what was inferred of two accounts has none. A row is known by
 * its key, so that neither its place in a file nor how often it was loaded changes anything; one that is read as several
 * relations, as a login on a machine and from an address, is one.
 */
export function restsOn(
  accounts: readonly string[],
  nodes: ReadonlyMap<string, CitedNode>,
  relations: readonly Omit<CitedRelation, 'until'>[],
): RestsOn[] {
  const rows = new Map(accounts.map((account) => [account, new Set<string>()]));
  for (const relation of relations) {
    const ends = [relation.fromElementId, relation.toElementId].map((end) => nodes.get(end));
    const row = relation.derived ? rowOfThing(ends) : rowOf(relation);
    if (row === null) continue;
    for (const node of ends) if (node?.type === 'account') rows.get(node.id)?.add(row);
  }
  return [...rows]
    .filter(([, own]) => own.size > 0)
    .sort(([one], [other]) => compareText(one, other))
    .map(([account, own]) => ({ account, rows: [...own].sort().slice(0, mostRows) }));
}

/** Of the one that is no account; null where none is, or nothing was loaded of it. */
function rowOfThing(ends: readonly (CitedNode | undefined)[]): string | null {
  const thing = ends.find((node) => node && node.type !== 'account');
  return thing && !thing.stub ? digestOf(nodeType(thing.type).file, thing.id) : null;
}

/** Of its file and its key, which is the same for all relations that one row makes. */
function rowOf({ type, key }: Pick<CitedRelation, 'type' | 'key'>): string {
  return digestOf(type.split('.')[0]!, key.slice(key.indexOf('|') + 1));
}

function digestOf(file: string, key: string): string {
  return createHash('sha256').update(`${file}\n${key}`).digest('hex').slice(0, 12);
}
