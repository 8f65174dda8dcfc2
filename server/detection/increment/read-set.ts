import { fileOf, nodeType, nodeTypes, relationTypes } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { joinedTypes } from '../../../domain/schema/joined-types.ts';

/**
 * What queries can read at most, told from their text. It errs on one side: a word counts wherever it stands, and what
 * names no type counts as reading everything.
 */
export interface ReadSet {
  /** A pattern without a type, or a procedure: nothing can be ruled out. */
  everything: boolean;
  /** Labels that are named: nodes of these that come are seen. */
  labels: string[];
  /** Labels of nodes that may be met, named or at the end of a relation. */
  met: string[];
  /** Relation types that are named, inferred ones among them. */
  relations: string[];
  /** Every word of the text: a property is read by its name; null where properties are read by no name. */
  words: string[] | null;
}

const allLabels = nodeTypes.map(({ label }) => label);
const labelOf = (type: NodeTypeName) => nodeType(type).label;

/** By relation type, the labels of the nodes that it may join. */
const joined = new Map<string, readonly string[]>([
  ...relationTypes.map(({ relation, file, from, to }) => {
    const declared = fileOf(file);
    const types =
      'link' in declared ? declared.link.types : [from, to].filter((end) => end !== null);
    return [relation, types.map(labelOf)] as const;
  }),
  ...Object.entries(joinedTypes).map(
    ([relation, types]) => [relation, types.map(labelOf)] as const,
  ),
]);

export function readSet(queries: Iterable<string>): ReadSet {
  const texts = [...new Set(queries)];
  const words = new Set(texts.flatMap((text) => text.match(/[A-Za-z_]\w*/g) ?? []));
  const bare = texts.map(withoutTexts);
  const relations = [...joined.keys()].filter((relation) => words.has(relation)).sort();
  const labels = allLabels.filter((label) => words.has(label)).sort();
  const reached = relations.flatMap((relation) => joined.get(relation)!);
  return {
    everything: bare.some((text) => untyped.some((pattern) => pattern.test(text))),
    labels,
    met: [...new Set([...labels, ...reached])].sort(),
    relations,
    words: bare.some((text) => unnamed.test(text)) ? null : [...words].sort(),
  };
}

/** What two sets of queries read together. */
export function bothRead(one: ReadSet, other: ReadSet): ReadSet {
  const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort();
  return {
    everything: one.everything || other.everything,
    labels: both(one.labels, other.labels),
    met: both(one.met, other.met),
    relations: both(one.relations, other.relations),
    words: one.words && other.words && both(one.words, other.words),
  };
}

/** What may name neither a label nor a relation type, and yet read. */
const untyped: readonly RegExp[] = [
  // A relation without a type: -[r]-, -[]-, -[*1..3]-, --; types by exclusion or by expression.
  /-\s*\[\s*\w*\s*(?![\w\s:])/,
  /-\s*\[\s*\w+\s+WHERE\b/i,
  /--/,
  /:\s*(?:!|%|\$\s*\()/,
  // A node without a label that stands alone.
  /\b(?:MATCH|(?:EXISTS|COUNT|COLLECT)\s*\{)\s*\(\s*\w*\s*(?:\{[^}]*\})?\s*(?:WHERE\b[^)]*)?\)\s*(?![\s<-])/i,
  /\)\s*,\s*\(\s*\w*\s*(?:\{[^}]*\})?\s*\)\s*(?![\s<-])/,
  // A procedure: CALL db.index.…
  /\bCALL\s+\w+(?:\.\w+)+/i,
];

/** Properties that are read by no name of theirs. */
const unnamed = /\b(?:properties|keys)\s*\(|\.\s*\*|\w\s*\[\s*\$/;

/** Without comments and quoted texts, in which patterns mean nothing. */
function withoutTexts(query: string): string {
  return query.replaceAll(
    /\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/\/[^\n]*/g,
    (found) => (found.startsWith('/') ? ' ' : "''"),
  );
}

/** Of these editions, those of the inferred relations that may be read. */
export function derivedNamed(
  { everything, relations }: ReadSet,
  editions: Readonly<Record<string, string>>,
): Record<string, string> {
  const read = Object.entries(editions).filter(
    ([relation]) => everything || relations.includes(relation),
  );
  return Object.fromEntries(read);
}
