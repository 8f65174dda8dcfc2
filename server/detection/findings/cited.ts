import {
  typeOfLabels,
  typeOfRelation,
  type StoredNode,
  type StoredRelation,
} from '../../graph/neo4j/records.ts';

/** What evidence says of a node. */
export type CitedNode = Pick<StoredNode, 'elementId' | 'type' | 'id' | 'stub' | 'sources' | 'at'>;

/** What evidence says of a relation; `until`, the times of its row that say how long it lasted. */
export type CitedRelation = Pick<
  StoredRelation,
  'key' | 'type' | 'derived' | 'fromElementId' | 'toElementId' | 'sources' | 'at'
> & { until: readonly unknown[] };

/** As a query brings it that `citing` has made. */
export type NodeRow = [
  elementId: string,
  labels: string[],
  id: string,
  stub: boolean | null,
  sources: string[] | null,
  at: string | null,
];
export type RelationRow = [
  elementId: string,
  type: string,
  from: string,
  to: string,
  key: string,
  sources: string[] | null,
  at: string | null,
  ended: unknown,
  lastUsed: unknown,
];

const nodeRow = '[elementId(n), labels(n), n.id, n._stub, n._sources, n._at]';
const relationRow =
  '[elementId(r), type(r), elementId(startNode(r)), elementId(endNode(r)), r.key, r._sources, r._at, r.ended_at, r.last_used_at]';

/**
 * The query with, of each node and relation that it returns, what evidence says of it and no more: a whole one brings its
 * texts and all else, which would be most of what a run reads. Null for a query that does not name what it returns.
 */
export function citing(query: string): string | null {
  const names = returned(query);
  if (!['key', 'nodes', 'relations', 'facts'].every((name) => names.includes(name))) return null;
  const columns = names.map((name) => {
    if (name === 'nodes') return `[n IN nodes WHERE n IS NOT NULL | ${nodeRow}] AS nodes`;
    if (name === 'relations')
      return `[r IN relations WHERE r IS NOT NULL | ${relationRow}] AS relations`;
    return name;
  });
  return `CALL () {\n${query}\n}\nRETURN ${columns.join(', ')}`;
}

/** The names of the columns behind the last RETURN that stands within no braces. */
function returned(query: string): string[] {
  const bare = query.replaceAll(
    /\/\/.*$|\/\*[^]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/gm,
    (part) => ' '.repeat(part.length),
  );
  let items: string[] = [];
  let [depth, taking] = [0, false];
  for (const [word] of bare.matchAll(/[([{]|[)\]}]|,|[\w$`]+|[^\s\w]/g)) {
    if ('([{'.includes(word)) depth += 1;
    if (')]}'.includes(word)) depth -= 1;
    if (depth > 0) continue;
    if (/^return$/i.test(word)) [items, taking] = [[''], true];
    else if (/^(?:order|skip|limit|union)$/i.test(word)) taking = false;
    else if (taking && word === ',') items.push('');
    // Of an item the last word is its name.
    else if (taking) items[items.length - 1] = word;
  }
  return items;
}

/** Each once. Throws what `typeOfLabels` throws. */
export function citedNodes(rows: readonly NodeRow[]): CitedNode[] {
  return distinct(rows).map(([elementId, labels, id, stub, sources, at]) => {
    const { type } = typeOfLabels(labels);
    return { ...{ elementId, type, id, at }, stub: stub === true, sources: sources ?? [] };
  });
}

/** Each once. Throws what `typeOfRelation` throws. */
export function citedRelations(rows: readonly RelationRow[]): CitedRelation[] {
  return distinct(rows).map(
    ([, name, fromElementId, toElementId, key, sources, at, ended, lastUsed]) => ({
      ...{ key: `${name}|${key}`, fromElementId, toElementId, at, until: [ended, lastUsed] },
      ...typeOfRelation(name),
      sources: sources ?? [],
    }),
  );
}

function distinct<T extends readonly [elementId: string, ...unknown[]]>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row[0], row])).values()];
}
