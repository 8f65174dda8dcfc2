import { loadQuery } from '../../../cypher/load-query.ts';
import { readCell } from '../../../domain/input/cell.ts';
import { canonicalIp } from '../../../domain/input/ip.ts';
import { nodeType, parseRef } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type { SearchAnswer } from '../../../domain/search.ts';
import { foundNodes, type NodeRow } from '../../graph/canvas/canvas.ts';
import { overLabels } from '../../graph/canvas/shown-types.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { searchDetected } from './detected.ts';
import { phrasesNamed } from '../query/phrases.ts';
import { blockOrder, kindWord } from '../../graph/search-keys/keys.ts';
import { exactQuery, similarQuery, textQuery, within } from './lucene.ts';
import { bestMatch } from './matched.ts';

export interface SearchOptions {
  /** The most nodes. */
  limit: number;
  /** Nodes of this type alone. */
  type?: NodeTypeName | undefined;
}

/** In an answer as short as this, a kind has at most so many, so that it does not hide the others. */
const shortAnswer = 20;
const ofAKind = 8;
/** For a short answer Lucene is asked for more than fit, so that every kind has its turn. */
const lookedAt = 200;

interface Found {
  rows: NodeRow[];
  /** There is more than was asked for. */
  more: boolean;
}

const nothing: Found = { rows: [], more: false };

/**
 * What a person's words name: nodes with exactly that id (or reference, `account:a17`) or within that block of
 * addresses first, then those that hold all of the words, then words in long texts, then similar words; and what
 * detection says under them.
 */
export async function search(
  database: Database,
  text: string,
  options: SearchOptions,
): Promise<SearchAnswer> {
  const [phrases, detected, ...sure] = await Promise.all([
    options.type ? [] : phrasesNamed(database, text),
    options.type ? null : searchDetected(database, text),
    withId(database, text, options),
    withinBlock(database, text, options),
    byWords(database, exactQuery(text), options),
    byTexts(database, textQuery(text), options),
  ]);
  const surely = distinct(sure.flatMap(({ rows }) => rows));
  const alike =
    surely.length < options.limit ? await byWords(database, similarQuery(text), options) : nothing;
  const rows = distinct([...surely, ...alike.rows]);
  const nodes = await foundNodes(database, rows.slice(0, options.limit));
  const isSure = new Set(surely.map(({ node }) => node.elementId));
  const items = nodes.map(({ stored, shown }) => ({
    node: shown,
    ...bestMatch(stored, text),
    similar: !isSure.has(stored.elementId),
  }));
  return {
    // What is called so comes before what only mentions it; within each, Lucene's order stays.
    items: [...items.filter(({ whole }) => whole), ...items.filter(({ whole }) => !whole)],
    next: null,
    more: rows.length > options.limit || [...sure, alike].some(({ more }) => more),
    findings: detected?.findings ?? [],
    clusters: detected?.clusters ?? [],
    detectors: detected?.detectors ?? [],
    phrases,
  };
}

async function withId(database: Database, text: string, { type }: SearchOptions): Promise<Found> {
  const ref = parseRef(text);
  const [referred, named] = await Promise.all([
    ref && ref.type !== 'label' && (!type || type === ref.type)
      ? database.read<NodeRow>(ofType(ref.type), { ids: [ref.id] })
      : [],
    database.read<NodeRow>(type ? ofType(type) : overLabels('nodes'), {
      ids: [...new Set([text, asIp(text) ?? text])],
    }),
  ]);
  return { rows: [...referred, ...named], more: false };
}

const ofType = (type: NodeTypeName) => loadQuery('explore/nodes', { label: nodeType(type).label });

/** An address is stored as RFC 5952 writes it, however a person writes it. */
function asIp(text: string): string | null {
  const read = readCell('ip', text);
  return 'value' in read ? canonicalIp(text) : null;
}

/** The addresses of a CIDR block. */
async function withinBlock(
  database: Database,
  text: string,
  { limit, type }: SearchOptions,
): Promise<Found> {
  const block = type && type !== 'ip' ? null : blockOrder(text);
  if (!block) return nothing;
  const most = limit + 1;
  const rows = await database.read<NodeRow>(loadQuery('explore/search_block'), { ...block, most });
  return { rows, more: rows.length > limit };
}

async function byWords(
  database: Database,
  query: string | null,
  { limit, type }: SearchOptions,
): Promise<Found> {
  if (query === null) return nothing;
  const isMixed = !type && limit <= shortAnswer;
  const most = isMixed ? lookedAt : limit + 1;
  const rows = await database.read<NodeRow & { found: number }>(loadQuery('explore/search_words'), {
    words: type ? within(kindWord(type), query) : query,
    most,
    each: isMixed ? ofAKind : most,
  });
  return { rows, more: rows.some(({ found }) => found > (isMixed ? ofAKind : limit)) };
}

async function byTexts(
  database: Database,
  query: string | null,
  { limit, type }: SearchOptions,
): Promise<Found> {
  if (query === null || (type && type !== 'document')) return nothing;
  const most = Math.min(limit, type ? limit : Math.max(ofAKind, limit / 2)) + 1;
  const rows = await database.read<NodeRow>(loadQuery('explore/search_texts'), {
    words: query,
    most,
  });
  return { rows: rows.slice(0, most - 1), more: rows.length === most };
}

/** Each node once, where it comes first: found in two ways it is one node. */
function distinct(rows: readonly NodeRow[]): NodeRow[] {
  return [
    ...new Map(rows.map((row) => [row.node.elementId, row] as const).reverse()).values(),
  ].reverse();
}
