import { createHash } from 'node:crypto';
import { compareText } from '../../../domain/compare-text.ts';
import { formatRef, nodeType, type NodeRef } from '../../../domain/schema/graph.ts';
import {
  roundScore,
  type Evidence,
  type Finding,
  type Source,
  type Tie,
} from '../../../domain/finding.ts';
import type { Counted, Settings, Parameters } from '../../../domain/detector.ts';
import { messages } from '../../../domain/messages/index.ts';
import { refOf } from '../../graph/neo4j/records.ts';
import { inEnglish } from '../../platform/locale.ts';
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import {
  citedNodes,
  citedRelations,
  type CitedNode,
  type CitedRelation,
  type NodeRow,
  type RelationRow,
} from './cited.ts';
import { countedRows } from './counted.ts';
import { titleOf } from './finding-title.ts';
import { restsOn } from './rests-on.ts';

/** A row as a detector's query returns it, with what evidence says of its nodes and relations (`citing`). */
export interface DetectorRow {
  key: string;
  nodes: NodeRow[];
  relations: RelationRow[];
  facts: unknown;
  ties?: Tie[];
  about?: string[];
  counted?: Counted[];
}

export interface Assembling {
  settings: Settings<Parameters>;
  sourceOf: (ref: string) => Source;
  asOf: string | null;
}

/**
 * Makes the finding of a row, or null when its strength is 0. Everything in it is sorted, so that the same
 * data gives the same bytes. Throws when the query breaks its promise (see `domain/detector.ts`).
 */
export function assembleFinding(
  detector: CatalogueEntry,
  row: DetectorRow,
  { settings, sourceOf, asOf }: Assembling,
): Finding | null {
  const facts = readFacts(detector, row.facts);
  const score = roundScore(detector.strength(facts, settings));
  if (score === 0) return null;
  const nodes = citedNodes(row.nodes);
  const relations = citedRelations(row.relations);
  const byElement = new Map(nodes.map((node) => [node.elementId, node]));
  const evidence = [
    ...relations.map((relation) => relationEvidence(detector, relation, byElement, sourceOf)),
    ...nodes.filter((node) => !node.stub).map((node) => nodeEvidence(node, sourceOf)),
  ];
  const refs = nodes.map(refOf).sort((a, b) => compareText(formatRef(a), formatRef(b)));
  const counted = row.counted ?? [];
  const ofCounted = counted.flatMap(({ first, last }) => [first, last]).filter(isText);
  const times = (ofCounted.length > 0 ? ofCounted : seen(relations, asOf)).sort();
  const cited = [
    ...relations.map(({ type }) => type),
    ...nodes.map(({ type }) => nodeType(type).file),
  ];
  const rows = countedRows(detector.id, counted, cited, asOf);
  const accounts = refs
    .filter(({ type, id }) => type === 'account' && (row.about?.includes(id) ?? true))
    .map((ref) => ref.id);
  const rests = restsOn(accounts, byElement, relations);
  return {
    id: findingId(detector.id, row.key),
    detector: detector.id,
    version: detector.version,
    score,
    title: inEnglish(() => titleOf(detector.messages.headline(facts), accounts)),
    accounts,
    nodes: refs,
    facts: facts as Record<string, unknown>,
    indicators: detector.indicators.filter(
      (indicator) => detector.shows?.[indicator]?.(facts, settings) ?? true,
    ),
    possible_role: typeof detector.role === 'function' ? detector.role(facts) : detector.role,
    ...(row.ties ? { ties: sortedTies(row.ties) } : {}),
    ...(rests.length > 0 ? { rests_on: rests } : {}),
    first_seen: times[0] ?? null,
    last_seen: times.at(-1) ?? null,
    ...(rows.length > 0 ? { counted: rows } : {}),
    evidence: sortedByText(evidence),
  };
}

/** Made of the detector and the stable key, so that a finding keeps its id as its figures change. */
export function findingId(detector: string, key: string): string {
  return `F-${createHash('sha256').update(`${detector}\n${key}`).digest('hex').slice(0, 16)}`;
}

function readFacts(detector: CatalogueEntry, raw: unknown): unknown {
  const parsed = detector.facts.safeParse(sortTexts(raw));
  if (!parsed.success)
    throw new Error(messages.detect.badQuery(detector.id, parsed.error.issues[0]!.message), {
      cause: parsed.error,
    });
  return parsed.data;
}

/** A list of texts is a set to Neo4j, in whatever order; here it gets one. Lists of maps keep theirs. */
function sortTexts(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(sortTexts);
    return items.every((item) => typeof item === 'string') ? items.sort() : items;
  }
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, sortTexts(item)]));
  return value;
}

function relationEvidence(
  detector: CatalogueEntry,
  relation: CitedRelation,
  nodes: ReadonlyMap<string, CitedNode>,
  sourceOf: (ref: string) => Source,
): Evidence {
  const from = nodes.get(relation.fromElementId);
  const to = nodes.get(relation.toElementId);
  if (!from || !to)
    throw new Error(
      messages.detect.badQuery(detector.id, messages.detect.endMissing(relation.type)),
    );
  return {
    type: relation.type,
    from: refOf(from),
    to: refOf(to),
    at: relation.at,
    sources: sourcesOf(relation.sources, sourceOf),
  };
}

/** What the node's own row says; detectors read its columns, so the row is evidence as well. */
export function nodeEvidence(node: CitedNode, sourceOf: (ref: string) => Source): Evidence {
  const from: NodeRef = refOf(node);
  const sources = sourcesOf(node.sources, sourceOf);
  return { type: nodeType(node.type).file, from, to: null, at: node.at, sources };
}

export function sourcesOf(refs: readonly string[], sourceOf: (ref: string) => Source): Source[] {
  return sortedByText([...new Set(refs)].map(sourceOf));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The times of the relations, for a detector that cites all it counts; nothing later than `asOf` is told. */
function seen(relations: readonly CitedRelation[], asOf: string | null): string[] {
  return relations
    .filter((relation) => !relation.derived)
    .flatMap(({ at, until }) => [at, ...until])
    .filter(isText)
    .filter((time) => asOf === null || time <= asOf);
}

/** Each pair once, its ends and the pairs in order; of a pair that comes twice, the larger share. */
function sortedTies(ties: readonly Tie[]): Tie[] {
  const byPair = new Map<string, Tie>();
  for (const tie of ties) {
    const [a, b] = tie.a < tie.b ? [tie.a, tie.b] : [tie.b, tie.a];
    const share = Math.max(roundScore(tie.share), byPair.get(`${a}\n${b}`)?.share ?? 0);
    if (a !== b) byPair.set(`${a}\n${b}`, { a, b, share });
  }
  return [...byPair].sort(([a], [b]) => compareText(a, b)).map(([, tie]) => tie);
}

export function sortedByText<T>(items: readonly T[]): T[] {
  if (items.length < 2) return [...items];
  return items
    .map((item) => ({ item, text: JSON.stringify(item) }))
    .sort((a, b) => compareText(a.text, b.text))
    .map(({ item }) => item);
}
