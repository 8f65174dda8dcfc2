import { messages } from '../../../domain/messages/index.ts';
import { markLabel, ownLabel } from '../../graph/neo4j/own-nodes.ts';
import { isMark, isWord, type Refusal, type Token } from '../../graph/neo4j/tokens.ts';

const text = messages.queries.refused;

/** What a query may call by name. All else that procedures do reaches beyond the graph, or is done better by a pattern. */
export const procedures: ReadonlySet<string> = new Set(['db.index.fulltext.queryNodes']);

/** Where the server's own functions of two words stand; those of extensions have other names. */
const namespaces: ReadonlySet<string> = new Set([
  'date',
  'datetime',
  'duration',
  'localdatetime',
  'localtime',
  'point',
  'time',
  'vector',
]);

/** Words with which a query reaches beyond the graph, or out of its own transaction; in backticks they are names. */
const forbidden: Readonly<Record<string, string>> = {
  LOAD: text.load,
  CSV: text.load,
  USE: text.use,
  TRANSACTION: text.transactions,
  TRANSACTIONS: text.transactions,
};

const prefixes: ReadonlySet<string> = new Set(['EXPLAIN', 'PROFILE', 'CYPHER']);

/** The label of the ground truth that detectors are measured by. */
const groundTruth = 'Label';

/**
 * Of what is the program's own, what detection found and what it was found in, which everybody sees who may ask queries. All else (people, cases,
 * decisions, who did what) is refused, so that whatever is added is refused, too.
 */
const askable: ReadonlySet<string> = new Set(
  ['Run', 'Finding', 'Cluster', 'ClusterThing', 'AccountScore', 'SourceFile', 'Load'].map(ownLabel),
);

/** The first thing in a query's words that is not let through; null when there is none. */
export function refusedWording(tokens: readonly Token[]): Refusal | null {
  const [first] = tokens;
  if (first && isWord(first, prefixes)) return at(first, text.prefix);
  for (const [index, token] of tokens.entries()) {
    const refusal =
      refusedWord(token) ??
      refusedName(tokens, index) ??
      refusedCall(tokens, index) ??
      refusedFunction(tokens, index);
    if (refusal) return refusal;
  }
  return null;
}

/** The parameters that a query takes, in the order in which they come. */
export function parametersOf(tokens: readonly Token[]): string[] {
  return [...new Set(tokens.filter(({ kind }) => kind === 'parameter').map((token) => token.text))];
}

function refusedWord(token: Token): Refusal | null {
  if (token.kind === 'word') {
    const why = forbidden[token.text.toUpperCase()];
    if (why !== undefined) return at(token, why);
  }
  const isName = token.kind === 'word' || token.kind === 'name';
  if (isName && token.text.startsWith(markLabel) && !askable.has(token.text))
    return at(token, messages.people.notAsked);
  return isName && token.text === groundTruth ? at(token, text.groundTruth) : null;
}

/** `$(…)` is a label, or a type, that is worked out: which, nobody can tell from the words. */
function refusedName(tokens: readonly Token[], index: number): Refusal | null {
  const [dollar, open] = tokens.slice(index, index + 2);
  if (!dollar || !open || !isMark(dollar, '$') || !isMark(open, '(')) return null;
  return at(dollar, text.computedName);
}

/** `CALL` before anything but a subquery calls a procedure. */
function refusedCall(tokens: readonly Token[], index: number): Refusal | null {
  const token = tokens[index]!;
  if (token.kind !== 'word' || token.text.toUpperCase() !== 'CALL') return null;
  const next = tokens[index + 1];
  if (next && (isMark(next, '{') || isMark(next, '('))) return null;
  const name = nameFrom(tokens, index + 1);
  return procedures.has(name) ? null : at(token, text.procedure(name));
}

/** `.name(` is a call of a function in a namespace. */
function refusedFunction(tokens: readonly Token[], index: number): Refusal | null {
  const [dot, name, open] = tokens.slice(index, index + 3);
  if (!dot || !name || !open || !isMark(dot, '.') || !isMark(open, '(')) return null;
  if (name.kind !== 'word' && name.kind !== 'name') return null;
  // `[..size(x)]` is a part of a list.
  const before = tokens[index - 1];
  if (before && isMark(before, '.')) return null;
  const first = firstOfName(tokens, index);
  const whole = nameFrom(tokens, first);
  const known = procedures.has(whole) || namespaces.has(whole.split('.')[0]!.toLowerCase());
  return known ? null : at(name, text.function(whole));
}

function firstOfName(tokens: readonly Token[], dot: number): number {
  let first = dot - 1;
  while (first >= 2 && isMark(tokens[first - 1]!, '.')) first -= 2;
  return Math.max(0, first);
}

function nameFrom(tokens: readonly Token[], first: number): string {
  const parts: string[] = [];
  for (let index = first; index < tokens.length; index += 2) {
    parts.push(tokens[index]!.text);
    const next = tokens[index + 1];
    if (!next || !isMark(next, '.')) break;
  }
  return parts.join('.');
}

function at({ from, to }: Token, why: string): Refusal {
  return { why, from, to };
}
