/**
 * How long the lists are that a query makes out of nothing. A list within an expression is worked through without a
 * look at the clock or at memory, by which the server would end it; `UNWIND range(…) AS x` gives rows, which it counts.
 * Sizes that are computed cannot be known beforehand: there the limits of a run itself hold.
 */
import type { ParameterValues } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/index.ts';
import { isMark, isWord, type Refusal, type Token } from '../../graph/neo4j/tokens.ts';

/** More numbers than a list in an expression needs; lists within lists multiply. */
export const longestSpan = 100_000;

const range = new Set(['RANGE']);
const unwind = new Set(['UNWIND']);
const as = new Set(['AS']);

/** The first range that is too long for where it stands; null when there is none. */
export function refusedSpan(tokens: readonly Token[], values: ParameterValues): Refusal | null {
  // By depth of brackets: how often what stands there is worked out.
  const times: number[] = [1];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (opens(token)) times.push(times.at(-1)!);
    else if (closes(token) && times.length > 1) times.pop();
    else if (isMark(token, ',') || isWord(token, as)) times[times.length - 1] = times.at(-2) ?? 1;
    const span = isWord(token, range) ? spanAt(tokens, index, values) : null;
    if (span === null) continue;
    times[times.length - 1] = times.at(-1)! * Math.max(1, span);
    if (times.at(-1)! > longestSpan)
      return { why: messages.queries.refused.span(longestSpan), from: token.from, to: token.to };
  }
  return null;
}

/** How many numbers a range makes at least; null for what is no range, gives rows, or is computed. */
function spanAt(tokens: readonly Token[], index: number, values: ParameterValues): number | null {
  const open = tokens[index + 1];
  if (!open || !isMark(open, '(')) return null;
  const bounds = argumentsAt(tokens, index + 1);
  const before = tokens[index - 1];
  const after = tokens[bounds.end + 1];
  if (before && isWord(before, unwind) && after && isWord(after, as)) return null;
  // An exponent stands in no range that a person needs.
  if (bounds.parts.some((part) => part.some((token) => isMark(token, '^')))) return Infinity;
  const known = bounds.parts.map((part) => numberOf(part, values));
  const [from = null, to = null, step = 1] = known;
  if (from !== null && to !== null)
    return Math.abs((to - from) / (step === null || step === 0 ? 1 : step)) + 1;
  return largest(bounds.parts, values);
}

/** The largest number within bounds that are computed, where it is larger than any that they need. */
function largest(parts: readonly Token[][], values: ParameterValues): number | null {
  const most = Math.max(
    0,
    ...parts.flat().map((token) => Math.abs(numberOf([token], values) ?? 0)),
  );
  return most > longestSpan ? most : null;
}

interface Arguments {
  parts: Token[][];
  /** Where the closing bracket stands. */
  end: number;
}

function argumentsAt(tokens: readonly Token[], open: number): Arguments {
  const parts: Token[][] = [[]];
  let depth = 0;
  let at = open;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (opens(token)) depth += 1;
    else if (closes(token)) depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && isMark(token, ',')) parts.push([]);
    else if (at > open) parts.at(-1)!.push(token);
  }
  return { parts, end: at };
}

/** The number that stands there, in plain or by a parameter; null for anything else. */
function numberOf(part: readonly Token[], values: ParameterValues): number | null {
  const [first, second] = part;
  if (!first || part.length > 2) return null;
  if (second) {
    const inner = numberOf([second], values);
    if (inner === null) return null;
    if (isMark(first, '-')) return -inner;
    return isMark(first, '+') ? inner : null;
  }
  if (first.kind === 'number' || first.kind === 'string') {
    const number = Number(first.text.replaceAll('_', ''));
    return Number.isNaN(number) ? null : number;
  }
  if (first.kind !== 'parameter') return null;
  const value = values[first.text];
  return typeof value === 'number' ? value : null;
}

function opens(token: Token): boolean {
  return token.kind === 'mark' && '([{'.includes(token.text);
}

function closes(token: Token): boolean {
  return token.kind === 'mark' && ')]}'.includes(token.text);
}
