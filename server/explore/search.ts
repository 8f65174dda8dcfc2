import type { SearchHit } from '../../domain/answers.ts';
import { canonicalIp, readCell } from '../../domain/cell.ts';
import { formatRef, nodeType, parseRef } from '../../domain/graph.ts';
import type { Database } from '../neo4j/database.ts';
import type { StoredNode } from '../neo4j/records.ts';
import { foundNodes, nodesByRef, type FoundNode, type NodeRow } from './canvas.ts';
import { exploreQuery, overLabels } from './query.ts';
import { foldedWords, luceneQuery } from './search-words.ts';

/**
 * Nodes that a person's words name: those with exactly that id (or reference, `account:a17`) first, then
 * those in whose searchable columns all of the words stand, whole, as a beginning, or misspelt a little.
 */
export async function search(
  database: Database,
  text: string,
  limit: number,
): Promise<SearchHit[]> {
  const [exact, alike] = await Promise.all([
    withId(database, text),
    withWords(database, text, limit),
  ]);
  const hits = new Map(
    [...exact, ...alike].map((node) => [formatRef(node.shown), node] as const).reverse(),
  );
  return [...hits.values()]
    .reverse()
    .slice(0, limit)
    .map(({ stored, shown }) => ({ node: shown, matched: bestMatch(stored, text) }));
}

async function withId(database: Database, text: string): Promise<FoundNode[]> {
  const ids = [...new Set([text, asIp(text) ?? text])];
  const rows = await database.read<NodeRow>(overLabels('nodes'), { ids });
  const ref = parseRef(text);
  const referred = ref ? await nodesByRef(database, [ref]) : [];
  return [...referred, ...(await foundNodes(database, rows))];
}

/** An address is stored as RFC 5952 writes it, however a person writes it. */
function asIp(text: string): string | null {
  const read = readCell('ip', text);
  return 'value' in read ? canonicalIp(text) : null;
}

async function withWords(database: Database, text: string, limit: number): Promise<FoundNode[]> {
  const query = luceneQuery(text);
  if (query === null) return [];
  const rows = await database.read<NodeRow>(exploreQuery('search'), { words: query, limit });
  return foundNodes(database, rows);
}

/** The column that says most of the words, an earlier one before a later one. */
function bestMatch(node: StoredNode, text: string): SearchHit['matched'] {
  const whole = foldedWords(text).join(' ');
  const words = foldedWords(text);
  let best = { column: 'id', value: node.id, weight: weightOf(node.id, whole, words) };
  for (const [column, { search }] of Object.entries(nodeType(node.type).columns)) {
    if (!search) continue;
    for (const value of [node.values[column]].flat()) {
      if (typeof value !== 'string') continue;
      const weight = weightOf(value, whole, words);
      if (weight > best.weight) best = { column, value, weight };
    }
  }
  return { column: best.column, value: best.value };
}

/** How much of what was asked a value says: all of it in one piece, its words, or words that begin alike. */
function weightOf(value: string, whole: string, words: readonly string[]): number {
  const own = foldedWords(value);
  if (whole !== '' && own.join(' ') === whole) return 1_000;
  if (whole !== '' && own.join(' ').includes(whole)) return 500;
  return words.reduce((sum, word) => sum + Math.max(0, ...own.map((each) => alike(each, word))), 0);
}

/** 1 for the same word, less for a shared beginning: enough to tell which column a misspelt word was found in. */
function alike(own: string, word: string): number {
  if (own === word) return 1;
  let same = 0;
  while (same < own.length && same < word.length && own[same] === word[same]) same += 1;
  return (0.9 * same) / Math.max(word.length, Math.min(own.length, word.length + 1));
}
